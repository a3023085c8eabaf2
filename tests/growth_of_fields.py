"""The rich article with one long text in its fields: read, checked, exported and validated."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from jatsx.documents.content import content_bytes
from jatsx.documents.document import ExportContext
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.job import open_job
from jatsx.pipeline.request import Request
from jatsx.plugin.registry import load_registry
from jatsx.readers.reader import Record
from jatsx.readers.source_file import Source
from jatsx.readers.whole_article import whole_article
from jatsx.testing.awkward import RICH, read
from jatsx.validation import validate

TIMESTAMP: Final = "20240601120000000"

Path = tuple[str | int, ...]

FILLERS: Final[Mapping[str, Callable[[int], str]]] = {
    "letters": lambda n: "a" * n,
    "Cyrillic letters": lambda n: "ж" * n,
    "spaces": lambda n: " " * n,
    "spaces between letters": lambda n: f"a{' ' * n}b",
    "less-than signs": lambda n: "<" * n,
    "ampersands": lambda n: "&" * n,
    "digits": lambda n: "1" * n,
    "dashes": lambda n: "-" * n,
    "dashes and spaces": lambda n: "1 – " * (n // 4),
    "apostrophes": lambda n: "'" * n,
    "backslashes": lambda n: "\\" * n,
    "commas and spaces": lambda n: "a, " * (n // 3),
}
"""Texts of this length."""


def article_data() -> dict[str, Any]:
    """The data of the rich article, with its issue and journal."""
    article = read(RICH / "articles" / "full.yaml")
    issue = {"id": "2024-1", **read(RICH / "issue.yaml")}
    return {**article, "issue": {**issue, "journal": read(RICH / "journal.yaml")}}


@cache
def fields() -> tuple[Path, ...]:
    """The paths of the texts of the rich article that may be any text, also its language keys'.

    Of a list, only the first item is tried.
    """
    paths = (path for path in _texts(DATA) if not any(type(step) is int and step for step in path))
    return tuple(path for path in paths if record(filled("a", path)).article is not None)


def filled(text: str, *paths: Path) -> dict[str, Any]:
    """The data of the rich article with this text in these fields."""
    copy: dict[str, Any] = json.loads(json.dumps(DATA))
    for *above, last in paths:
        inside: Any = copy
        for step in above:
            inside = inside[step]
        inside[last] = text
    return copy


def record(data: Mapping[str, Any]) -> Record:
    """The article as it is read."""
    return whole_article(Source("a.yaml", json.dumps(data).encode(), is_json=False))


def run(data: Mapping[str, Any]) -> None:
    """Reads an article, checks it, and exports it to every format, even if it has errors."""
    read_article = record(data)
    article = read_article.article
    assert article is not None, read_article.findings
    job = _job()
    check_articles(track_articles([read_article], job), job)
    for exporter in job.exporters.values():
        for document in exporter.export([article], _context(exporter.name, article)):
            validate(content_bytes(document), exporter.versions[exporter.version])


def _context(name: str, article: Article) -> ExportContext:
    job = _job()
    options = article.issue.journal.formats.get(name, FrozenMap())
    version = job.exporters[name].version
    return ExportContext(TIMESTAMP, f"i-{TIMESTAMP}", 0, version, options)


@cache
def _job() -> Any:
    registry = load_registry()
    return open_job(Request([], tuple(registry.exporters), {}), registry)


def _texts(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    if not isinstance(value, str):
        for step, item in items:
            yield from _texts(item, (*path, step))


DATA: Final = article_data()
