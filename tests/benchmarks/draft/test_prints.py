"""The same print in other forms, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from benchmarks.draft.__main__ import main
from benchmarks.draft.comparison import letters
from benchmarks.draft.prints import made
from benchmarks.draft.prints.pdf import divided
from jatsx_draft.printed import PrintedLine, TextMark
from jatsx_draft.sources import printed_lines
from tests.benchmarks.draft.invented import GOLD

PRINT = """# THE WIND OF THE STEPPE

A. Omar<sup>1</sup>, **B. Serik**

The wind blows over the steppe all day, and *nobody* asks where it comes from.
Жел туралы ғылым даланың ауа райын зерттейді: <https://wind.example.org/a_long/address_of/a_page>

- Bell B. Rain.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "wind.txt"
    path.write_text(PRINT, "utf-8")
    return path


def lines(path: Path, folder: Path, ending: str) -> list[PrintedLine]:
    (folder / "made").mkdir()
    return list(printed_lines(made(path, folder / "made", ending)))


def test_docx_has_the_same_lines_and_marks(source: Path, tmp_path: Path) -> None:
    before, after = list(printed_lines(source)), lines(source, tmp_path, ".docx")
    assert [line.text for line in after] == [line.text for line in before]
    assert [line.heading for line in after] == [line.heading for line in before]
    assert [bool(line.bullet) for line in after] == [bool(line.bullet) for line in before]
    for one, other in zip(before[1:], after[1:], strict=True):  # a style makes headings bold
        assert set(other.spans) == {span for span in one.spans if span.mark is not TextMark.LINK}


def test_text_without_markup(source: Path, tmp_path: Path) -> None:
    before, after = list(printed_lines(source)), lines(source, tmp_path, ".txt")
    assert [line.text for line in after] == [line.text for line in before]
    assert not any(line.spans or line.heading or line.bullet for line in after)


def test_pdf_loses_no_letters(source: Path, tmp_path: Path) -> None:
    source.write_text(f"{PRINT}\n{PRINT.split('Omar')[1] * 40}", "utf-8")
    before, after = list(printed_lines(source)), lines(source, tmp_path, ".pdf")
    texts = ["".join(letters(line.text) for line in found) for found in (before, after)]
    assert texts[0] == texts[1]
    assert after[-1].page == int(after[-1].folio) > 2


def test_addresses_are_not_divided_by_hyphens() -> None:
    address = "https://university.example/international"
    assert divided(address) == address


def test_a_print_that_is_refused_has_all_its_values_missing(source: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold" / "wind"
    gold.mkdir(parents=True)
    for name, data in (("issue", {"year": 2024}), ("journal", {}), ("01", GOLD)):
        (gold / f"{name}.yaml").write_text(yaml.safe_dump(data), "utf-8")
    figures = tmp_path / "figures.json"
    ended = CliRunner().invoke(
        main, [str(source), "--gold", str(gold.parent), "--json", str(figures)]
    )
    assert ended.exit_code == 0, ended.output
    assert "wind.txt: draft-issue-unrecognised" in ended.output
    assert "| article | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |" in ended.output
    assert figures.is_file()
