"""Which files and folders are tables."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jatsx import InputFile
from jatsx_spreadsheet.headers import sheet_named
from jatsx_spreadsheet.sheets import ARTICLES

WORKBOOKS: Final = (".xlsx", ".xlsm")
TEXT: Final = (".csv", ".tsv")
OLD: Final = (".xls", ".ods", ".xlsb")
"""The endings of tables that are not read, and named so."""


def is_table(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    """Whether a file is a table by its ending, or a folder has a CSV file of articles."""
    if isinstance(path, Path) and path.is_dir():
        names = [sheet_named(one.stem) for one in tables_in(path)]
        return ARTICLES in names and not (path / "issue.yaml").exists()
    return path.suffix.lower() in (*WORKBOOKS, *TEXT, *OLD)


def is_old(path: InputFile) -> bool:
    """Whether a file is a table in a format that is not read."""
    return path.suffix.lower() in OLD


def tables_in(folder: Path) -> list[Path]:
    """The CSV files of a folder. Hidden files and lock files are passed over."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in TEXT and path.is_file() and not path.name.startswith((".", "~$"))
    )
