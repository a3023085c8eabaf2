"""No format drops a language without reporting it, and unreported losses are found.

``test_conformance`` checks that no format drops anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pytest

from jatsx.documents.document import Document, ExportContext
from jatsx.model import Article
from jatsx.model.fields import field_of, fields
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import load_registry
from jatsx.testing.changes import changes
from jatsx.testing.loss_coverage import EXEMPT, fields_without_language, silent_changes

from .rich import rich_article

REGISTRY: Final = load_registry()
RICH: Final = rich_article()

CROSSMARK: Final = {
    "crossmark_policy": "10.5555/crossmark-policy",
    "crossmark_domains": "journal.example.org",
}
OPTIONS: Final[Mapping[str, tuple[Mapping[str, str], ...]]] = {"crossref": ({}, CROSSMARK)}
"""Options that change the documents of a format, besides its versions."""

VARIANTS_OF_FORMATS: Final = [
    (name, version, options)
    for name, exporter in REGISTRY.exporters.items()
    for version in exporter.versions
    for options in OPTIONS.get(name, ({},))
]
EVERY_FORMAT: Final = pytest.mark.parametrize(("name", "version", "options"), VARIANTS_OF_FORMATS)


def context(name: str, version: str, options: Mapping[str, str]) -> ExportContext:
    own: Mapping[str, str] = RICH.issue.journal.formats.get(name, FrozenMap())
    return ExportContext("20240101000000000", "batch", 0, version, FrozenMap({**own, **options}))


@pytest.mark.parametrize("name", REGISTRY.exporters)
def test_languages_are_written_except_where_there_is_no_place(name: str) -> None:
    exporter = REGISTRY.exporters[name]
    found = {
        field.replace("[]", "").removesuffix(".LANG")
        for version in exporter.versions
        for options in OPTIONS.get(name, ({},))
        for field in fields_without_language(exporter, RICH, context(name, version, options))
    }
    assert found == {*exporter.without_language}


def test_the_rich_article_fills_every_field() -> None:
    filled = {field_of(change.field) for change in changes(RICH)}
    assert [field.path for field in fields() if field.path not in filled] == []


def test_exempt_fields_are_fields() -> None:
    paths = [field.path.replace("[]", "") for field in fields()]
    for exempt in (*EXEMPT, *(one for e in REGISTRY.exporters.values() for one in e.own_record)):
        assert any(f"{path}.".startswith(f"{exempt}.") for path in paths)


def only_titles(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
    """Documents with only a title, and without losses."""
    for article in articles:
        yield Document("a.json", {"title": str(article.title.get("ru"))})


def test_an_unreported_loss_is_found() -> None:
    schema = next(iter(REGISTRY.exporters["doaj"].versions.values()))
    silent = Exporter("silent", "Silent", only_titles, schema=schema)
    found = {one.field for one in silent_changes(silent, RICH, context("silent", "", {}))}
    assert "title.ru" not in found
    assert {"title.kk", "doi", "issue.volume", "keywords.ru[0]"} <= found
    assert not found & set(EXEMPT)
