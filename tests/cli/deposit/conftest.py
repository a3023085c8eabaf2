"""The shelf as an installed plugin, its server, and an issue; credentials in the environment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import Ran, run
from tests.deposit.conftest import (
    CREDENTIALS,
    install_shelf,
    issue,
    ledger,
    no_secret_is_left,
    server,
)
from tests.deposit.shelf_server import ShelfServer

__all__ = ["issue", "ledger", "no_secret_is_left", "server"]

Command = Callable[..., Ran]


@pytest.fixture
def jatsx(
    monkeypatch: pytest.MonkeyPatch,
    issue: Path,
    ledger: Path,
    server: ShelfServer,
) -> Command:
    """Runs a command on the issue, with the shelf only."""
    install_shelf(monkeypatch)
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)

    def command(verb: str, *arguments: str | Path, source: Path | None = issue) -> Ran:
        given = () if source is None else (source,)
        return run(verb, *given, "--ledger", ledger, "--server", server.url, *arguments)

    return command
