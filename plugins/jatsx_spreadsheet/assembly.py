"""From tables to articles, each with its issue and journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from jatsx import Finding, FrozenMap, Level, Place, Record, record_of
from jatsx.model.fieldpath import Path
from jatsx_spreadsheet.column_paths import with_column
from jatsx_spreadsheet.described import Described
from jatsx_spreadsheet.reference_cells import take_reference_list
from jatsx_spreadsheet.sheets import OF_ARTICLE
from jatsx_spreadsheet.tables import Table, TableRow


def records(tables: Mapping[str, Table], source: str, issue_id: str) -> Iterator[Record]:
    """The record of each article, after the findings that concern all of them.

    An error in a sheet as a whole, its headers, the issue or the journal blocks every article: a
    value may be missing in any of them.

    Args:
        tables: the tables by the name of their sheet.
        source: the name of the file.
        issue_id: the id of the issue, if no cell gives it.
    """
    articles, shared = described(tables, issue_id)
    if shared:
        yield Record(source, findings=shared, is_article=False)
    is_blocked = any(finding.level is Level.ERROR for finding in shared)
    for one in articles:
        record = record_of(one.data, source, one.locate, one.findings)
        record = replace(record, findings=[*map(with_column, record.findings)])
        yield replace(record, article=None) if is_blocked else record


def described(tables: Mapping[str, Table], issue_id: str) -> tuple[list[Described], list[Finding]]:
    """The articles, and the findings that concern all of them."""
    shared = [finding for table in tables.values() for finding in table.findings]
    issue, issue_places = _issue(tables, issue_id, shared)
    articles: dict[str, Described] = {}
    for row in _rows(tables, "articles"):
        if not row.id:
            shared += [*row.findings, _fault("spreadsheet-id-missing", row)]
        elif row.id in articles:
            first = articles[row.id].row.place
            twice = _fault("spreadsheet-id-twice", row, id=row.id, first=first.cell or str(first))
            shared += [*row.findings, twice]
        else:
            data = {**row.data, "issue": issue}
            articles[row.id] = Described(row, data, {**issue_places, **row.places}, row.findings)
    for name in OF_ARTICLE:
        if name != "affiliations":
            shared += _add_rows(articles, name, _rows(tables, OF_ARTICLE[name].name))
    shared += _add_affiliations(articles, _rows(tables, "affiliations"))
    for article in articles.values():
        take_reference_list(article)
    return list(articles.values()), shared


def _rows(tables: Mapping[str, Table], name: str) -> Sequence[TableRow]:
    return tables[name].rows if name in tables else ()


def _issue(
    tables: Mapping[str, Table], issue_id: str, shared: list[Finding]
) -> tuple[dict[str, Any], dict[Path, Place]]:
    """The data of the issue with its journal and sections, and the places of their values."""
    issue, places = _single(tables, "issue", ("issue",), shared)
    journal, of_journal = _single(tables, "journal", ("issue", "journal"), shared)
    issue = {"id": issue_id, **issue}
    if journal:
        issue["journal"] = journal
    places.update(of_journal)
    sections = _rows(tables, "sections")
    for n, row in enumerate(sections):
        shared += row.findings
        path: Path = ("issue", "sections", n)
        places.update({path: row.place, **_inside(path, row)})
    if sections:
        issue["sections"] = [row.data for row in sections]
    return issue, places


def _single(
    tables: Mapping[str, Table], name: str, path: Path, shared: list[Finding]
) -> tuple[dict[str, Any], dict[Path, Place]]:
    """The data of a sheet with one row."""
    first, *others = [*_rows(tables, name), None]
    for row in others:
        if row is not None:
            shared.append(_fault("spreadsheet-row-second", row, sheet=tables[name].grid.name))
    if first is None:
        return {}, {}
    shared += [replace(one, field=".".join(map(str, path))) for one in first.findings]
    return first.data, {path: first.place, **_inside(path, first)}


def _inside(path: Path, row: TableRow) -> dict[Path, Place]:
    """The places of the values of a row, by their paths from the article."""
    return {(*path, *inner): place for inner, place in row.places.items()}


def _add_rows(
    articles: Mapping[str, Described], name: str, rows: Sequence[TableRow]
) -> Iterator[Finding]:
    """Adds each row to a list of its article. Yields the rows without an article."""
    for row in rows:
        found = articles.get(row.article or "")
        if found is None:
            yield from row.findings
            yield _orphan(row, articles)
        else:
            _add(found, name, row)


def _add(article: Described, name: str, row: TableRow) -> None:
    items = article.data.setdefault(name, [])
    if not isinstance(items, list):
        article.findings.append(_fault("spreadsheet-references-mixed", row))
        return
    path: Path = (name, len(items))
    items.append(row.data)
    article.places.update({path: row.place, **_inside(path, row)})
    article.findings += [replace(one, article=article.row.id) for one in row.findings]


def _add_affiliations(
    articles: Mapping[str, Described], rows: Sequence[TableRow]
) -> Iterator[Finding]:
    """Adds its affiliations to each article.

    A row that names no article serves every article whose people name its id.
    """
    own = [row for row in rows if row.article]
    yield from _add_rows(articles, "affiliations", own)
    shared = [row for row in rows if not row.article]
    unused = {id(row): row for row in shared}
    for article in articles.values():
        present = {one.get("id") for one in article.data.get("affiliations", ())}
        people = article.data.get("contributors", ())
        named = {each for one in people for each in one.get("affiliations", ())} - present
        for row in shared:
            if row.id in named:
                unused.pop(id(row), None)
                _add(article, "affiliations", row)
    for row in unused.values():
        yield from row.findings
        params = {"id": row.id} if row.id else {}
        yield _fault("spreadsheet-affiliation-unused", row, Level.WARNING, **params)


def _orphan(row: TableRow, articles: Mapping[str, Described]) -> Finding:
    if not row.article:
        return _fault("spreadsheet-article-missing", row)
    similar = _similar_id(row.article, list(articles))
    if not similar:
        return _fault("spreadsheet-article-unknown", row, id=row.article)
    return _fault("spreadsheet-article-unknown", row, id=row.article, similar=similar)


def _similar_id(written: str, ids: Sequence[str]) -> str:
    """The id that was probably meant: the same number without zeros, or a similar text."""
    bare = written.lstrip("0")
    same = next((one for one in ids if one.lstrip("0") == bare), "")
    return same or next(iter(get_close_matches(written, ids, 1, 0.8)), "")


def _fault(code: str, row: TableRow, level: Level = Level.ERROR, **params: str) -> Finding:
    return Finding(code, level, FrozenMap(params), place=row.place)
