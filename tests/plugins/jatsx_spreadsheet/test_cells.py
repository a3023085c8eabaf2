"""What a spreadsheet program makes of what is typed: a right reading or a finding."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from jatsx.model.fieldpath import parse_path
from tests.plugins.jatsx_spreadsheet.workbooks import (
    articles,
    codes,
    findings,
    read_rows,
    records,
    saved,
    workbook,
)

FAULTS = [
    ("first page", date(2024, 2, 1), "General", "spreadsheet-date-unexpected"),
    ("title en", datetime(2024, 2, 1, 10, 30), "General", "spreadsheet-date-unexpected"),
    ("first page", time(1, 2), "General", "spreadsheet-date-unexpected"),
    ("received", datetime(2024, 2, 1, 10, 30), "yyyy-mm-dd h:mm", "spreadsheet-date-time"),
    ("received", 45323, "General", "spreadsheet-date-number"),
    ("subject code", 11.1, "General", "spreadsheet-number-changed"),
    ("subject code", 4, "General", "spreadsheet-code-number"),
    ("title en", 0.30000000000000004, "General", "spreadsheet-number-changed"),
    ("article number", 12345678901234567, "General", "spreadsheet-number-changed"),
    ("title en", True, "General", "spreadsheet-flag-unexpected"),
    ("title en", "#REF!", "General", "spreadsheet-cell-error"),
    ("title en", "=A1", "General", "spreadsheet-formula-unknown"),
]


@pytest.mark.parametrize(("header", "value", "format", "code"), FAULTS)
def test_a_value_that_was_changed_is_an_error(
    header: str, value: Any, format: str, code: str
) -> None:
    book = workbook({"Articles": [["id", "classification", header], ["01", "SRSTI", value]]})
    cell = book["Articles"]["C2"]
    cell.data_type = "e" if value == "#REF!" else cell.data_type
    cell.number_format = format if format != "General" else cell.number_format
    found = records(saved(book))
    assert codes(found)[code] == "Articles!C2"
    assert articles(found) == []


READ = [
    ("received", date(2024, 2, 1), "General", "dates.received", "2024-02-01"),
    ("received", 2024, "General", "dates.received", "2024"),
    ("received", "01.02.2024", "@", "dates.received", "01.02.2024"),
    ("first page", 7, "000", "pages.first", "007"),
    ("first page", 115, "General", "pages.first", "115"),
    ("first page", "1-2", "@", "pages.first", "1-2"),
    ("subject code", "11.10", "@", "subject_codes[0].code", "11.10"),
    ("title en", 1984, "General", "title.en", "1984"),
    ("first page", "  7 \n", "@", "pages.first", "7"),
    ("doi", "10.5555/a\N{NO-BREAK SPACE}", "@", "doi", "10.5555/a\N{NO-BREAK SPACE}"),
]


@pytest.mark.parametrize(("header", "value", "format", "field", "read"), READ)
def test_a_value_that_is_certain_is_read(
    header: str, value: Any, format: str, field: str, read: str
) -> None:
    scheme = "SRSTI" if header == "subject code" else None
    book = workbook({"articles": [["id", "classification", header], ["01", scheme, value]]})
    if format != "General":
        book["articles"]["C2"].number_format = format
    (article,) = articles(records(saved(book)))
    found: Any = article.model_dump()
    for step in parse_path(field):
        found = found[step]
    assert found == read


def test_two_people_in_a_cell_are_a_warning() -> None:
    authors = [["article", "family name ru"], ["01", "Иванов; Петров"]]
    found = records(saved(workbook({"articles": [["id"], ["01"]], "authors": authors})))
    assert codes(found) == {"spreadsheet-people-several": "authors!B2"}
    assert articles(found)[0].contributors[0].name["ru"].family == "Иванов; Петров"


def test_merged_cells_have_the_value_of_the_first() -> None:
    authors: list[list[Any]] = [
        ["article", "family name ru"],
        ["01", "Иванов"],
        [None, "Петров"],
    ]
    book = workbook({"articles": [["id"], ["01"]], "authors": authors})
    book["authors"].merge_cells("A2:A3")
    found = records(saved(book))
    assert codes(found)["spreadsheet-cells-merged"] == "authors!A2"
    assert codes(found)["spreadsheet-article-missing"] == "authors!A3"
    assert articles(found) == []


def test_ten_thousand_empty_rows_are_passed_over() -> None:
    book = workbook({"articles": [["id", "title en"], ["01", "Water"]]})
    for row in range(3, 10_003):
        book["articles"].cell(row, 1, " ").number_format = "0.00"
    book["articles"].append(["02", "River"])
    found = records(saved(book))
    assert [article.id for article in articles(found)] == ["01", "02"]
    assert findings(found) == []


def test_items_are_separated_by_semicolons_and_entities_are_whole() -> None:
    (article,) = articles(read_rows(["id", "keywords en"], ["01", "R &amp; D; AT&T; ;water"]))
    assert [one.plain for one in article.keywords["en"]] == ["R & D", "AT&T", "water"]
