"""Faults planted in the reader of the tutorial are caught by the conformance tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.testing import ReaderConformance, Sample
from tests.conftest import ROOT
from tests.testing.planted import failed_tests

PAGE: Final = (ROOT / "docs" / "plugins" / "tutorial.md").read_text("utf-8")
SOURCE: Final = PAGE.partition("`jatsx_contents/reader.py`:\n\n```python\n")[2].partition("```")[0]
TABLE: Final = """id,doi,language,title
01,10.5555/one,en,Water at <i>p</i> < 0.05
02,10.5555/two,ru,"Вода, соль
и песок"
"""
SAMPLE: Final = Sample(
    "2024-3.csv", TABLE.encode(), ("10.5555/one", "Water", "10.5555/two", "соль\nи песок")
)

FAULTS: Final = {
    "unknown bytes are replaced": ('.decode("utf-8-sig")', '.decode("utf-8", "replace")'),
    "the byte-order mark is kept": ("utf-8-sig", "utf-8"),
    "lines are split before the table is read": (
        'lines = StringIO(path.read_bytes().decode("utf-8-sig"), newline="")',
        'lines = path.read_bytes().decode("utf-8-sig").splitlines()',
    ),
    "a column is not read": ('"doi": row["doi"]', '"doi": None'),
    "values are cut": ('row["title"] or ""', '(row["title"] or "")[:5]'),
    "values are in small letters": ('row["doi"]', '(row["doi"] or "").replace("one", "ONE")'),
    "the last row is left out": ("for row in rows:", "for row in [*rows][:-1]:"),
    "lines are counted from zero far below": ("last + 1", "last + 100"),
    "an error of the table is raised": ("except csv.Error:", "except ZeroDivisionError:"),
    "an error of the encoding is raised": (
        "except UnicodeDecodeError:",
        "except ZeroDivisionError:",
    ),
    "a finding has no message": ('"table-file-form": Message(', '"table-file-shape": Message('),
    "a placeholder has no value": (
        'yield unreadable(path, "table-file-form", columns=listed(COLUMNS))',
        'yield unreadable(path, "table-file-form")',
    ),
    "an empty table is silent": (
        "if rows.fieldnames is None or {*rows.fieldnames} != {*COLUMNS}:",
        "if rows.fieldnames is None:\n            return\n"
        "        if {*rows.fieldnames} != {*COLUMNS}:",
    ),
    "something is printed": ("    empty = [name", "    print(row)\n    empty = [name"),
    "only paths are recognised": ('path.suffix == ".csv"', "path.is_absolute()"),
}


def failures(source: str, folder: Path) -> list[str]:
    """The conformance tests that a reader with this source fails."""
    names: dict[str, Any] = {}
    exec(source, names)
    tests = type("Tests", (ReaderConformance,), {"reader": names["READER"], "samples": (SAMPLE,)})
    return failed_tests(tests, {"sample": SAMPLE}, folder)


def test_the_reader_passes(tmp_path: Path) -> None:
    assert failures(SOURCE, tmp_path) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught(name: str, tmp_path: Path) -> None:
    old, new = FAULTS[name]
    assert SOURCE.count(old) == 1
    assert failures(SOURCE.replace(old, new), tmp_path) != []
