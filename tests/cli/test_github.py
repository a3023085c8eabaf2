"""Annotations: one line each, every sign that has a meaning there escaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.cli.issues import article, issue_folder

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def annotated(*arguments: str | Path) -> list[tuple[str, str, str]]:
    """The kind, the properties and the text of each line."""
    lines = run(*arguments, "--format", "github").stdout.splitlines()
    found = [COMMAND.fullmatch(line) for line in lines]
    assert all(found)
    return [(one[1], one[2], one[3]) for one in found if one]


def test_it_covers_the_value(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=b"id: 01\ntitel: x\n")
    file = folder / "articles" / "01.yaml"
    where = f"file={file},line=2,col=1,endColumn=5,title=field-unknown"
    text = "Unknown field: titel. Did you mean title?"
    assert annotated("check", folder) == [("error", where, text)]


def test_errors_come_first(tmp_path: Path) -> None:
    both = article("01").replace(b"Article 01", b"Article <p>")
    folder = issue_folder(tmp_path / "2024-1", a01=both + b"dates: {received: 2024-02-30}\n")
    kinds = [kind for kind, _, _ in annotated("export", folder, "--out", tmp_path / "out")]
    assert kinds == ["error", "warning"]


@pytest.mark.parametrize(
    ("key", "escaped"), [('"100%"', "100%25"), ('"a\\nb"', "a%0Ab"), ('"a::b\\r"', "a::b%0D")]
)
def test_what_a_file_holds_ends_no_annotation(tmp_path: Path, key: str, escaped: str) -> None:
    twice = f"{key}: x\n{key}: y\n".encode()
    folder = issue_folder(tmp_path / "a,b:c%", a01=article("01") + twice)
    found = annotated("check", folder)
    (text,) = (text for _, where, text in found if where.endswith("title=key-duplicate"))
    assert text.startswith(f"The field {escaped} appears twice.")
    assert all("a%2Cb%3Ac%25" in where for _, where, _ in found)
