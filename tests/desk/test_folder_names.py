"""Folders and files of any name."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

import jatsx
from jatsx.desk.desk import Desk
from tests.desk.client import DeskClient
from tests.library.examples import FOLDER

LINK = re.compile(r'(?:href|hx-get)="(/[^"]+)"')


@pytest.mark.parametrize("name", ["Том 5 №2 #1", "a?b", "x;y&z=1", "It's «q»"])
def test_every_link_leads_somewhere(session: jatsx.Session, tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "desk" / name))
    file = folder / "articles" / f"{name}.yaml"
    (folder / "articles" / "01-inakhiya.yaml").rename(file)
    with DeskClient.of(folder, tmp_path / "out", session) as client:
        first = client.get()
        assert first.status_code == 200
        article = next(
            html.unescape(link)
            for link in LINK.findall(_grid(client, first))
            if "/article/" in link
        )
        page = client.web.get(article)
        assert page.status_code == 200
        links = [html.unescape(link) for link in LINK.findall(page.text)]
        assert [link for link in links if client.web.get(link).status_code != 200] == []


def _grid(client: DeskClient, first: object) -> str:
    """The table of the articles, when they are checked."""
    address = str(getattr(first, "url", ""))
    for _ in range(200):
        text = client.web.get(f"{address}/grid").text
        if "hx-trigger" not in text.partition(">")[0]:
            return text
    raise AssertionError("the check does not end")


@pytest.mark.parametrize("folder", [".", "../2024-2", "articles/.."])
def test_this_folder_has_a_name(
    session: jatsx.Session, issue: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """``jatsx desk`` without a folder opens the current one."""
    monkeypatch.chdir(issue)
    assert list(Desk(Path(folder), Path("out"), session, "en").issues) == ["2024-2"]
    with DeskClient.of(Path(folder), Path("out"), session) as client:
        assert client.get().status_code == 200
