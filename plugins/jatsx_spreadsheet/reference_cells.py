"""Reference lists that are in one cell instead of in a row for each reference."""

from __future__ import annotations

from typing import Any, Final

from jatsx import Finding, Level
from jatsx.model.fieldpath import Path
from jatsx_spreadsheet.described import Described

REFERENCES: Final = "references"


def take_reference_list(article: Described) -> None:
    """Takes the texts of the only row as reference lists if they have several lines.

    With other values beside them, or with more rows, several lines in a cell are an error.
    """
    rows = article.data.get(REFERENCES, [])
    if not isinstance(rows, list):
        return
    cells = [
        (REFERENCES, n, "text", tag)
        for n, row in enumerate(rows)
        for tag, text in row.get("text", {}).items()
        if "\n" in text
    ]
    is_list = len(rows) == 1 and [*rows[0]] == ["text"]
    if cells and is_list:
        _take_texts(article, rows[0]["text"])
        _report(article, "spreadsheet-references-list", cells[0], Level.WARNING)
    else:
        for cell in cells:
            _report(article, "spreadsheet-lines-unclear", cell, Level.ERROR)


def _take_texts(article: Described, texts: dict[str, Any]) -> None:
    article.data[REFERENCES] = texts
    for tag in texts:
        article.places[REFERENCES, tag] = article.places[REFERENCES, 0, "text", tag]


def _report(article: Described, code: str, cell: Path, level: Level) -> None:
    place = article.places[cell]
    article.findings.append(Finding(code, level, article=article.row.id, place=place))
