"""Several lines in one cell: lists of keywords, and reference lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import pytest

from jatsx import Article, MemoryFile, Record
from tests.plugins.jatsx_spreadsheet.test_round_trip import exported
from tests.plugins.jatsx_spreadsheet.workbooks import (
    articles,
    codes,
    findings,
    read_rows,
    records,
    saved,
    workbook,
)

Rows: TypeAlias = Mapping[str, Sequence[Sequence[Any]]]

BELOV, KIM = "Белов В.А. Право. 2010.", "Ким Н. Закон. 2015."


def with_references(*rows: Sequence[str]) -> list[Record]:
    """The records of an article in Russian with rows in the sheet of references."""
    head = ["id", "language", "title ru"]
    sheets: Rows = {"articles": [head, ["01", "ru", "Вода"]], "references": rows}
    return records(saved(workbook(sheets)))


def references(found: Sequence[Record]) -> list[dict[str, str]]:
    """The texts of the references of the article."""
    (article,) = articles(found)
    return [{tag: text.plain for tag, text in one.text.items()} for one in article.references]


@pytest.mark.parametrize("cell", ["право\nсуд", "право;\nсуд", "право;суд", "право\n\nсуд\n"])
def test_keywords_on_several_lines_are_several(cell: str) -> None:
    (article,) = articles(read_rows(["id", "keywords ru"], ["01", cell]))
    assert [one.plain for one in article.keywords["ru"]] == ["право", "суд"]


def test_keywords_with_semicolons_and_lines_are_unclear() -> None:
    found = read_rows(["id", "keywords ru"], ["01", "право; суд\nзакон"])
    assert codes(found) == {"spreadsheet-lines-unclear": "articles!B2"}
    assert articles(found) == []


def test_a_list_in_the_only_cell_is_several_references() -> None:
    found = with_references(["article", "text ru"], ["01", f"1. {BELOV}\n2. {KIM}"])
    assert references(found) == [{"ru": BELOV}, {"ru": KIM}]
    assert codes(found) == {"spreadsheet-references-list": "references!B2"}


def test_lists_in_two_scripts_are_paired() -> None:
    latin = "Kim N. Zakon. 2015.\nBelov V.A. Pravo. 2010."
    found = with_references(
        ["article", "text ru", "text ru-Latn"], ["01", f"{BELOV}\n{KIM}", latin]
    )
    assert references(found) == [
        {"ru": BELOV, "ru-Latn": "Belov V.A. Pravo. 2010."},
        {"ru": KIM, "ru-Latn": "Kim N. Zakon. 2015."},
    ]


def test_a_fault_in_a_list_is_at_its_cell() -> None:
    found = with_references(["article", "text ru"], ["01", f"1. {BELOV}\n2. {KIM}\n4. Ли А."])
    assert codes(found)["references-number-order"] == "references!B2"
    assert articles(found) == []


@pytest.mark.parametrize("first", [["01", BELOV, ""], ["01", "", "10.5555/1"]])
def test_lines_in_one_of_several_rows_are_unclear(first: list[str]) -> None:
    head = ["article", "text ru", "DOI"]
    found = with_references(head, first, ["01", f"{KIM}\nЛи А. Река.", ""])
    assert codes(found) == {"spreadsheet-lines-unclear": "references!B3"}
    assert articles(found) == []


def test_lines_beside_a_doi_are_unclear() -> None:
    found = with_references(["article", "text ru", "DOI"], ["01", f"{KIM}\nЛи А.", "10.5555/1"])
    assert codes(found) == {"spreadsheet-lines-unclear": "references!B2"}


def test_a_csv_file_has_a_column_for_the_whole_list() -> None:
    text = f'id;language;title ru;references ru\n01;ru;Вода;"1. {BELOV}\n2. {KIM}"\n'
    found = records(MemoryFile("articles.csv", text.encode()))
    assert references(found) == [{"ru": BELOV}, {"ru": KIM}]


def test_a_list_and_rows_for_the_same_article_are_an_error() -> None:
    head = ["id", "language", "title ru", "references ru"]
    sheets = {
        "articles": [head, ["01", "ru", "Вода", BELOV]],
        "references": [["article", "text ru"], ["01", KIM]],
    }
    found = records(saved(workbook(sheets)))
    assert codes(found) == {"spreadsheet-references-mixed": "references!A2"}
    assert articles(found) == []


def test_a_reference_with_a_line_end_is_written_in_one_line() -> None:
    article = Article.model_validate(
        {"id": "01", "references": [{"text": {"ru": f"{BELOV}\n{KIM}"}}, {"text": {"ru": KIM}}]}
    )
    found = records(exported([article])[0])
    assert references(found) == [{"ru": f"{BELOV} {KIM}"}, {"ru": KIM}]
    assert findings(found) == []
