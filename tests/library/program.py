"""A program that uses the library. ``.ci/run`` checks its types against the installed wheel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jatsx

SESSION = jatsx.Session()


def deposit(article: dict[str, object]) -> bytes:
    """The bytes of a Crossref deposit."""
    result = jatsx.export(article, to=["crossref"], session=SESSION)
    result.raise_for_errors()
    (file,) = result.files
    return file.content


def sentences(folder: Path) -> list[str]:
    """What is wrong in an issue folder."""
    result = jatsx.check(folder, settings={"crossref": {"version": "5.4.0"}})
    return [f"{one.place}: {result.message(one)} {result.hint(one)}" for one in result.findings]


def refused(path: Path) -> Iterator[str | None]:
    """The ids of articles that are not exported."""
    for item in jatsx.iter_export(path, to=["doaj"], session=SESSION):
        if isinstance(item, jatsx.ArticleResult) and not item.ok:
            yield item.id


def is_valid(content: bytes) -> bool:
    """Whether a document is valid."""
    return jatsx.validate(content).ok


def progress(done: int, total: int) -> bool:
    """Whether an export goes on."""
    return done < total


def written(folder: Path) -> bool:
    """Exports to a folder."""
    return jatsx.export(folder, out="out", progress=progress).ok
