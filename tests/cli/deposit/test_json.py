"""``--format json`` of the commands about deposits: the keys that docs/deposit/json.md lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.deposit.conftest import Command
from tests.conftest import ROOT
from tests.deposit.shelf_server import PASSWORD, Said, ShelfServer

TO = ("--to", "shelf", "--yes", "--format", "json")
KEYS = (ROOT / "docs" / "deposit" / "json.md").read_text("utf-8")


def verified(text: str) -> dict[str, Any]:
    """The data, each key of which is described."""
    data: dict[str, Any] = json.loads(text)
    articles = [*data["articles"], *data.get("unsent", ())]
    for key in {*data, *(key for one in articles for key in one)}:
        assert f"`{key}`" in KEYS, key
    return data


def test_a_deposit(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/05"] = Said("refused", "The title On the shelf 05 is too dull")
    ran = jatsx("deposit", *TO)
    data = verified(ran.stdout)
    assert (ran.exit_code, data["exit_code"], data["agency"], data["test"]) == (
        1,
        1,
        "shelf",
        False,
    )
    outcomes = {one["id"]: one["outcome"] for one in data["articles"]}
    assert outcomes == {f"{n:02}": "registered" for n in range(1, 12)} | {"05": "refused"}
    (refused,) = [one for one in data["articles"] if one["outcome"] == "refused"]
    (finding,) = refused["findings"]
    assert (finding["code"], finding["line"]) == ("shelf-title-dull", 5)
    assert PASSWORD not in ran.stdout


@pytest.mark.parametrize("language", [(), ("--lang", "kk")])
def test_findings_are_in_english_unless_asked_otherwise(
    language: tuple[str, ...], jatsx: Command, server: ShelfServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JATSX_LANG", "ru")
    server.verdicts["10.29228/05"] = Said("refused", "Board 7")
    data = verified(jatsx("deposit", *TO, *language).stdout)
    message = data["articles"][4]["findings"][0]["message"]
    assert message.startswith("Shelf has refused") is not language
    assert message.endswith("Board 7") or "Board 7" in message


def test_the_status(jatsx: Command, issue: Path) -> None:
    jatsx("deposit", *TO)
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("On the", "About the"), "utf-8")
    text = path.read_text("utf-8").replace('"05"', '"99"').replace("/05", "/99")
    (issue / "articles" / "99.yaml").write_text(text, "utf-8")
    data = verified(jatsx("status", "--format", "json").stdout)
    assert {one["outcome"] for one in data["articles"]} == {"registered"}
    assert [one["id"] for one in data["articles"] if one["changed"]] == ["05"]
    assert [one["id"] for one in data["unsent"]] == ["99"]
    everything = verified(jatsx("status", "--format", "json", source=None).stdout)
    assert {one["changed"] for one in everything["articles"]} == {None}
