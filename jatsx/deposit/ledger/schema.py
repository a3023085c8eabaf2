"""The tables of the ledger, and how a file of an older version becomes one of this version.

A released step is never changed: a new version is a new step. The version of a file
(``PRAGMA user_version``) is the number of the steps that it has taken.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x6A74736C
"""What tells a ledger from the databases of other programs (``PRAGMA application_id``)."""

_SUBMISSION: Final = """
CREATE TABLE submission (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    journal TEXT NOT NULL,
    issue TEXT NOT NULL,
    file_name TEXT NOT NULL,
    remote_id TEXT NOT NULL DEFAULT '',
    timestamp TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'prepared',
    prepared TEXT NOT NULL,
    sent TEXT,
    accepted TEXT,
    settled TEXT,
    message TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL,
    jatsx_version TEXT NOT NULL,
    UNIQUE (agency, is_test, file_name)
)
"""

_CONTENT: Final = """
CREATE TABLE content (
    submission INTEGER PRIMARY KEY REFERENCES submission (number),
    document BLOB NOT NULL,
    answer BLOB
)
"""

_ITEM: Final = """
CREATE TABLE item (
    submission INTEGER NOT NULL REFERENCES submission (number),
    identifier TEXT NOT NULL,
    article TEXT NOT NULL,
    kind TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    outcome TEXT,
    message TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (submission, identifier)
) WITHOUT ROWID
"""

_HIGHEST_TIMESTAMP: Final = """
CREATE TABLE highest_timestamp (
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    identifier TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    PRIMARY KEY (agency, is_test, identifier)
) WITHOUT ROWID
"""

_LEASE: Final = """
CREATE TABLE lease (
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    journal TEXT NOT NULL,
    issue TEXT NOT NULL,
    token TEXT NOT NULL,
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    process_start TEXT,
    taken TEXT NOT NULL,
    expires TEXT NOT NULL,
    PRIMARY KEY (agency, is_test, journal, issue)
) WITHOUT ROWID
"""

STEPS: tuple[tuple[str, ...], ...] = (
    (
        _SUBMISSION,
        "CREATE INDEX submission_of_issue ON submission (agency, is_test, journal, issue)",
        _CONTENT,
        _ITEM,
        "CREATE INDEX item_by_identifier ON item (identifier)",
        _HIGHEST_TIMESTAMP,
        _LEASE,
        f"PRAGMA application_id = {APPLICATION_ID}",
    ),
)
"""The statements that lead from each version to the next. The first step starts with no tables."""
