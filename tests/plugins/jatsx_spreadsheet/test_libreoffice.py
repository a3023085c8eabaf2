"""Workbooks that LibreOffice has really written: see ``libreoffice/make.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import jatsx
from tests.plugins.jatsx_spreadsheet.test_round_trip import EXAMPLES, differences, unexplained
from tests.plugins.jatsx_spreadsheet.workbooks import articles, codes, findings, records

FILES: Final = Path(__file__).parent / "libreoffice"


def places(name: str) -> set[tuple[str, str]]:
    """The code and the cell of each finding of a file."""
    found = findings(records(FILES / name))
    return {(one.code, (one.place and one.place.cell) or "") for one in found}


def test_what_was_typed_and_changed_is_an_error() -> None:
    assert {
        ("spreadsheet-date-unexpected", "articles!E2"),  # 1/2 in the column of the first page
        ("spreadsheet-date-number", "articles!C3"),  # 45323 in the column of the date received
        ("spreadsheet-number-changed", "articles!G3"),  # 11.10 in the column of the subject code
        ("spreadsheet-flag-unexpected", "articles!B5"),  # TRUE in the column of the title
    } <= places("typed.xlsx")


def test_dates_and_formulas_with_values_are_read() -> None:
    first, second = articles(records(FILES / "dates.xlsx"))
    assert (first.dates.received, first.dates.accepted) == ("2024-02-03", "2024-03-04")
    assert (first.pages.first, second.pages.first) == ("3", "007")
    assert second.title["ru"].plain == "Река\N{NO-BREAK SPACE}"
    assert second.dates.received == "2024-02"


def test_merged_cells_and_two_people_in_a_cell_are_found() -> None:
    assert codes(records(FILES / "people.xlsx")) == {
        "spreadsheet-cells-merged": "Авторы!A2",
        "spreadsheet-people-several": "Авторы!B3",
        "spreadsheet-article-missing": "Авторы!A3",
    }


def test_an_export_that_was_saved_again_is_read_back() -> None:
    own = [one.article for one in jatsx.read(EXAMPLES / "caa-2021-4") if one.article]
    found = articles(records(FILES / "example.xlsx"))
    lost = ["issue.id", "issue.journal.rules", "issue.journal.requirements"]
    for one, other in zip(own, found, strict=True):
        different = differences(one.model_dump(), other.model_dump())
        languages = [field for field in different if field in ("title", "abstract", "keywords")]
        assert unexplained(different, [*lost, *languages]) == []
