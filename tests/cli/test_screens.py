"""What a person sees. A folder of ``screens`` is a case: its files, the command, the screen.

In ``screen.txt`` an escape of a colour is written ``⟨31⟩``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import run

SCREENS = Path(__file__).parent / "screens"
CASES = sorted(path.name for path in SCREENS.iterdir() if path.is_dir())
COLOUR = re.compile("\x1b\\[([0-9;]*)m")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No terminal, whatever the tests are run in."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def screen(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the command of a case prints, run in a copy of its folder."""
    shutil.copytree(SCREENS / case, folder / case)
    monkeypatch.chdir(folder / case)
    program, *arguments = Path("command.txt").read_text("utf-8").split()
    assert program == "jatsx"
    return COLOUR.sub(r"⟨\1⟩", run(*arguments).stdout)


@pytest.mark.parametrize("case", CASES)
def test_the_screen_is_as_it_is_drawn(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if case == "colours":
        monkeypatch.setenv("FORCE_COLOR", "1")
    expected = (SCREENS / case / "screen.txt").read_text("utf-8")
    assert screen(case, tmp_path, monkeypatch) == expected
    assert all(line == line.rstrip() for line in expected.splitlines())


@pytest.mark.parametrize(("forced", "refused"), [("", ""), ("1", "1"), ("", "1")])
def test_no_colours_but_at_a_terminal_or_where_they_are_forced(
    forced: str, refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", forced)
    monkeypatch.setenv("NO_COLOR", refused)
    assert "⟨" not in screen("colours", tmp_path, monkeypatch)


def test_carets_stand_under_the_value_on_a_narrow_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = screen("long-line", tmp_path, monkeypatch).splitlines()
    number = next(at for at, line in enumerate(lines) if "^" in line)
    line, carets = lines[number - 1 : number + 1]
    assert max(len(line), len(carets)) <= 50
    assert line[carets.index("^") : len(carets)] == '"2024-02-30"'
