"""Mistakes that a secretary makes, each in a folder of its own.

A folder has the one file that differs from the issue in ``good/``, and ``expected.yaml``: the code
of the finding, its lines, what its hint contains in every language, and the lines ``first`` to
``last`` of the file as they are when the hint has been followed (``mended``).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import jatsx
from jatsx.findings.finding import Finding
from jatsx.findings.translation import LANGUAGES, in_language
from jatsx.readers.yaml_text import read_yaml

HERE = Path(__file__).parent
GOOD = HERE / "good"
CASES = sorted(path.parent for path in HERE.glob("*/expected.yaml"))
FEWEST = 80


@dataclass(frozen=True)
class Mistake:
    """A file with a mistake, and what is expected of it."""

    file: Path
    broken: str
    expected: dict[str, Any]

    @property
    def mended(self) -> str:
        """The text of the file when the hint has been followed."""
        lines = self.broken.splitlines()
        first, last = int(self.expected["first"]) - 1, int(self.expected["last"])
        lines[first:last] = self.expected["mended"]
        return "\n".join(lines) + "\n"


@cache
def session() -> jatsx.Session:
    return jatsx.Session()


def mistake(case: Path) -> Mistake:
    (path,) = (one for one in case.rglob("*.yaml") if one.name != "expected.yaml")
    expected, faults = read_yaml((case / "expected.yaml").read_text("utf-8"))
    assert faults == []
    return Mistake(path.relative_to(case), path.read_text("utf-8"), expected)


def findings(folder: Path, file: Path, text: str) -> list[Finding]:
    """The findings on the good issue with another text in one of its files."""
    issue = folder / "2024-2"
    shutil.copytree(GOOD, issue)
    (issue / file).write_text(text, "utf-8")
    return list(jatsx.check(issue, session=session()).run.all_findings)


def test_there_are_many() -> None:
    assert len(CASES) >= FEWEST


def test_the_good_issue_has_no_findings(tmp_path: Path) -> None:
    journal = Path("journal.yaml")
    assert findings(tmp_path, journal, (GOOD / journal).read_text("utf-8")) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_only_the_mistake_is_reported_and_the_hint_mends_it(case: Path, tmp_path: Path) -> None:
    one = mistake(case)
    found = findings(tmp_path / "broken", one.file, one.broken)
    assert {finding.code for finding in found} == {one.expected["code"]}
    lines = {finding.place.line for finding in found if finding.place}
    assert lines == set(map(int, one.expected["lines"]))
    for language in LANGUAGES:
        with in_language(language):
            hint = session().registry.sentences.hint(found[0])
        assert one.expected.get("hint", "") in hint
        assert hint
    assert findings(tmp_path / "mended", one.file, one.mended) == []
