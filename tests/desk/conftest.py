"""A desk with an issue of the examples, and a client that speaks to it as a page of it would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import jatsx
from tests.desk.client import DeskClient
from tests.library.examples import FOLDER


@pytest.fixture(scope="session")
def session() -> jatsx.Session:
    return jatsx.Session()


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue folder that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "desk" / "2024-2"))


@pytest.fixture
def client(issue: Path, session: jatsx.Session, tmp_path: Path) -> Iterator[DeskClient]:
    with DeskClient.of(issue, tmp_path / "out", session) as opened:
        yield opened


@pytest.fixture
def empty(session: jatsx.Session, tmp_path: Path) -> Iterator[DeskClient]:
    """A desk whose folder is empty."""
    folder = tmp_path / "2024-3"
    folder.mkdir()
    with DeskClient.of(folder, tmp_path / "out", session) as opened:
        yield opened
