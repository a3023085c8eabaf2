"""Deposits from the desk, to a server for tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import jatsx
from jatsx.desk.app import desk_app
from jatsx.desk.desk import Desk
from tests.deposit.conftest import AT_ONCE, CREDENTIALS, HASTY, NAMES, install_shelf, write_issue
from tests.deposit.shelf_server import PASSWORD, Said, ShelfServer
from tests.desk.client import ORIGIN, PORT, DeskClient, text_of
from tests.servers.fixtures import running

FIFTH = "10.29228/05"


@pytest.fixture(scope="session")
def shelf_session() -> jatsx.Session:
    """jatsx with the shelf as its only plugin."""
    with pytest.MonkeyPatch.context() as patch:
        install_shelf(patch)
        return jatsx.Session()


@pytest.fixture
def server() -> Iterator[ShelfServer]:
    with running(ShelfServer()) as one:
        yield one


@pytest.fixture
def shelf(
    tmp_path: Path, shelf_session: jatsx.Session, server: ShelfServer
) -> Iterator[DeskClient]:
    """The desk of an issue of eleven articles, which are deposited at the shelf."""
    folder = write_issue(tmp_path / "2024-1", NAMES)
    sending = {"waiting": AT_ONCE, "patience": HASTY}
    desk = Desk(
        folder,
        tmp_path / "out",
        shelf_session,
        "en",
        ("shelf",),
        ledger=tmp_path / "ledger.sqlite",
        server=server.url,
        sending=sending,
    )
    with TestClient(
        desk_app(desk, PORT), ORIGIN, raise_server_exceptions=False, headers={"origin": ORIGIN}
    ) as web:
        yield DeskClient(desk, web)


def state(client: DeskClient, until: str) -> str:
    """The page of the deposit, as soon as it shows a text."""
    for _ in range(200):
        shown = text_of(client.get(f"{client.issue}/deposit"))
        if until in shown:
            return shown
        time.sleep(0.05)
    raise AssertionError(f"{until!r} is not in {shown}")


def sent(client: DeskClient, **fields: Any) -> str:
    """The page after a deposit to which the user agreed."""
    client.post(f"{client.issue}/deposit/start", agency="shelf", **{**CREDENTIALS, **fields})
    state(client, "Send? What is registered cannot be deleted.")
    client.post(f"{client.issue}/deposit/answer", do="send")
    return state(client, "Outcome: ")


def test_nothing_is_sent_before_the_user_agrees(shelf: DeskClient, server: ShelfServer) -> None:
    shelf.post(f"{shelf.issue}/deposit/start", agency="shelf", **CREDENTIALS)
    shown = state(shelf, "Send? What is registered cannot be deleted.")
    assert shown.count("✓ ready") == len(NAMES)
    assert server.times_registered() == {}
    shelf.post(f"{shelf.issue}/deposit/answer", do="cancel")
    state(shelf, "Check and show what would be sent")
    assert server.times_registered() == {}


def test_each_article_is_registered(shelf: DeskClient, server: ShelfServer) -> None:
    shown = sent(shelf)
    assert shown.count("⇡ registered") == len(NAMES)
    assert set(server.times_registered().values()) == {1}
    assert shelf.grid().count("⇡ registered") == len(NAMES)


def test_one_refusal_is_read_at_its_field(shelf: DeskClient, server: ShelfServer) -> None:
    server.verdicts[FIFTH] = Said("refused", "The title On the shelf 05 is too dull")
    shown = sent(shelf)
    assert shown.count("⇡ registered") == len(NAMES) - 1
    assert "The title “On the shelf 05” is dull." in shown
    page = shelf.open("05.yaml")
    beside = page.text.partition('id="found-at-title"')[2].partition('class="more-languages"')[0]
    assert "is dull." in beside
    assert "refused by the agency" in shelf.grid()

    del server.verdicts[FIFTH]
    answer = page.set("title.en", "A lively title")
    assert "is dull." not in answer.text
    assert sent(shelf).count("⇡ already registered") == len(NAMES) - 1
    assert set(server.times_registered().values()) == {1}


def test_what_was_changed_since_is_out_of_date(shelf: DeskClient) -> None:
    sent(shelf)
    shelf.open("03.yaml").set("title.en", "Another title")
    shown = shelf.grid()
    assert shown.count("↻ changed since it was sent") == 1


def test_what_was_sent_can_be_looked_at(shelf: DeskClient) -> None:
    sent(shelf)
    ledger = shelf.get(f"{shelf.issue}/ledger").text
    assert ledger.count("⇡ registered") == len(NAMES)
    path = ledger.partition("/ledger/document/")[2].partition('"')[0]
    assert "On the shelf" in shelf.get(f"{shelf.issue}/ledger/document/{path}").text
    assert shelf.get(f"{shelf.issue}/ledger/answer/{path}").status_code == 200
    assert shelf.get(f"{shelf.issue}/ledger/document/99").status_code == 404


def test_the_agency_is_asked_for_an_answer(
    shelf: DeskClient, server: ShelfServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    server.queued = 1
    shelf.desk.sending = {"patience": HASTY, "wait": False}
    shelf.post(f"{shelf.issue}/deposit/start", agency="shelf")
    state(shelf, "Send? What is registered cannot be deleted.")
    shelf.post(f"{shelf.issue}/deposit/answer", do="send")
    assert state(shelf, "Outcome: ").count("accepted, no answer yet") == len(NAMES)
    assert "accepted, no answer yet" in shelf.post(f"{shelf.issue}/ledger/update").text
    answer = shelf.post(f"{shelf.issue}/ledger/update")
    assert answer.text.count("⇡ registered") == len(NAMES)


def test_a_missing_credential_is_said(shelf: DeskClient, server: ShelfServer) -> None:
    shelf.post(f"{shelf.issue}/deposit/start", agency="shelf")
    shown = state(shelf, "JATSX_SHELF")
    assert "Traceback" not in shown
    assert server.times_registered() == {}


def test_no_page_shows_a_secret(shelf: DeskClient, server: ShelfServer) -> None:
    server.verdicts[FIFTH] = Said("refused", f"Wrong: {PASSWORD}")
    pages = [sent(shelf), shelf.grid(), shelf.open("05.yaml").text]
    pages += [shelf.get(f"{shelf.issue}/{name}").text for name in ("deposit", "ledger")]
    assert [page for page in pages if PASSWORD in page] == []


def test_an_unknown_agency_is_refused(shelf: DeskClient) -> None:
    assert shelf.post(f"{shelf.issue}/deposit/start", agency="other").status_code == 422
