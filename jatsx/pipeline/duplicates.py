"""What two articles of one input may not share, found before anything is written.

The ids, DOIs and landing pages of the whole input are put into a private database, which moves to
disk where it doesn't fit memory, so that a million articles cost no more of it than a thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.standards.identifiers import doi_key

CODES: Final = {
    "id": "article-id-duplicate",
    "doi": "article-doi-duplicate",
    "url": "article-url-duplicate",
}
"""The fields that are compared, and what a value found twice is called."""

Position: TypeAlias = tuple[int, int]
"""The number of a part of the input, and an article's place in it."""

MOST_NAMED: Final = 10
"""How many of the other articles a finding names."""


class Duplicates:
    """Takes what is to be unique of each article; then tells which have it in common."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("create table seen (field, key, part, position, value, source)")

    def take(
        self,
        place: Position,
        source: str,
        issue: str,
        id: str | None,
        doi: str | None,
        url: str | None,
    ) -> None:
        """Notes an article by its place in the input. Missing values are not compared."""
        keys = {
            "id": (f"{issue}/{id}".lower() if id is not None else None, id),
            "doi": (doi_key(doi) if doi else None, doi),
            "url": (url or None, url),
        }
        rows = [
            (field, key.encode("utf-8", "surrogatepass"), *place, shown(value or ""), source)
            for field, (key, value) in keys.items()
            if key is not None
        ]
        self._database.executemany("insert into seen values (?, ?, ?, ?, ?, ?)", rows)

    def ids(self, parts: Iterable[int]) -> set[str]:
        """The ids of the articles in some parts of the input."""
        found: set[str] = set()
        for part in parts:
            rows = self._database.execute(
                "select value from seen where field = 'id' and part = ?", (part,)
            )
            found |= {value for (value,) in rows}
        return found

    def findings(self) -> dict[Position, list[Finding]]:
        """The findings on each article that shares something, by its place."""
        found: dict[Position, list[Finding]] = {}
        self._database.execute("create index by_key on seen (field, key)")
        self._database.execute("create index by_part on seen (part)")
        for field, key in self._shared():
            rows = list(
                self._database.execute(
                    "select part, position, value, source from seen"
                    " where field = ? and key = ? order by rowid",
                    (field, key),
                )
            )
            for part, position, value, _ in rows:
                others = [row[3] for row in rows if row[:2] != (part, position)]
                found.setdefault((part, position), []).append(_finding(field, value, others))
        return found

    def _shared(self) -> Iterator[tuple[str, bytes]]:
        yield from self._database.execute(
            "select field, key from seen group by field, key having count(*) > 1"
            " order by min(rowid)"
        ).fetchall()


def _finding(field: str, value: str, others: list[str]) -> Finding:
    named = others[:MOST_NAMED] + (["…"] if others[MOST_NAMED:] else [])
    params = FrozenMap({field: value, "other": ", ".join(named)})
    return Finding(CODES[field], params=params, field=field)
