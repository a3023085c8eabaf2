"""A thousand articles go out in bounded memory, in submissions under the size limit."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from jatsx.library.deposits import send
from jatsx.library.session import Session
from tests.deposit.conftest import AT_ONCE, CREDENTIALS, HASTY, session
from tests.deposit.shelf_server import ShelfServer
from tests.servers.fixtures import running

__all__ = ["session"]

LIMIT = 20_000
JOURNAL = {"title": {"en": "Annals of Shelves"}, "issn": {"electronic": "2075-1567"}}
ISSUE = {"id": "2024-1", "volume": "3", "number": "1", "year": "2024", "journal": JOURNAL}


def written(path: Path, number: int) -> Path:
    """A JSON Lines file of an issue."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(number):
            address = {"doi": f"10.29228/{n}", "url": f"https://annals.kz/{n}", "language": "en"}
            people = [{"name": {"en": {"family": "Carpenter", "given": "Anna"}}}]
            title = {"en": f"On the shelf {n}, " + "and so on " * 20}
            article = {"id": str(n), **address, "title": title, "contributors": people}
            file.write(json.dumps({**article, "issue": ISSUE}) + "\n")
    return path


@pytest.fixture
def limited(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The shelf with a size limit."""
    shelf = replace(session.registry.agencies["shelf"], most_bytes=LIMIT)
    monkeypatch.setitem(session.registry.agencies, "shelf", shelf)
    return session


def deposited(folder: Path, number: int, session: Session) -> tuple[DepositResult, list[int], int]:
    """A deposit, the sizes of its submissions, and the largest memory in bytes."""
    with running(ShelfServer()) as server:
        tracemalloc.start()
        try:
            result = send(
                written(folder / f"{number}.jsonl", number),
                "shelf",
                ledger=folder / f"{number}.sqlite",
                credentials=CREDENTIALS,
                server=server.url,
                session=session,
                waiting=replace(AT_ONCE, total=60),
                patience=HASTY,
            )
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        sizes = [len(one.body) for one in server.asked("/deposit") if one.method == "POST"]
        assert set(server.times_registered().values()) == {1}
        assert len(server.registered) == number
    return result, sizes, peak


def test_a_thousand_articles(tmp_path: Path, limited: Session) -> None:
    _, _, one_part = deposited(tmp_path, 500, limited)
    result, sizes, peak = deposited(tmp_path, 1_000, limited)
    assert (result.count(Standing.REGISTERED), result.exit_code) == (1_000, 0)
    assert max(sizes) <= LIMIT
    assert len(sizes) >= sum(sizes) / LIMIT
    assert len(sizes) < 2 * sum(sizes) / LIMIT
    assert peak < 1.3 * one_part
