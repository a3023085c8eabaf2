"""DOAJ's messages, and what each means. Source: DOAJ's source code, ``Messages``."""

from __future__ import annotations

from typing import Final

from jatsx import AgencyMessage

ISSN: Final = "issue.journal.issn"

_MISSING: Final = "is required but not present at"

REFUSALS: Final = (
    AgencyMessage(r"^unmatched: (?P<value>\S+)", "doaj-issn-unknown", ISSN),
    AgencyMessage(r"^unowned: (?P<value>\S+)", "doaj-issn-foreign", ISSN),
    AgencyMessage(r"^shared: (?P<value>\S+)", "doaj-issn-shared", ISSN),
    AgencyMessage(r"no journal found to attach article to", "doaj-issn-unknown", ISSN),
    AgencyMessage(r"not possible to create an article for this journal", "doaj-issn-foreign", ISSN),
    AgencyMessage(r"in this batch have duplicate identifiers", "doaj-doi-repeated", "doi"),
    AgencyMessage(r"entire batch ingest halted", "doaj-upload-halted"),
    AgencyMessage(r"cannot update the article", "doaj-doi-changed", "doi"),
    AgencyMessage(
        rf"field '(?P<name>title)' {_MISSING} '(\[root\])?(?P<parent>bibjson)\.?'",
        "doaj-value-missing",
        "title",
    ),
    AgencyMessage(
        rf"field '(?P<name>[^']+)' {_MISSING} '(\[root\])?(?P<parent>[^']*?)\.?'",
        "doaj-value-missing",
    ),
    AgencyMessage(r"was not valid JSON", "doaj-file-invalid"),
    AgencyMessage(r"unanticipated error", "doaj-server-fault"),
    AgencyMessage(r"^processed", "doaj-upload-partial"),
)
