"""Submissions: the order of their calls, and what each of them leaves in the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Final

import pytest

from jatsx import __version__
from jatsx.deposit.ledger import ItemOutcome, Lease, Ledger, LedgerFault, SubmissionState
from jatsx.deposit.ledger.states import ALLOWED
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import ISSUE, JOURNAL_ITEM, NOW, article, prepared

CALLS: Final[dict[SubmissionState, Callable[[Lease, int], object]]] = {
    SubmissionState.PREPARED: Lease.not_sent,
    SubmissionState.SENDING: Lease.sending,
    SubmissionState.WAITING: Lease.accepted,
    SubmissionState.ANSWERED: lambda lease, number: lease.answered(number, {}),
    SubmissionState.UNKNOWN: Lease.unknown,
    SubmissionState.GIVEN_UP: Lease.give_up,
}
"""The call that leads to each state."""

WAYS: Final = {
    SubmissionState.PREPARED: (),
    SubmissionState.SENDING: (SubmissionState.SENDING,),
    SubmissionState.WAITING: (SubmissionState.SENDING, SubmissionState.WAITING),
    SubmissionState.ANSWERED: (SubmissionState.SENDING, SubmissionState.ANSWERED),
    SubmissionState.UNKNOWN: (SubmissionState.SENDING, SubmissionState.UNKNOWN),
    SubmissionState.GIVEN_UP: (SubmissionState.GIVEN_UP,),
}
"""The states that lead to each state."""


def only(ledger: Ledger) -> SubmissionState:
    (submission,) = ledger.submissions()
    return submission.state


@pytest.mark.parametrize("after", SubmissionState)
@pytest.mark.parametrize("before", SubmissionState)
def test_a_state_allows_some_calls_and_no_others(
    ledger: Ledger, lease: Lease, before: SubmissionState, after: SubmissionState
) -> None:
    number = prepared(ledger, lease, article(1))
    for state in WAYS[before]:
        CALLS[state](lease, number)
    if after in ALLOWED[before]:
        CALLS[after](lease, number)
        assert only(ledger) is after
    else:
        with pytest.raises(ValueError, match=rf"is {before} and cannot become {after}"):
            CALLS[after](lease, number)
        assert only(ledger) is before


def test_a_submission_is_kept_as_it_was_sent(ledger: Ledger, lease: Lease) -> None:
    document = "<a>Хабаршы</a>".encode() * 1000
    number = lease.prepare("caa.xml", document, NOW, [article(1), JOURNAL_ITEM])
    (kept,) = ledger.submissions()
    assert (kept.state, kept.sent) == (SubmissionState.PREPARED, None)
    lease.sending(number)
    lease.accepted(number, "1430036899")
    outcomes = {"10.5555/CAA.1": ItemOutcome(Outcome.REFUSED, "Title missing", "title-missing")}
    lease.answered(number, outcomes, b"<answer/>", message="1 failed", code="batch-failed")
    (kept,) = ledger.submissions()
    assert (kept.number, kept.place, kept.file_name) == (number, ISSUE, "caa.xml")
    assert (kept.remote_id, kept.timestamp) == ("1430036899", NOW)
    assert (kept.message, kept.code) == ("1 failed", "batch-failed")
    assert kept.jatsx_version == __version__
    assert kept.sha256 == sha256(document).hexdigest()
    assert kept.sent
    assert kept.accepted
    assert kept.settled
    assert kept.prepared <= kept.sent <= kept.accepted <= kept.settled
    assert ledger.document(number) == document
    assert ledger.answer(number) == b"<answer/>"
    assert [(one.item, one.outcome, one.message, one.code) for one in ledger.items_of(number)] == [
        (JOURNAL_ITEM, Outcome.NOT_MENTIONED, "", ""),
        (article(1), Outcome.REFUSED, "Title missing", "title-missing"),
    ]


def test_what_is_known_of_a_submission_follows_its_calls(ledger: Ledger, lease: Lease) -> None:
    number = prepared(ledger, lease, article(1))
    lease.sending(number)
    lease.unknown(number, b"<html>Log in</html>", message="a page")
    (item,) = ledger.items_of(number)
    assert (item.outcome, item.submission.message) == (Outcome.UNKNOWN, "a page")
    lease.accepted(number)
    (item,) = ledger.items_of(number)
    assert (item.outcome, item.submission.message, item.submission.settled) == (None, "", None)
    assert ledger.answer(number) == b"<html>Log in</html>"


def test_an_answer_about_a_foreign_doi_is_refused_whole(ledger: Ledger, lease: Lease) -> None:
    number = prepared(ledger, lease, article(1))
    lease.sending(number)
    registered = ItemOutcome(Outcome.REGISTERED)
    with pytest.raises(ValueError, match=r"10\.5555/caa\.11 is not in submission"):
        lease.answered(number, {"10.5555/caa.1": registered, "10.5555/caa.11": registered})
    assert only(ledger) is SubmissionState.SENDING
    assert [one.outcome for one in ledger.items_of(number)] == [None]


@pytest.mark.parametrize(
    "state", [SubmissionState.SENDING, SubmissionState.WAITING, SubmissionState.UNKNOWN]
)
def test_an_article_is_not_prepared_again_before_its_outcome_is_known(
    ledger: Ledger, lease: Lease, state: SubmissionState
) -> None:
    number = prepared(ledger, lease, article(1), JOURNAL_ITEM)
    for step in WAYS[state]:
        CALLS[step](lease, number)
    with pytest.raises(LedgerFault) as caught:
        prepared(ledger, lease, article(2), article(1))
    assert (caught.value.code, caught.value.params["doi"]) == (
        "deposit-outcome-open",
        "10.5555/caa.1",
    )
    assert [one.number for one in lease.unsettled()] == [number]
    prepared(ledger, lease, article(2), JOURNAL_ITEM)  # the journal goes with every submission
    if state is SubmissionState.SENDING:
        lease.unknown(number)
    lease.give_up(number)
    assert lease.unsettled() == ()
    prepared(ledger, lease, article(1))


def test_a_file_name_is_used_once(lease: Lease) -> None:
    lease.prepare("caa.xml", b"", NOW, [article(1)])
    with pytest.raises(ValueError, match="was used before"):
        lease.prepare("caa.xml", b"", NOW, [article(2)])


def test_a_submission_has_items_each_of_them_once(ledger: Ledger, lease: Lease) -> None:
    for items in ([], [article(1), article(1)]):
        with pytest.raises(ValueError, match="at least one item"):
            lease.prepare("caa.xml", b"", NOW, items)
    assert [*ledger.submissions()] == []


def test_a_lease_writes_only_submissions_of_its_issue(ledger: Ledger, lease: Lease) -> None:
    number = prepared(ledger, lease, article(1))
    with ledger.lease(replace(ISSUE, issue="2022-1")) as other:
        for wrong in (number, 17):
            with pytest.raises(ValueError, match="is not one of"):
                other.sending(wrong)


def test_there_is_no_document_of_an_unknown_number(ledger: Ledger) -> None:
    for read in (ledger.document, ledger.answer):
        with pytest.raises(KeyError):
            read(1)
