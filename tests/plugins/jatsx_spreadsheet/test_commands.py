"""``jatsx init --xlsx``, ``jatsx convert --to xlsx`` and commands on a workbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from click.testing import CliRunner, Result

import jatsx
from jatsx.cli import main
from jatsx_spreadsheet.columns import LANGUAGES
from jatsx_spreadsheet.headers import sheet_named, slot_of
from jatsx_spreadsheet.sheets import ARTICLES, SHEETS
from jatsx_spreadsheet.template import template_slots
from jatsx_spreadsheet.workbook import HIDDEN
from tests.plugins.jatsx_spreadsheet.test_round_trip import differences, unexplained
from tests.plugins.jatsx_spreadsheet.workbooks import saved, workbook

EXAMPLE: Final = Path(__file__).parents[3] / "examples" / "irilj-2024-2"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_has_headers_that_are_read_back(language: str, tmp_path: Path) -> None:
    file = tmp_path / "new.xlsx"
    assert run("--lang", language, "init", "--xlsx", file).exit_code == 0
    book = openpyxl.load_workbook(file)
    for sheet in SHEETS:
        page = book[sheet.names[LANGUAGES.index(language)]]
        headers = [str(cell.value) for cell in page[1]]
        assert sheet_named(page.title) is sheet
        assert [slot_of(header, sheet) for header in headers] == template_slots(sheet)
        assert page.freeze_panes is not None
    notes = [cell.comment.text for cell in book.worksheets[3][1] if cell.comment]
    assert notes[0].startswith({"en": "A short", "ru": "Короткое", "kk": "Мақаланың"}[language])
    assert book[HIDDEN].sheet_state == "hidden"


def test_the_template_is_filled_in_and_checked(tmp_path: Path) -> None:
    file = tmp_path / "2024-2.xlsx"
    run("--lang", "kk", "init", "--xlsx", file)
    book = openpyxl.load_workbook(file)
    values = {"id": "01", "title.LANG": "Су", "dates.received": "2024-02-30"}
    for n, slot in enumerate(template_slots(ARTICLES), 1):
        if slot.column.field in values and slot.keys in ((), ("kk",)):
            book["мақалалар"].cell(2, n, values[slot.column.field])
    book.save(file)
    found = json.loads(run("check", file, "--format", "json").stdout)
    (finding,) = (
        one for one in found["articles"][0]["findings"] if one["code"] == "article-date-unreal"
    )
    assert finding["file"] == str(file)
    assert finding["cell"] == "мақалалар!T2"
    assert finding["line"] is None


def test_a_file_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    file.write_bytes(b"mine")
    for arguments in (
        ("init", "--xlsx", file),
        ("convert", EXAMPLE, "--to", "xlsx", "--out", file),
    ):
        assert run(*arguments).exit_code == 2
    assert file.read_bytes() == b"mine"


@pytest.mark.parametrize("format", ["crossref", "jats", "doaj"])
def test_files_for_an_agency_are_exported_not_converted(format: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("convert", EXAMPLE, "--to", format, "--out", out)
    assert (ran.exit_code, out.exists()) == (2, False)
    assert "not made for editing" in ran.stderr
    assert ran.stderr.endswith("Formats for editing: xlsx.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--xlsx", "t.csv"], "ends in .xlsx"),
        (["2024-2", "--xlsx", "t.xlsx"], "not both"),
        (["--xlsx", "t.xlsx", "--like", "2024-1"], "convert 2024-1 --to xlsx"),
        ([], "jatsx init 2024-2"),
    ],
)
def test_a_new_workbook_is_all_that_is_written(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2024-1").mkdir()
    ran = run("init", *arguments)
    assert (ran.exit_code, says in ran.stderr) == (2, True)
    assert [one.name for one in tmp_path.iterdir()] == ["2024-1"]


def test_verbose_lists_what_a_workbook_does_not_include(tmp_path: Path) -> None:
    brief = run("convert", EXAMPLE, "--to", "xlsx", "--out", tmp_path / "a.xlsx").stdout
    full = run("convert", EXAMPLE, "--to", "xlsx", "--out", tmp_path / "b.xlsx", "--verbose").stdout
    assert ("--verbose lists them" in brief, "--verbose lists them" in full) == (True, False)
    assert "Not included in the xlsx files (2): issue.journal.requirements" in full


def test_a_folder_becomes_a_workbook_and_a_folder_again(tmp_path: Path) -> None:
    file, folder = tmp_path / "table.xlsx", tmp_path / "again"
    written = run("convert", EXAMPLE, "--to", "xlsx", "--out", file)
    assert (written.exit_code, f"Written to {file}: 6 articles." in written.stdout) == (0, True)
    assert run("convert", file, "--out", folder).exit_code == 0
    own = [one.article for one in jatsx.read(EXAMPLE) if one.article]
    again = [one.article for one in jatsx.read(folder) if one.article]
    lost = ["issue.journal.rules", "issue.journal.requirements", "title", "abstract", "keywords"]
    for one, other in zip(own, again, strict=True):
        assert unexplained(differences(one.model_dump(), other.model_dump()), lost) == []


def test_rules_do_not_block_a_workbook(tmp_path: Path) -> None:
    articles = [["id", "title en", "received"], ["01", "Water", "2024-02-30"]]
    source, file = tmp_path / "source.xlsx", tmp_path / "table.xlsx"
    source.write_bytes(saved(workbook({"articles": articles})).content)
    assert run("check", source).exit_code == 1
    assert run("convert", source, "--to", "xlsx", "--out", file).exit_code == 0
    (record,) = jatsx.read(file)
    assert record.article is not None
    assert record.article.dates.received == "2024-02-30"


def test_a_workbook_is_exported_directly(tmp_path: Path) -> None:
    file, out = tmp_path / "table.xlsx", tmp_path / "out"
    run("convert", EXAMPLE, "--to", "xlsx", "--out", file)
    exported = run("export", file, "--to", "jats", "--out", out)
    assert exported.exit_code == 0
    assert len(list(out.glob("*/jats/*.xml"))) == 6


@pytest.mark.parametrize(("view", "text"), [("github", "articles!A2: "), ("sarif", "articles!A2")])
def test_machine_formats_have_the_cell(view: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    file.write_bytes(saved(workbook({"articles": [["id", "title en"], [None, "Water"]]})).content)
    assert text in run("check", file, "--format", view).stdout


def test_notes_keep_the_cell(tmp_path: Path) -> None:
    authors = [["article", "family name ru"], ["01", "Иванов, Петров"]]
    file, folder = tmp_path / "table.xlsx", tmp_path / "folder"
    book = workbook({"articles": [["id", "title ru"], ["01", "Вода"]], "authors": authors})
    file.write_bytes(saved(book).content)
    run("convert", file, "--out", folder)
    assert "authors!B2" in (folder / "notes.yaml").read_text(encoding="utf-8")


def test_without_the_libraries_the_line_that_installs_them_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "table.xlsx"
    file.write_bytes(saved(workbook({"articles": [["id"], ["01"]]})).content)
    for package in ("python_calamine", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, package, None)
    written = run("init", "--xlsx", tmp_path / "new.xlsx")
    for ended in (run("check", file), written):
        assert "pip install 'jatsx[office]'" in ended.output
        assert ended.exit_code == 2
