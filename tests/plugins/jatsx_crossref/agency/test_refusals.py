"""The table of messages: each is known, and has a sentence that its values fill."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from jatsx import AgencyMessage
from jatsx.findings.formatting import placeholders
from jatsx_crossref.agency.definition import AGENCY
from tests.servers.crossref import diagnostic as said
from tests.servers.crossref.diagnostic import Record

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("refusals.yaml").read_text("utf-8")
)
OF_SERVER = (
    said.added_with_conflict("10.5555/a", "10.5555/b"),
    said.old_timestamp("10.5555/a", "1", "2"),
    said.foreign_prefix("10.5555/a"),
    said.foreign_doi("10.5555/a", "T"),
    said.title_missing(),
    said.issn_and_doi_missing("T"),
    said.issn_invalid("2434-561X"),
    said.issn_of_another_title("2434-561X", "T"),
    said.issn_of_another_owner("2434-561X", "T", "10.5555"),
    said.orcid_checksum("0000-0002-1825-0098"),
    said.orcid_twice("0000-0002-1825-0097"),
    said.malformed("cvc-elt.1"),
)


def found(message: str) -> tuple[AgencyMessage, dict[str, str]] | None:
    """The first entry for a message, and its values."""
    for one in AGENCY.refusals:
        match = re.search(one.pattern, message, re.IGNORECASE)
        if match:
            given = match.groupdict().items()
            return one, {name: value for name, value in given if value is not None}
    return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["message"][:60])
def test_a_message_is_known(case: dict[str, Any]) -> None:
    known = found(case["message"])
    assert known is not None
    entry, params = known
    assert entry.code == case["code"]
    if "params" in case:
        assert params == case["params"]
    sentences = AGENCY.messages[entry.code].sentences
    assert any(placeholders(one) <= params.keys() for one in sentences)


@pytest.mark.parametrize("record", OF_SERVER, ids=lambda record: record.msg[:60])
def test_the_messages_of_the_test_server_are_known(record: Record) -> None:
    assert found(record.msg) is not None


@pytest.mark.parametrize("message", ["Successfully added", "Successfully updated in handle", "?"])
def test_other_messages_are_not(message: str) -> None:
    assert found(message) is None


def test_every_entry_has_a_message() -> None:
    assert {one.code for one in AGENCY.refusals} == {case["code"] for case in CASES}
