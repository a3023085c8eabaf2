"""``--verbose``: code points, and findings that are folded without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from jatsx.cli import main
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "mistakes" / "good"
COMMANDS = ("check", "export", "convert", "validate")


def printed(*arguments: str) -> str:
    return CliRunner().invoke(main, arguments).stdout


def checked(folder: Path, text: str) -> tuple[str, str]:
    """What ``check`` prints on the good issue with this article, without and with the option."""
    shutil.copytree(GOOD, folder / "2024-2")
    (folder / "2024-2/articles/01.yaml").write_text(text, "utf-8")
    path = str(folder / "2024-2")
    return printed("check", path), printed("check", path, "--verbose")


@pytest.fixture
def article() -> str:
    return (GOOD / "articles/01.yaml").read_text("utf-8")


def test_code_points_are_shown_only_if_asked_for(tmp_path: Path, article: str) -> None:
    short, full = checked(tmp_path, article.replace("  en: The", "\N{NO-BREAK SPACE} en: The"))
    assert "a no-break space." in short
    assert "U+00A0" not in short
    assert "a no-break space (U+00A0)." in full


def test_similar_findings_are_all_shown_only_if_asked_for(tmp_path: Path, article: str) -> None:
    unknown = "".join(f"unknown_{number}: x\n" for number in range(9))
    short, full = checked(tmp_path, article + unknown)
    assert "Unknown field: unknown_8." not in short
    assert "Unknown field: unknown_8." in full


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_that_shows_findings_has_the_option(command: str) -> None:
    assert "--verbose" in printed(command, "--help")
