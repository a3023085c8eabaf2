"""Sheets, headers and rows: what is unknown, missing or there twice is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import jatsx
from jatsx_spreadsheet.columns import ITEM, KEY, LANGUAGE, LANGUAGES, Column, ColumnSlot, Sheet
from jatsx_spreadsheet.headers import sheet_named, slot_of
from jatsx_spreadsheet.sheets import ARTICLES, SHEETS
from tests.plugins.jatsx_spreadsheet.workbooks import (
    articles,
    codes,
    findings,
    read_rows,
    records,
    saved,
    workbook,
)

COLUMNS = [(sheet, column) for sheet in SHEETS for column in sheet.all_columns]
ARTICLE = [["id", "title en"], ["01", "Water"], ["2", "River"]]


def slot(column: Column, number: int = 1) -> ColumnSlot:
    keys = {LANGUAGE: "ru-Latn", KEY: "edn"}
    return ColumnSlot(column, number, tuple(keys[step] for step in column.keys))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("sheet", "column"), COLUMNS, ids=[f"{one.name}.{column.field}" for one, column in COLUMNS]
)
def test_each_header_is_read_back_in_each_language(
    sheet: Sheet, column: Column, language: str
) -> None:
    for number in (1, 2, 12) if ITEM in column.steps[:-1] else (1,):
        written = slot(column, number)
        assert slot_of(written.header(language), sheet) == written
        assert slot_of(f"  {written.header(language).upper()} ", sheet) != slot_of("?", sheet)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.name)
def test_names_of_columns_are_unique_in_a_sheet(sheet: Sheet) -> None:
    for n, _ in enumerate(LANGUAGES):
        names = [column.names[n].casefold() for column in sheet.all_columns]
        assert len(names) == len({*names})
    assert all(sheet_named(name) is sheet for name in sheet.names)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("tilte ru", "spreadsheet-column-misspelt"),
        ("заметки", "spreadsheet-column-unknown"),
        ("title", "spreadsheet-column-language"),
        ("title en", "spreadsheet-column-twice"),
        (None, "spreadsheet-header-missing"),
    ],
)
def test_a_header_that_is_not_read_is_named(header: str | None, code: str) -> None:
    found = read_rows(["id", "title en", header], ["01", "Water", "Вода"])
    assert codes(found) == {code: "articles!C1"}
    assert bool(articles(found)) is (code == "spreadsheet-column-unknown")


def test_a_value_after_the_last_header_of_a_csv_file_is_named() -> None:
    """A separator in a value without quotation marks makes one cell too many."""
    content = b"id;title en;keywords en\n01;Water;river\n02;Law;right; court; judge\n"
    found = records(jatsx.MemoryFile("articles.csv", content))
    assert codes(found)["spreadsheet-header-missing"] == "3"
    assert articles(found) == []


def test_a_misspelt_header_has_its_right_form() -> None:
    (finding,) = findings(read_rows(["id", "аннотацыя рус"], ["01", "Вода"]))
    assert finding.params["similar"] == "аннотация рус"


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("title_en", ("title", "en")),
        ("title.en", ("title", "en")),
        ("TITLE_en", ("title", "en")),
        ("other_abstract_2_ru", ("other_abstracts", 1, "text", "ru")),
        ("first_page", ("pages", "first")),
        ("full_text_type_2", ("links", 1, "content_type")),
        ("ключевые_слова_каз", ("keywords", "kk")),
        ("identifier_my_id", ("identifiers", "my_id")),
    ],
)
def test_an_underscore_is_like_a_space(header: str, path: tuple[str | int, ...]) -> None:
    found = slot_of(header, ARTICLES)
    assert isinstance(found, ColumnSlot)
    assert found.path == path


def test_a_misspelt_header_with_underscores_has_its_right_form() -> None:
    (finding,) = findings(read_rows(["id", "tilte_ru"], ["01", "Вода"]))
    assert finding.params["similar"] == "title ru"


def test_rows_above_the_headers_are_named() -> None:
    found = read_rows(["Статьи выпуска №4"], [None], ["id", "title ru"], ["01", "Вода"])
    assert codes(found) == {"spreadsheet-row-ignored": "articles!A1"}
    assert [one.id for one in articles(found)] == ["01"]


def test_rows_above_the_headers_of_a_csv_file_are_named() -> None:
    content = "Статьи, выпуск №4;;\nid;title ru;title en\n01;Вода;Water\n".encode()
    found = records(jatsx.MemoryFile("articles.csv", content))
    assert codes(found)["spreadsheet-row-ignored"] == "1"
    assert [one.title["en"].plain for one in articles(found)] == ["Water"]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_may_be_declared(separator: str) -> None:
    rows = [["id", "title en"], ["01", "Water; law, a\treview".replace(separator, "")]]
    text = "\r\n".join([f"sep={separator}", *map(separator.join, rows)])
    found = records(jatsx.MemoryFile("articles.csv", text.encode()))
    assert [one.title["en"].plain for one in articles(found)] == [rows[1][1]]
    assert {*codes(found)} == {"spreadsheet-issue-missing"}
    (record,) = (one for one in found if one.article)
    assert record.locate is not None
    assert str(record.locate("title.en", "")) == "articles.csv:3"


def test_a_sheet_without_a_known_header_is_an_error() -> None:
    found = read_rows(["№", "Автор"], ["1", "Ли"])
    assert codes(found)["spreadsheet-headers-missing"] == "articles!A1"
    assert articles(found) == []


def test_a_csv_file_says_where_the_issue_and_the_journal_are_described() -> None:
    content = b"id;title en\n01;Water\n"
    found = records(jatsx.MemoryFile("articles.csv", content))
    assert [(one.code, one.level) for one in findings(found)] == [
        ("spreadsheet-issue-missing", jatsx.Level.WARNING)
    ]


def test_a_missing_value_is_named_by_its_column() -> None:
    found = read_rows(["id", "subject code", "subject code 2"], ["01", "10.10", "11.25"])
    missing = [
        (str(one.place and one.place.cell), one.params["header"])
        for one in findings(found)
        if one.code == "spreadsheet-value-missing"
    ]
    assert missing == [("articles!B2", "classification"), ("articles!C2", "classification 2")]


def test_an_affiliation_without_an_id_has_a_sentence_of_its_own() -> None:
    affiliations: list[list[Any]] = [["id", "institution en"], [None, "A"]]
    sheets = {"articles": ARTICLE, "affiliations": affiliations}
    (finding,) = findings(records(saved(workbook(sheets))))
    assert finding.code == "spreadsheet-affiliation-unused"
    assert dict(finding.params) == {}, "an empty id is not shown"


def test_a_language_may_be_a_word() -> None:
    (article,) = articles(read_rows(["id", "Название (рус)", "атауы қаз"], ["01", "Вода", "Су"]))
    assert {tag: one.plain for tag, one in article.title.items()} == {"ru": "Вода", "kk": "Су"}


@pytest.mark.parametrize(
    ("sheets", "code", "place"),
    [
        ({"articels": ARTICLE}, "spreadsheet-sheet-misspelt", "articels"),
        ({"Лист1": ARTICLE}, "spreadsheet-sheet-unknown", ""),
        ({"articles": ARTICLE, "Статьи": ARTICLE}, "spreadsheet-sheet-twice", ""),
        ({"articles": [["title en"], ["Water"]]}, "spreadsheet-column-missing", "articles!A1"),
        ({"articles": [["id"]]}, "spreadsheet-articles-empty", ""),
        ({"articles": [["id"], ["1"], ["1"]]}, "spreadsheet-id-twice", "articles!A3"),
        (
            {"articles": ARTICLE, "authors": [["family name ru"], ["Иванов"]]},
            "spreadsheet-column-missing",
            "authors!A1",
        ),
        (
            {"articles": ARTICLE, "authors": [["article", "family name ru"], ["02", "Ли"]]},
            "spreadsheet-article-unknown",
            "authors!A2",
        ),
        (
            {"articles": ARTICLE, "issue": [["year"], ["2024"], ["2025"]]},
            "spreadsheet-row-second",
            "issue!A3",
        ),
    ],
)
def test_what_is_missing_or_there_twice_blocks_all_articles(
    sheets: dict[str, Sequence[Sequence[Any]]], code: str, place: str
) -> None:
    found = records(saved(workbook(sheets)))
    assert code in codes(found)
    assert articles(found) == []
    if "!" in place:
        assert codes(found)[code] == place


def test_an_unknown_article_has_the_similar_id() -> None:
    authors = [["article", "family name ru"], ["02", "Ли"]]
    found = findings(records(saved(workbook({"articles": ARTICLE, "authors": authors}))))
    assert [one.params.get("similar") for one in found] == ["2"]


def test_an_affiliation_without_an_article_serves_all_that_name_it() -> None:
    sheets = {
        "articles": ARTICLE,
        "authors": [["article", "family name ru", "affiliations"], ["01", "Ли", "b; a"]],
        "affiliations": [["id", "institution en"], ["a", "A"], ["b", "B"], ["c", "C"]],
    }
    found = records(saved(workbook(sheets)))
    first, second = articles(found)
    assert [one.id for one in first.affiliations] == ["a", "b"]
    assert second.affiliations == ()
    assert codes(found) == {"spreadsheet-affiliation-unused": "affiliations!A4"}


def test_places_are_cells() -> None:
    sheets = {
        "articles": ARTICLE,
        "Мои заметки": [["x"]],
        "authors": [["article", "family name ru", "given name ru"], ["01", "Ли", "Анна"]],
        "journal": [["title ru", "ISSN print"], ["Журнал", "1563-0285"]],
    }
    record = next(one for one in records(saved(workbook(sheets))) if one.article)
    assert record.locate is not None
    places = {
        field: str(record.locate(field, ""))
        for field in ("contributors[0].name.ru.given", "title.kk", "issue.journal.issn.print")
    }
    assert places == {
        "contributors[0].name.ru.given": "table.xlsx:authors!C2",
        "title.kk": "table.xlsx:articles!B2",
        "issue.journal.issn.print": "table.xlsx:journal!B2",
    }
