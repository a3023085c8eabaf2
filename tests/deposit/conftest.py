"""The shelf, installed as a plugin, its server, and an issue of eleven articles."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.asking import Waiting
from jatsx.deposit.result import DepositResult
from jatsx.http import Patience
from jatsx.library.deposits import send
from jatsx.library.session import Session
from tests.deposit.shelf_server import PASSWORD, USER, ShelfServer
from tests.servers.fixtures import running

NAMES = tuple(f"{number:02}" for number in range(1, 12))
CREDENTIALS = {"JATSX_SHELF_USER": USER, "JATSX_SHELF_PASSWORD": PASSWORD}
AT_ONCE = Waiting(first=0, longest=0.01, total=5, grace=600)
HASTY = Patience(timeout=2, answer=2, attempts=2, first_wait=0, longest_wait=0, total=5)

JOURNAL = """\
title: {en: Annals of Shelves}
issn: {electronic: 2075-1567}
publisher: {name: {en: Wood Press}}
"""
ISSUE = """\
volume: 3
number: 1
year: 2024
doi: 10.29228/annals.2024.1
published: {online: 2024-06}
"""
ARTICLE = """\
id: "{name}"
doi: 10.29228/{name}
url: https://annals.kz/{name}
language: en
title: {{en: On the shelf {name}}}
contributors:
  - name: {{en: {{family: Carpenter, given: Anna}}}}
"""

Send = Callable[..., DepositResult]


SECRETS = (
    PASSWORD,
    *("password-of-abcd", "password-of-editor", "key-of-publisher", "password-of-repo"),
)
"""The passwords and keys of all tests."""

OF_USERS = (".yaml", ".secrets")
"""The endings of files that tests write themselves."""


@pytest.fixture(autouse=True)
def no_secret_is_left(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[None]:
    """No test leaves a password or a key in a file, in the output or in a log of any level."""
    caplog.set_level(logging.DEBUG)
    yield
    out, err = capfd.readouterr()
    found = {"output": out + err, "log": caplog.text}
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix not in OF_USERS:
            found[path.name] = path.read_bytes().decode("latin-1")
    assert [name for name, text in found.items() if any(one in text for one in SECRETS)] == []


@pytest.fixture(scope="session")
def session() -> Session:
    """jatsx with the shelf as its only plugin."""
    with pytest.MonkeyPatch.context() as patch:
        install_shelf(patch)
        return Session()


def install_shelf(patch: pytest.MonkeyPatch) -> None:
    """The shelf is the only plugin that is installed, as long as the patch holds."""
    point = EntryPoint("shelf", "tests.deposit.shelf", "jatsx")
    patch.setattr("jatsx.plugin.registry.entry_points", lambda group: [point])  # noqa: ARG005


@pytest.fixture
def server() -> Iterator[ShelfServer]:
    with running(ShelfServer()) as one:
        yield one


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue folder of eleven articles."""
    return write_issue(tmp_path / "2024-1", NAMES)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The file of a ledger."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def deposit(session: Session, server: ShelfServer, issue: Path, ledger: Path) -> Send:
    """Sends the issue to the shelf."""

    def deposit(to: str = "shelf", *, source: Any = issue, **others: Any) -> DepositResult:
        given = {
            "ledger": ledger,
            "credentials": CREDENTIALS,
            "server": server.url,
            "session": session,
            "waiting": AT_ONCE,
            "patience": HASTY,
            **others,
        }
        return send(source, to, **given)

    return deposit


def write_issue(folder: Path, names: tuple[str, ...]) -> Path:
    """Writes an issue folder."""
    (folder / "articles").mkdir(parents=True)
    (folder / "journal.yaml").write_text(JOURNAL, "utf-8")
    (folder / "issue.yaml").write_text(ISSUE, "utf-8")
    for name in names:
        article = ARTICLE.format(name=name)
        (folder / "articles" / f"{name}.yaml").write_text(article, "utf-8")
    return folder
