"""Articles compared with the records that an agency shows."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.compared_fields import FieldState
from jatsx.deposit.comparison import Comparison, Likeness
from jatsx.deposit.ledger import AgencySystem, IssueAtAgency, Ledger, SubmissionItem
from jatsx.deposit.standing import Standing
from jatsx.library.arguments import WrongArgument
from jatsx.library.comparison import compare
from jatsx.library.deposits import send
from jatsx.library.session import Session
from tests.conftest import ROOT
from tests.deposit.conftest import AT_ONCE, HASTY
from tests.servers.base import Registered
from tests.servers.crossref import CrossrefServer, User
from tests.servers.fixtures import crossref_server
from tests.servers.messages import json_answer
from tests.servers.script import LOGIN_PAGE, answered, status

__all__ = ["crossref_server"]

GIVEN = {"JATSX_CROSSREF_USER": "abcd", "JATSX_CROSSREF_PASSWORD": "password-of-abcd"}
FIRST = "10.5555/irilj.2024.106.2.01"
LAST = "10.5555/irilj.2024.106.2.10"
LATER = {"timestamp": int(datetime(2199, 1, 1, tzinfo=UTC).timestamp() * 1000)}
EARLIER = {"timestamp": int(datetime(2020, 1, 1, tzinfo=UTC).timestamp() * 1000)}


@pytest.fixture(scope="module")
def shipped() -> Session:
    return Session(plugins=("crossref", "doaj"))


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of six articles."""
    return Path(shutil.copytree(ROOT / "examples" / "irilj-2024-2", tmp_path / "2024-2"))


@pytest.fixture
def server(
    crossref_server: CrossrefServer, shipped: Session, issue: Path, ledger: Path
) -> CrossrefServer:
    """Crossref, with the issue registered."""
    crossref_server.users = {"abcd": User("password-of-abcd")}
    result = send(
        issue,
        "crossref",
        test=True,
        ledger=ledger,
        credentials=GIVEN,
        server=crossref_server.url,
        session=shipped,
        waiting=replace(AT_ONCE, sleep=lambda _: None),
        patience=HASTY,
    )
    assert result.count(Standing.REGISTERED) == 6
    crossref_server.received.clear()
    return crossref_server


def compared(issue: Path, server: CrossrefServer, session: Session, ledger: Path) -> Comparison:
    how: dict[str, Any] = {"server": server.url, "session": session, "patience": HASTY}
    return compare(issue, "crossref", ledger=ledger, **how)


def change(server: CrossrefServer, doi: str, **values: Any) -> None:
    """Changes what is shown of a DOI. None: it is not shown."""
    known = server.registered[doi]
    server.registered[doi] = Registered({**known.record, **values}, known.times, known.owner)


def differences(result: Comparison) -> dict[str, str]:
    """The fields that are not the same, with the id of the article."""
    return {
        f"{one.result.id} {field.field}": field.state.value
        for one in result.articles
        for field in one.differences
    }


def test_what_was_registered_is_the_same(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    result = compared(issue, server, shipped, ledger)
    assert differences(result) == {}
    assert (result.count(Likeness.SAME), result.exit_code) == (6, 0)
    assert all(len(one.fields) > 15 and one.deposited for one in result.articles)
    assert {one.method for one in server.received} == {"GET"}
    assert all(one.credentials is None for one in server.received)


def test_exactly_what_differs_is_named(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    record = server.registered[FIRST].record
    author = {**record["author"][0], "family": "Another"}
    titles = [*record["title"][:2], "Another title"]
    change(server, FIRST, deposited=LATER, title=titles, author=[author], page=None)
    change(server, LAST, deposited=LATER, volume="7", language=None)
    result = compared(issue, server, shipped, ledger)
    assert differences(result) == {
        "01 title.ru": "different",
        "01 contributors[0].name.en.family": "different",
        "01 pages": "missing",
        "10 issue.volume": "added",
        "10 language": "missing",
    }
    assert (result.count(Likeness.DIFFERENT), result.exit_code) == (2, 1)


def test_what_was_changed_here_is_named(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    (path,) = (issue / "articles").glob("01*.yaml")
    path.write_text(path.read_text("utf-8").replace("  last: ", "  last: 9", 1), "utf-8")
    change(server, FIRST, deposited=LATER)
    result = compared(issue, server, shipped, ledger)
    assert differences(result) == {"01 pages.last": "different"}


def test_a_record_from_before_the_last_deposit_is_older(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path, tmp_path: Path
) -> None:
    change(server, FIRST, deposited=EARLIER, title=["Another title"])
    states = {"01 title.en": "different", "01 title.kk": "missing", "01 title.ru": "missing"}
    assert differences(compared(issue, server, shipped, tmp_path / "none.sqlite")) == states
    assert not (tmp_path / "none.sqlite").exists()
    note_sent(ledger)
    change(server, FIRST, deposited=EARLIER, title=["Another title"])
    result = compared(issue, server, shipped, ledger)
    assert differences(result) == states | {"01 title.en": FieldState.OLDER.value}


def note_sent(ledger: Path) -> None:
    """Writes to the ledger that the first article was sent to the live system."""
    with Ledger(ledger) as opened:
        place = IssueAtAgency(AgencySystem("crossref"), "1563-0285", "2024-2")
        with opened.lease(place) as lease:
            items = [SubmissionItem(FIRST, "hash", "01")]
            number = lease.prepare("a.xml", b"<a/>", "20990101000000000", items)
            lease.sending(number)
            lease.accepted(number)


def test_what_is_not_registered_is_said(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    del server.registered[FIRST]
    result = compared(issue, server, shipped, ledger)
    assert [one.likeness for one in result.articles] == ["not-registered", *["same"] * 5]
    assert result.exit_code == 1


def test_an_article_with_an_error_is_not_compared(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    (path,) = (issue / "articles").glob("01*.yaml")
    path.write_text(path.read_text("utf-8").replace("doi: ", "doi: wrong", 1), "utf-8")
    result = compared(issue, server, shipped, ledger)
    assert [one.likeness for one in result.articles] == ["blocked", *["same"] * 5]
    assert (len(server.received), result.exit_code) == (5, 1)


@pytest.mark.parametrize("step", [status(503), LOGIN_PAGE])
def test_a_server_that_does_not_answer_is_asked_once(
    step: Any, server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    server.script = [step, step]
    result = compared(issue, server, shipped, ledger)
    assert (result.count(Likeness.UNKNOWN), result.exit_code) == (6, 6)
    assert len([one for one in result.findings if one.level.value == "error"]) == 1
    assert len(server.received) <= 2


def test_a_record_that_cannot_be_read_is_said(
    server: CrossrefServer, issue: Path, shipped: Session, ledger: Path
) -> None:
    server.script = [answered(json_answer({"message": {"type": "book"}}))]
    result = compared(issue, server, shipped, ledger)
    assert [one.likeness for one in result.articles] == ["unknown", *["same"] * 5]
    assert [one.code for one in result.findings if one.code.startswith("deposit-")] == [
        "deposit-record-unreadable"
    ]


def test_an_agency_without_records_cannot_be_compared(issue: Path, shipped: Session) -> None:
    with pytest.raises(WrongArgument, match="Agencies: crossref"):
        compare(issue, "datacite", session=shipped)
