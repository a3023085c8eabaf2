"""The tutorials, done from an empty folder: each file written, each command run, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from jatsx.cli.plugin import scaffold
from tests.conftest import ROOT
from tests.plugin.scaffold.installing import Environment

PAGE: Final = ROOT / "docs" / "plugins" / "tutorial.md"
BLOCK: Final = re.compile(r"(?:`([\w./-]+)`:\n\n)?```(\w*)\n(.*?)```\n", re.DOTALL)
"""A block of code, with the name of its file where it has one."""

EXAMPLE: Final = ROOT / "examples" / "caa-2021-4"


@dataclass(frozen=True, slots=True)
class File:
    """A file to write."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands to type, a line each, and what they print; ``…`` stands for anything."""

    lines: str
    shown: str = ""


Step = File | Commands


def steps(page: str) -> Iterator[Step]:
    """What the page has one do, in order."""
    commands = ""
    for name, language, text in BLOCK.findall(page):
        if commands and language not in ("sh",) and not name:
            yield Commands(commands, text)
            commands = ""
            continue
        if commands:
            yield Commands(commands)
            commands = ""
        if language == "sh":
            commands = text
        else:
            assert name, f"a block without the name of its file: {text[:80]}"
            yield File(name, text)
    if commands:
        yield Commands(commands)


def is_shown(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed, as far as it shows it."""
    pattern = "".join(
        ".*?" if part == "…" else re.escape(part) for part in re.split("(…)", shown.strip())
    )
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


STEPS: Final = list(steps(PAGE.read_text("utf-8")))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment.made(tmp_path_factory.mktemp("environment"))


@pytest.fixture(scope="module")
def folder(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that was empty, when all is done."""
    return followed(STEPS, environment, tmp_path_factory.mktemp("tutorial"))


def followed(page: list[Step], environment: Environment, place: Path) -> Path:
    """A folder in which all steps of a page are done."""
    for step in page:
        if isinstance(step, File):
            (place / step.name).parent.mkdir(parents=True, exist_ok=True)
            (place / step.name).write_text(step.text, encoding="utf-8")
            continue
        done = environment.run(step.lines, place)
        assert is_shown(step.shown, done.stdout), f"{step.lines}\n{done.stdout}"
        assert bool(done.returncode) is bool(re.search(r"error\b.*:|failed,", step.shown))
    return place


def test_all_is_done_and_printed_as_shown(folder: Path) -> None:
    assert (folder / "out" / "2024-2" / "contents" / "01.json").exists()


def test_there_are_commands_and_files() -> None:
    assert len([step for step in STEPS if isinstance(step, File)]) >= 9
    assert len([step for step in STEPS if isinstance(step, Commands) and step.shown]) >= 7


def test_the_plugin_exports_an_example(
    environment: Environment, folder: Path, tmp_path: Path
) -> None:
    assert folder.exists()
    done = environment.run(f"jatsx export {EXAMPLE} --to contents --out out", tmp_path)
    assert done.returncode == 0, done.stdout
    assert "contents   Exported: 5 of 5." in done.stdout
    assert len(list((tmp_path / "out" / EXAMPLE.name / "contents").iterdir())) == 5


def test_the_reader_is_not_shaken(environment: Environment, folder: Path, tmp_path: Path) -> None:
    assert folder.exists()
    table = tmp_path / "odd.csv"
    table.write_bytes(b'id,doi,language,title\n\xff\xfe,"x\n01,10.5555/1,en,A,B,C\n\x00\n')
    done = environment.run("jatsx check odd.csv", tmp_path)
    assert "plugin-failed" not in done.stdout
    assert "Traceback" not in done.stdout


def test_the_scaffold_is_what_the_tutorial_leads_to() -> None:
    written = {(step.name, step.text) for step in STEPS if isinstance(step, File)}
    begun = {path.as_posix(): text for path, text in scaffold("contents")}
    same = {name for name, text in written if begun.get(name) == text}
    assert same == {name for name, _ in written} - {
        "jatsx_contents/__init__.py",
        "jatsx_contents/reader.py",
        "2024-3.csv",
    }


def test_readme_leads_to_it() -> None:
    assert "(docs/plugins/tutorial.md)" in (ROOT / "README.md").read_text("utf-8")


SEEN: Final = {
    ("a\nb\n", "a\nb\n"): True,
    ("a\n…\nc\n", "a\nb\nb\nc\n"): True,
    ("…\nb\n", "a\nb"): True,
    ("b\n", "a\nb\n"): False,
    ("a\n…\nd\n", "a\nb\nc\n"): False,
    ("a.\n", "ab\n"): False,
}


@pytest.mark.parametrize(("shown", "printed"), SEEN)
def test_a_difference_is_seen(shown: str, printed: str) -> None:
    assert is_shown(shown, printed) is SEEN[shown, printed]
