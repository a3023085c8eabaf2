"""Output that goes wrong: a reader that leaves, a full disk, an encoding that lacks letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.issues import article, issue_folder

FULL = Path("/dev/full")
PROGRAM = (sys.executable, "-m", "jatsx")
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An issue with more to say than a pipe holds."""
    odd = "".join(f"title{number}: Қазақ\n" for number in range(3_000))
    others = {f"a{number}": article(str(number)) + odd[:100].encode() for number in range(100)}
    return issue_folder(tmp_path / "2024-1", a01=article("01") + odd.encode(), **others)


@pytest.mark.parametrize("view", ["text", "json", "github", "sarif", "junit"])
def test_a_reader_that_leaves_ends_it_quietly(folder: Path, view: str) -> None:
    command = [*PROGRAM, "check", str(folder), "--format", view]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=BUFFERED) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (141, b"")


if FULL.exists():

    @pytest.mark.parametrize(
        "arguments", [["--help"], ["check", "."], ["plugins"], ["schema"], ["check", "--help"]]
    )
    def test_a_full_disk_is_said(folder: Path, arguments: list[str]) -> None:
        with FULL.open("w") as full:
            ran = subprocess.run(
                [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False
            )
        assert ran.returncode == 5
        assert ran.stderr.decode() == (
            "Error: The output cannot be written: the disk is full."
            " Free some space and run the command again.\n"
        )
        assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("code_page", ["cp1251", "cp866", "cp65001", "cp437"])
def test_the_output_is_utf_8_with_any_code_page_of_windows(code_page: str, folder: Path) -> None:
    assert "title0: Қазақ".encode() in checked(folder, code_page)


def test_letters_that_the_output_lacks_are_spelt(folder: Path) -> None:
    assert "title0: \\u049aаза\\u049b".encode("koi8-r") in checked(folder, "koi8-r")


def checked(folder: Path, encoding: str) -> bytes:
    """The standard output of ``jatsx check`` with a standard encoding, through a pipe."""
    ran = subprocess.run(
        [*PROGRAM, "check", str(folder)],
        capture_output=True,
        env={**BUFFERED, "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (2, b"")
    return ran.stdout
