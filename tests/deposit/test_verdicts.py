"""From an answer to the outcome of each DOI."""

from __future__ import annotations

from jatsx.deposit.verdicts import verdict_of
from jatsx.plugin.agency import RecordAnswer, SentRecord
from jatsx.plugin.outcome import Outcome
from tests.deposit.shelf import shelf

SHELF = shelf("shelf", "shelf")
SENT = (
    SentRecord("10.5555/a", "a"),
    SentRecord("10.5555/a.1", "a1"),
    SentRecord("10.5555/issue", None),
)


def outcomes(*answers: RecordAnswer) -> dict[str, str]:
    verdict = verdict_of(SHELF, SENT, answers)
    return {doi: one.outcome.value for doi, one in verdict.outcomes.items()}


def test_a_doi_is_matched_as_a_whole_in_lower_case() -> None:
    assert outcomes(RecordAnswer(Outcome.REGISTERED, "10.5555/A.1")) == {
        "10.5555/a": "not-mentioned",
        "10.5555/a.1": "registered",
        "10.5555/issue": "not-mentioned",
    }


def test_what_is_said_without_a_doi_is_about_the_others() -> None:
    verdict = verdict_of(
        SHELF,
        SENT,
        (RecordAnswer(Outcome.REGISTERED, "10.5555/a"), RecordAnswer(Outcome.REFUSED, None, "No")),
    )
    said = {doi: (one.outcome.value, one.message) for doi, one in verdict.outcomes.items()}
    assert said["10.5555/a"] == ("registered", "")
    assert said["10.5555/a.1"] == ("refused", "No")
    assert (verdict.message, verdict.code) == ("No", "deposit-article-refused")


def test_another_doi_is_told_of_and_nothing_else() -> None:
    answer = RecordAnswer(Outcome.REFUSED, "10.5555/foreign", "Not yours")
    verdict = verdict_of(SHELF, SENT, (answer,))
    assert {one.outcome for one in verdict.outcomes.values()} == {Outcome.NOT_MENTIONED}
    assert verdict.message == "Not yours"


def test_the_worst_of_several_answers_counts_with_all_its_messages() -> None:
    answers = (
        RecordAnswer(Outcome.REGISTERED, "10.5555/a", "Added"),
        RecordAnswer(Outcome.REFUSED, "10.5555/a", "First"),
        RecordAnswer(Outcome.REFUSED, "10.5555/a", "Second\nline"),
    )
    said = verdict_of(SHELF, SENT, answers).outcomes["10.5555/a"]
    assert (said.outcome, said.message) == (Outcome.REFUSED, "First\nSecond line")


def test_a_quoted_value_finds_its_article() -> None:
    answer = RecordAnswer(Outcome.REFUSED, None, "title Chairs is too dull")
    verdict = verdict_of(SHELF, SENT, (answer,), {"Chairs": "a1"}.get)
    assert verdict.outcomes["10.5555/a.1"].code == "shelf-title-dull"
    assert verdict.outcomes["10.5555/a"].outcome is Outcome.NOT_MENTIONED
    assert verdict.message == ""
