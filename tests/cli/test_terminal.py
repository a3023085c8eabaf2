"""At a terminal: the progress bar is shown on long work only, and words are not broken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.processes import COMMAND, articles, environment, written
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

EXAMPLE = ROOT / "examples" / "caa-2021-4"


def shown(*arguments: str | Path) -> str:
    """What a command shows at a terminal of 80 columns."""
    import pty

    process, terminal = pty.fork()
    if process == 0:
        os.execve(COMMAND[0], [*COMMAND, *map(str, arguments)], {**environment(), "COLUMNS": "80"})
    parts = []
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.waitpid(process, 0)
    os.close(terminal)
    return b"".join(parts).decode()


def test_short_work_has_no_bar(tmp_path: Path) -> None:
    assert "Checking" not in shown("check", EXAMPLE)
    assert "Exporting" not in shown("export", EXAMPLE, "--to", "jats", "--out", tmp_path)


def test_long_work_has_a_bar(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(600))
    assert "Checking" in shown("check", source)
    ran = shown("export", source, "--to", "jats", "--out", tmp_path / "out", "--lang", "ru")
    assert "Экспорт" in ran
    assert "100%" in ran


def test_no_word_is_broken_in_80_columns(tmp_path: Path) -> None:
    text = shown("export", EXAMPLE, "--out", tmp_path, "--verbose")
    lines = text.replace("\r", "").splitlines()
    assert [line for line in lines if line.rstrip().endswith(("-", "."))] == [
        line for line in lines if line.rstrip().endswith(".")
    ]
