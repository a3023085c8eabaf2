"""What the ledger says of each DOI: what was sent last, and what the agency certainly has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jatsx.deposit.ledger import Lease, Ledger, SubmissionItem, SubmissionState
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import (
    ISSUE,
    JOURNAL_ITEM,
    LIVE,
    TEST,
    article,
    prepared,
    sent,
)

DOI = "10.5555/caa.1"


@pytest.mark.parametrize("outcome", [Outcome.REGISTERED, Outcome.CONFLICT])
def test_what_is_registered_with_this_content_is_unchanged(
    ledger: Ledger, lease: Lease, outcome: Outcome
) -> None:
    sent(ledger, lease, {DOI: outcome}, article(1, "one"), article(2, "one"))
    asked = {"10.5555/CAA.1": "one", "10.5555/caa.2": "one", "10.5555/caa.3": "one"}
    assert ledger.unchanged(LIVE, asked) == {"10.5555/CAA.1"}
    assert ledger.unchanged(LIVE, {DOI: "two"}) == set()
    assert ledger.unchanged(TEST, {DOI: "one"}) == set()


def test_a_refused_change_leaves_what_was_registered(ledger: Ledger, lease: Lease) -> None:
    sent(ledger, lease, {DOI: Outcome.REGISTERED}, article(1, "one"))
    sent(ledger, lease, {DOI: Outcome.REFUSED}, article(1, "two"))
    assert ledger.unchanged(LIVE, {DOI: "one"}) == {DOI}
    status = ledger.status_of(LIVE, DOI)
    assert status is not None
    assert (status.last.outcome, status.is_current("two")) == (Outcome.REFUSED, False)


@pytest.mark.parametrize("way", ["sending", "waiting", "unknown", "given up", "not mentioned"])
def test_a_change_that_may_have_arrived_leaves_nothing_certain(
    ledger: Ledger, lease: Lease, way: str
) -> None:
    sent(ledger, lease, {DOI: Outcome.REGISTERED}, article(1, "one"))
    number = prepared(ledger, lease, article(1, "two"))
    lease.sending(number)
    if way == "waiting":
        lease.accepted(number)
    elif way == "not mentioned":
        lease.answered(number, {})
    elif way != "sending":
        lease.unknown(number)
    if way == "given up":
        lease.give_up(number)
    for content in ("one", "two"):
        assert ledger.unchanged(LIVE, {DOI: content}) == set(), content


def test_what_was_never_sent_says_nothing_of_a_doi(ledger: Ledger, lease: Lease) -> None:
    number = prepared(ledger, lease, article(1))
    assert [*ledger.status()] == []
    lease.sending(number)
    lease.not_sent(number)
    lease.give_up(number)
    assert ledger.status_of(LIVE, DOI) is None
    assert [one.outcome for one in ledger.items()] == [None]


def test_each_doi_of_an_issue_has_a_status(ledger: Ledger, lease: Lease) -> None:
    registered = {DOI: Outcome.REGISTERED, "10.5555/caa": Outcome.REGISTERED}
    sent(ledger, lease, registered, article(1, "one"), article(2), JOURNAL_ITEM)
    with ledger.lease(replace(ISSUE, issue="2022-1")) as other:
        last = sent(ledger, other, {"10.5555/caa": Outcome.REFUSED}, article(3), JOURNAL_ITEM)
    found = {one.identifier: one for one in ledger.status(LIVE, ISSUE.journal, ISSUE.issue)}
    assert {doi: one.last.outcome for doi, one in found.items()} == {
        "10.5555/caa": Outcome.REFUSED,
        DOI: Outcome.REGISTERED,
        "10.5555/caa.2": Outcome.NOT_MENTIONED,
    }
    assert found["10.5555/caa"].last.submission.number == last
    assert found["10.5555/caa"].is_current(JOURNAL_ITEM.content_hash)
    assert found[DOI].last.submission.state is SubmissionState.ANSWERED
    assert {one.identifier for one in ledger.status()} == {*found, "10.5555/caa.3"}
    assert [*ledger.status(TEST)] == []


def test_an_article_without_a_doi_has_its_address(ledger: Ledger, lease: Lease) -> None:
    address = "https://example.org/View/1"
    sent(ledger, lease, {address: Outcome.REGISTERED}, SubmissionItem(address, "h", "01"))
    assert ledger.unchanged(LIVE, {address: "h", address.lower(): "h"}) == {address}
