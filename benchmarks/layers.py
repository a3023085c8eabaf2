"""Each layer by itself: read, check, export, validate, write; and the loop beside them."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from lxml import etree

from benchmarks.synthetic import json_lines
from jatsx.checks import Rulebook
from jatsx.formats import Deposit, Exporter
from jatsx.frozenmap import FrozenMap
from jatsx.model import Article, Issue
from jatsx.pipeline.content import content_bytes
from jatsx.registry import Registry, load_registry
from jatsx.sources.json_lines import read_json_lines
from jatsx.validate import validate
from jatsx.validate.shelf import compiled_xsd
from jatsx.write import write_whole

TIMESTAMP = "20240601120000000"


@dataclass(frozen=True, slots=True)
class Timed:
    """A layer, and how long it took for an article, in milliseconds: the median of the rounds."""

    layer: str
    milliseconds: float


def measured(count: int, rounds: int) -> list[Timed]:
    """Every layer over so many articles, in turn, round after round. The loop comes last."""
    work = Work(count)
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for layer, step in work.layers().items():
            gc.collect()
            start = time.perf_counter()
            step()
            times.setdefault(layer, []).append((time.perf_counter() - start) / count * 1000)
    return [Timed(layer, median(spent)) for layer, spent in times.items()]


class Work:
    """So many articles, and what is done with them."""

    def __init__(self, count: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="jatsx-benchmark-"))
        self.source = self.folder / "articles.jsonl"
        self.source.write_bytes(b"".join(json_lines(count)))
        self.registry: Registry = load_registry()
        self.articles = self.read()
        self.rules = Rulebook(self.registry.rules.values())
        self.documents = {name: self.export(name) for name in self.registry.exporters}
        self.loop = Loop(self)

    def layers(self) -> dict[str, Callable[[], object]]:
        """The layers by name, each ready to run."""
        steps: dict[str, Callable[[], object]] = {"read": self.read, "check": self.check}
        for name in self.registry.exporters:
            steps[f"export {name}"] = lambda name=name: self.export(name)  # type: ignore[misc]
        for name in self.registry.exporters:
            steps[f"validate {name}"] = lambda name=name: self.validate(name)  # type: ignore[misc]
        return {**steps, "write": self.write, "the loop": self.loop.run}

    def read(self) -> list[Article]:
        records = read_json_lines(self.source)
        return [record.article for record in records if record.article is not None]

    def check(self) -> None:
        issues: set[Issue] = set()
        for article in self.articles:
            for _ in self.rules.article_findings(article):
                pass
            issues.add(article.issue)
        for issue in issues:
            for _ in self.rules.issue_findings(issue):
                pass

    def export(self, name: str) -> list[bytes]:
        exporter: Exporter = self.registry.exporters[name]
        documents = []
        for run in _runs(exporter, self.articles):
            options = run[0].issue.journal.formats.get(name, FrozenMap())
            deposit = Deposit(TIMESTAMP, f"{run[0].issue.id}-1", 0, exporter.version, options)
            documents += [content_bytes(document) for document in exporter.export(run, deposit)]
        return documents

    def validate(self, name: str) -> None:
        exporter: Exporter = self.registry.exporters[name]
        for document in self.documents[name]:
            complaints = validate(document, exporter.versions[exporter.version])
            assert not complaints, complaints

    def write(self) -> None:
        for name, documents in self.documents.items():
            for number, document in enumerate(documents):
                write_whole(self.folder / name / str(number), document)


class Loop:
    """The plain loop: parse and validate the same XML documents, schemas compiled beforehand."""

    def __init__(self, work: Work) -> None:
        self.pairs: list[tuple[Sequence[bytes], Any]] = []
        for name, exporter in work.registry.exporters.items():
            schema = exporter.versions[exporter.version]
            if schema.kind == "dtd":
                path = str(schema.folder / schema.name)
                self.pairs.append((work.documents[name], etree.DTD(file=path)))
            elif schema.kind == "xsd":
                self.pairs.append((work.documents[name], compiled_xsd(schema, is_light=False)))

    def run(self) -> None:
        for documents, schema in self.pairs:
            for document in documents:
                assert schema.validate(etree.fromstring(document))


def _runs(exporter: Exporter, articles: Sequence[Article]) -> list[list[Article]]:
    if exporter.per == "article":
        return [[article] for article in articles]
    runs: dict[str, list[Article]] = {}
    for article in articles:
        runs.setdefault(article.issue.id, []).append(article)
    return list(runs.values())
