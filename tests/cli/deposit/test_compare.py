"""``jatsx compare``: what differs from the records of an agency."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jatsx.cli.views.compare_text import LONGEST, _excerpts
from jatsx.deposit.compared_fields import ComparedField, FieldState
from tests.cli.commands import Ran, run
from tests.cli.deposit.test_json import verified
from tests.conftest import ROOT
from tests.servers.base import Registered
from tests.servers.crossref import CrossrefServer, User
from tests.servers.fixtures import crossref_server

__all__ = ["crossref_server"]

FIRST = "10.5555/irilj.2024.106.2.01"
ISSUE = ROOT / "examples" / "irilj-2024-2"


@pytest.fixture
def server(
    crossref_server: CrossrefServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CrossrefServer:
    """Crossref, with the example registered, and another title of its first article."""
    crossref_server.users = {"abcd": User("password-of-abcd")}
    crossref_server.queue = ()
    monkeypatch.setenv("JATSX_CROSSREF_USER", "abcd")
    monkeypatch.setenv("JATSX_CROSSREF_PASSWORD", "password-of-abcd")
    where = ("--ledger", tmp_path / "l.sqlite", "--server", crossref_server.url)
    assert run("deposit", ISSUE, "--to", "crossref", "--test", *where).exit_code == 0
    known = crossref_server.registered[FIRST]
    titles = ["Another title", *known.record["title"][1:]]
    record = {**known.record, "title": titles}
    crossref_server.registered[FIRST] = Registered(record, known.times, known.owner)
    return crossref_server


def compare(server: CrossrefServer, *arguments: str | Path) -> Ran:
    return run("compare", ISSUE, "--with", "crossref", "--server", server.url, *arguments)


def test_what_differs_is_shown(server: CrossrefServer, tmp_path: Path) -> None:
    ran = compare(server, "--ledger", tmp_path / "none.sqlite")
    assert ran.exit_code == 1
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("01")
    assert lines[0].endswith(FIRST)
    assert lines[1] == "  title.en: different"
    assert lines[2].startswith("    here: ")
    assert "    there: Another title" in lines
    assert lines[-3:] == [
        "Crossref: 6 articles",
        "  the same at the agency: 5",
        "  different at the agency: 1",
    ]


def test_as_json(server: CrossrefServer, tmp_path: Path) -> None:
    ran = compare(server, "--ledger", tmp_path / "none.sqlite", "--format", "json")
    data = verified(ran.stdout)
    assert (ran.exit_code, data["exit_code"]) == (1, 1)
    first = data["articles"][0]
    assert (first["outcome"], first["deposited"][:2]) == ("different", "20")
    (field,) = [one for one in first["fields"] if one["state"] != "same"]
    assert (field["field"], field["there"]) == ("title.en", "Another title")
    assert json.dumps(data).count('"different"') == 2


def test_an_agency_without_records() -> None:
    ran = run("compare", ISSUE, "--with", "doaj")
    assert ran.exit_code == 2
    assert "The records of DOAJ cannot be compared. Agencies: crossref." in ran.stderr


def test_long_values_are_shown_around_their_first_difference() -> None:
    here = "a" * 300 + "X" + "b" * 300
    field = ComparedField("abstract.en", FieldState.DIFFERENT, here, here.replace("X", "Y"))
    ours, theirs = _excerpts(field)
    assert ours.startswith("…" + "a" * 30 + "Xb")
    assert theirs.startswith("…" + "a" * 30 + "Yb")
    assert len(ours) == LONGEST + 2
    short = ComparedField("title.en", FieldState.DIFFERENT, "a", "b")
    assert _excerpts(short) == ("a", "b")
