"""An article's way through the pipeline: read from JSON Lines, checked, exported, written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.pipeline import Request, export
from jatsx.pipeline.options import Settings, known_options
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.result import RunResult, Status
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry, load_registry
from jatsx.validation import validate
from tests.testing.rich import rich_article

TIMESTAMP: Final = "20240101000000000"
Options = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ArticleExport:
    """What became of an article in one format: its status, its document, the errors."""

    exporter: Exporter
    status: Status
    content: bytes | None
    errors: tuple[Finding, ...]


@cache
def registry() -> Registry:
    """What is installed."""
    return load_registry()


def results(article: Article, settings: Settings) -> Iterator[ArticleExport]:
    """What becomes of an article in every format."""
    with TemporaryDirectory() as place:
        source, out = Path(place) / "articles.jsonl", Path(place) / "out"
        source.write_text(article.model_dump_json(exclude_defaults=True) + "\n", encoding="utf-8")
        targets = tuple(registry().exporters)
        request = Request([source], targets, with_required(settings), TIMESTAMP)
        result = export(request, registry(), OutputFolder(out))
        yield from (_result(result, target, out) for target in targets)


def with_required(settings: Settings) -> Settings:
    """The settings with those that formats can't do without."""
    return {
        name: {**_required(exporter), **settings.get(name, {})}
        for name, exporter in registry().exporters.items()
    }


def schema_errors(result: ArticleExport, settings: Settings) -> list[str]:
    """What the schema of the version asked for has against the document that was written."""
    version = settings.get(result.exporter.name, {}).get("version", result.exporter.version)
    schema = result.exporter.versions[version]
    return [one.detail for one in validate(result.content or b"", schema)]


def _required(exporter: Exporter) -> Options:
    given: Options = rich_article().issue.journal.formats.get(exporter.name, {})
    return {one.name: given[one.name] for one in known_options(exporter) if one.required}


def _result(result: RunResult, target: str, out: Path) -> ArticleExport:
    (described,) = result.articles
    became = described.targets[target]
    content = (out / became.document).read_bytes() if became.document else None
    errors = tuple(one for one in result.all_findings if one.blocks(target))
    return ArticleExport(registry().exporters[target], became.status, content, errors)
