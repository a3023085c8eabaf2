"""What is known of articles, from the ledger and from the agency."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.standing import Standing
from jatsx.deposit.status import StatusResult
from jatsx.library.deposits import status
from jatsx.library.session import Session
from tests.deposit.conftest import ARTICLE, CREDENTIALS, HASTY, Send
from tests.deposit.shelf_server import ShelfServer

Look = Callable[..., StatusResult]


@pytest.fixture
def look(session: Session, server: ShelfServer, ledger: Path) -> Look:
    def look(*source: Path, **others: Any) -> StatusResult:
        given = {"ledger": ledger, "session": session, "server": server.url, "patience": HASTY}
        return status(*source, **{**given, "credentials": CREDENTIALS, **others})

    return look


def standings(result: StatusResult) -> set[Standing]:
    return {one.standing for one in result.articles}


def test_nothing_is_known_without_a_ledger(look: Look, ledger: Path) -> None:
    result = look()
    assert (result.articles, result.exit_code, ledger.exists()) == ([], 0, False)


def test_what_was_registered_is_known(look: Look, deposit: Send) -> None:
    deposit()
    result = look()
    assert (len(result.articles), standings(result)) == (11, {Standing.REGISTERED})
    assert ({one.is_changed for one in result.articles}, result.exit_code) == ({None}, 0)


def test_what_was_changed_or_never_sent_is_said(look: Look, deposit: Send, issue: Path) -> None:
    deposit()
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("On the", "About the"), "utf-8")
    (issue / "articles" / "12.yaml").write_text(ARTICLE.format(name="12"), "utf-8")
    result = look(issue)
    changed = [one.status.last.item.article for one in result.articles if one.is_changed]
    assert (changed, [one.result.id for _, one in result.unsent]) == (["05"], ["12"])


def test_a_source_that_cannot_be_read_is_said(look: Look, deposit: Send, tmp_path: Path) -> None:
    deposit()
    result = look(tmp_path / "2024-7")
    assert ([one.code for one in result.unread], result.exit_code) == (["file-missing"], 1)
    assert result.articles == []


def test_the_agency_is_asked_only_if_wanted(look: Look, deposit: Send, server: ShelfServer) -> None:
    deposit(wait=False)
    asked = len(server.received)
    result = look()
    assert (standings(result), result.exit_code) == ({Standing.WAITING}, 6)
    assert len(server.received) == asked
    result = look(update=True)
    assert (standings(result), result.exit_code) == ({Standing.REGISTERED}, 0)


def test_an_agency_that_cannot_be_asked_is_said(look: Look, deposit: Send) -> None:
    deposit(wait=False)
    result = look(update=True, server="http://127.0.0.1:1")
    assert (standings(result), result.exit_code) == ({Standing.WAITING}, 6)
    assert [one.code for one in result.findings] == ["server-connection-failed"]


def test_tests_and_agencies_are_chosen(look: Look, deposit: Send) -> None:
    deposit(test=True)
    assert len(look(test=True).articles) == len(look(to="shelf").articles) == 11
    assert look(test=False).articles == look(to="shelf-one").articles == []
