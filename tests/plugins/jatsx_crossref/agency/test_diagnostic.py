"""What a diagnostic says of each DOI."""

from __future__ import annotations

import pytest

from jatsx import HttpAnswer, Outcome, RecordAnswer
from jatsx.http.redaction import Redaction
from jatsx_crossref.agency.diagnostic import read_diagnostic
from jatsx_crossref.agency.placing import record_answers
from tests.servers.crossref import diagnostic as said
from tests.servers.crossref.diagnostic import Record
from tests.servers.deposits import ISSN, article

from .conftest import submission_of

ORCID = "0000-0002-1825-0098"
SENT = submission_of(
    article("10.5555/a"),
    article("10.5555/A.1", orcids=[ORCID, "0000-0002-1825-0097"]),
    article("10.5555/a.12", orcids=["0000-0002-1825-0097"]),
)
WHOLE = (None, Outcome.REFUSED)


def read(content: bytes) -> list[RecordAnswer]:
    answer = HttpAnswer(200, "https://x", "text/xml", content, Redaction(()))
    return list(record_answers(SENT, read_diagnostic(answer).said))


def answers(*records: Record) -> list[tuple[str | None, Outcome]]:
    found = read(said.diagnostic("completed", records=records))
    return [(one.doi, one.outcome) for one in found]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (said.added("10.5555/A"), ("10.5555/a", Outcome.REGISTERED)),
        (said.updated("10.5555/a.1"), ("10.5555/a.1", Outcome.REGISTERED)),
        (said.updated_in_handle("10.5555/j"), ("10.5555/j", Outcome.REGISTERED)),
        (said.added_with_conflict("10.5555/a", "10.5555/x"), ("10.5555/a", Outcome.CONFLICT)),
        (said.updated_with_conflict("10.5555/a"), ("10.5555/a", Outcome.CONFLICT)),
        (Record("Warning", "10.5555/a", "Something else"), ("10.5555/a", Outcome.REGISTERED)),
        (Record("Success", "10.5555/a", "", "", ("10.5555/x",)), ("10.5555/a", Outcome.CONFLICT)),
        (Record("Odd", "10.5555/a", "?"), ("10.5555/a", Outcome.UNKNOWN)),  # type: ignore[arg-type]
        (said.foreign_prefix("10.5555/A.12"), ("10.5555/a.12", Outcome.REFUSED)),
        (said.old_timestamp("10.5555/a", "1", "2"), ("10.5555/a", Outcome.REFUSED)),
        (said.orcid_checksum(ORCID), ("10.5555/a.1", Outcome.REFUSED)),
        (said.orcid_twice(ORCID), ("10.5555/a.1", Outcome.REFUSED)),
        (said.orcid_checksum("0000-0002-1825-0097"), WHOLE),  # two articles have it
        (said.orcid_checksum("0000-0001-5109-3700"), WHOLE),  # none has it
        (said.title_missing(), WHOLE),
        (said.issn_and_doi_missing("A journal"), WHOLE),
        (said.issn_invalid(ISSN), WHOLE),
        (said.issn_of_another_title(ISSN, "A journal"), WHOLE),
        (said.malformed("cvc-type.3.1.3: The value"), WHOLE),
        (Record("Failure", "none", "DOI 10.5555/a.1 is odd."), ("10.5555/a.1", Outcome.REFUSED)),
        (Record("Failure", "", "[10.5555/a]"), ("10.5555/a", Outcome.REFUSED)),
        (Record("Failure", "", "10.5555/a.123 is odd"), WHOLE),
        (Record("Failure", "", "10.5555/a and 10.5555/a.1"), WHOLE),
    ],
)
def test_a_record_is_placed(record: Record, expected: tuple[str | None, Outcome]) -> None:
    assert answers(record) == [expected]


def test_a_schema_error_in_one_article_refuses_all() -> None:
    message = "MalformedXmlException: Error: cvc-pattern-valid: Value '10.5555/a.1' is not valid"
    assert answers(Record("Failure", "", message)) == [("10.5555/a.1", Outcome.REFUSED), WHOLE]


def test_a_fault_of_the_journal_refuses_its_articles() -> None:
    message = "Record not processed … - content item DOIs not processed due to title level error"
    assert answers(Record("Failure", "10.5555/j", message)) == [
        ("10.5555/j", Outcome.REFUSED),
        WHOLE,
    ]


def test_dois_in_conflict_are_told_and_not_counted() -> None:
    record = said.added_with_conflict("10.5555/a", "10.5555/a.1", "10.5555/a.12")
    found = read(said.diagnostic("completed", records=[record]))
    expected = RecordAnswer(
        Outcome.CONFLICT, "10.5555/a", "Added with conflict: 10.5555/a.1, 10.5555/a.12"
    )
    assert found == [expected]


def test_a_record_may_have_several_messages() -> None:
    first = said.orcid_checksum(ORCID)
    content = f"""<doi_batch_diagnostic status="completed"><record_diagnostic status="Failure">
      <doi>DOI not found</doi><msg>{first.msg}</msg><doi>10.5555/a</doi><msg>Another</msg>
    </record_diagnostic></doi_batch_diagnostic>"""
    found = read(content.encode())
    assert [(one.doi, one.message) for one in found] == [
        ("10.5555/a.1", first.msg),
        ("10.5555/a", "Another"),
    ]


def test_no_records_are_no_success() -> None:
    assert answers() == []


def test_a_long_message_is_shortened() -> None:
    (found,) = read(said.diagnostic("completed", records=[said.malformed("x" * 100_000)]))
    assert len(found.message) == 4_000
