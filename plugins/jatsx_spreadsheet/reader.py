"""Reads a workbook, a CSV file of articles, or a folder of CSV files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jatsx import Finding, FrozenMap, InputFile, Level, Place, Record, UnreadableSource
from jatsx_spreadsheet.assembly import records
from jatsx_spreadsheet.csv_text import csv_grid
from jatsx_spreadsheet.grids import Grid
from jatsx_spreadsheet.headers import sheet_named, similar_sheet
from jatsx_spreadsheet.recognition import TEXT, is_old, tables_in
from jatsx_spreadsheet.sheets import ARTICLES
from jatsx_spreadsheet.tables import Table, table_of
from jatsx_spreadsheet.workbook import workbook_grids


def read(path: InputFile, options: Mapping[str, str]) -> Iterator[Record]:
    """The articles of a table. What is wrong with its content is a finding."""
    source = str(path)
    try:
        grids = _grids(path, options.get("encoding"))
    except UnreadableSource as error:
        file = error.params.pop("file", source)
        yield Record(source, findings=[error.finding(file)], is_article=False)
        return
    tables, findings = _tables(grids, source)
    if not _describes_issue(path):
        place = grids[0].place()
        findings.append(Finding("spreadsheet-issue-missing", Level.WARNING, place=place))
    found = list(records(tables, source, path.stem))
    if findings:
        yield Record(source, findings=findings, is_article=False)
    if any(finding.level is Level.ERROR for finding in findings):
        found = [_without_article(record) for record in found]
    yield from found


def _describes_issue(path: InputFile) -> bool:
    """Whether a source has a place for the issue and the journal: a CSV file has none."""
    return path.suffix.lower() not in TEXT


def _without_article(record: Record) -> Record:
    return Record(record.source, None, record.id, record.findings, record.locate, record.is_article)


def _grids(path: InputFile, encoding: str | None) -> list[Grid]:
    """The sheets of a source.

    Raises:
        OSError: a file cannot be read.
        UnreadableSource: it is not a table, or too large.
    """
    if is_old(path):
        raise UnreadableSource("spreadsheet-file-old", ending=path.suffix)
    if isinstance(path, Path) and path.is_dir():
        return [_csv_grid(one, encoding) for one in tables_in(path)]
    if path.suffix.lower() in TEXT:
        return [csv_grid(path, str(path), ARTICLES.name, ARTICLES, encoding)]
    return workbook_grids(path, str(path))


def _csv_grid(path: Path, encoding: str | None) -> Grid:
    try:
        return csv_grid(path, str(path), path.stem, sheet_named(path.stem) or ARTICLES, encoding)
    except UnreadableSource as error:
        error.params["file"] = str(path)
        raise


def _tables(grids: Sequence[Grid], source: str) -> tuple[dict[str, Table], list[Finding]]:
    """The tables by the name of their sheet, and the findings about sheets."""
    tables: dict[str, Table] = {}
    findings: list[Finding] = []
    for grid in grids:
        sheet = sheet_named(grid.name)
        if sheet is None:
            findings += _unknown_sheet(grid)
        elif sheet.name in tables:
            params = FrozenMap({"sheet": grid.name, "other": tables[sheet.name].grid.name})
            findings.append(Finding("spreadsheet-sheet-twice", params=params, place=grid.place()))
        else:
            tables[sheet.name] = table_of(grid, sheet)
    if ARTICLES.name not in tables:
        findings.append(Finding("spreadsheet-articles-missing", place=Place(source)))
    elif not tables[ARTICLES.name].rows:
        place = tables[ARTICLES.name].grid.place()
        findings.append(Finding("spreadsheet-articles-empty", place=place))
    return tables, findings


def _unknown_sheet(grid: Grid) -> Iterator[Finding]:
    """A sheet that is not read. If its name is probably misspelt, it is an error."""
    if not grid.rows:
        return
    similar = similar_sheet(grid.name)
    params = FrozenMap({"sheet": grid.name, **({"similar": similar} if similar else {})})
    level = Level.ERROR if similar else Level.WARNING
    code = "spreadsheet-sheet-misspelt" if similar else "spreadsheet-sheet-unknown"
    yield Finding(code, level, params, place=grid.place())
