"""Articles exported, damaged on the way or before, and what is then complained of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx.documents.document import Document, ExportContext
from jatsx.findings.finding import Finding
from jatsx.findings.sentences import Sentences
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.run_exporter import export_run
from jatsx.plugin.exporter import Exporter
from jatsx_crossref.exporter import EXPORTER as CROSSREF
from jatsx_doaj.exporter import EXPORTER as DOAJ
from jatsx_jats import jatsx_exporters
from tests.testing.rich import rich_article
from tests.validation.schema_errors.damage import damaged

(JATS,) = jatsx_exporters()
FORMATS: Final = {one.name: one for one in (JATS, CROSSREF, DOAJ)}
TIMESTAMP: Final = "20240601120000000"
HERE: Final = Path(__file__).parent
SENTENCES: Final = Sentences()


def table(name: str) -> list[Any]:
    """What a YAML file beside this one says; every scalar is text."""
    rows: list[Any] = yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return rows


def damaging(exporter: Exporter, do: str, at: str, *said: str) -> Exporter:
    """The format, of a plugin that damages each of its documents in one place."""

    def documents(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
        for document in exporter.export(articles, context):
            yield replace(document, content=damaged(document.content, do, at, *said))

    return replace(exporter, export=documents, schema=None)


def rich_findings(exporter: Exporter, version: str = "") -> list[Finding]:
    """What is found of the rich article's document."""
    return findings(exporter, rich_article(), version)


def findings(exporter: Exporter, article: Article, version: str = "") -> list[Finding]:
    """What is found of one article's document, whatever rules would have said of it before."""
    options = article.issue.journal.formats.get(exporter.name, FrozenMap())
    batch_id, version = f"{article.issue.id}-{TIMESTAMP}", version or exporter.version
    context = ExportContext(TIMESTAMP, batch_id, 0, version, options)
    (attempt,) = export_run(exporter, [article], context, "test")
    assert attempt.failure is None, attempt.failure
    return [finding for made in attempt.documents for finding in made.findings]


def assert_reads(finding: Finding) -> None:
    """The schema's own words are kept, and no word is missing from the sentence and the hint."""
    assert finding.params["detail"]
    for said in (SENTENCES.sentence(finding), SENTENCES.hint(finding)):
        assert said
        assert "{" not in said
        assert not re.search(r"“”|  | [,.;:]|…\.", said)
