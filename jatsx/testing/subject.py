"""What is tried: an exporter, its rules, the ways to export, and what comes of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from jatsx.documents.document import Document, ExportContext
from jatsx.findings.finding import Finding
from jatsx.findings.messages import Sentences
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.export import export_articles
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Status
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Plugin, Registry, load_registry
from jatsx.readers.reader import Record
from jatsx.rules.engine import Rule
from jatsx.testing.awkward import Awkward, awkward_articles

TIMESTAMP: Final = "20240601120000000"


@dataclass(frozen=True, slots=True)
class Variant:
    """A version of the format and its options."""

    version: str
    options: Mapping[str, str]

    def __str__(self) -> str:
        version = [f"version {self.version}"] if self.version else []
        return ", ".join([*version, *(f"{name}={said}" for name, said in self.options.items())])


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of articles that were exported one way: by id, and together."""

    statuses: Mapping[str, Status]
    findings: Sequence[Finding]
    documents: Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Subject:
    """An exporter that is tried, and what its author says of it."""

    exporter: Exporter
    rules: Sequence[Rule] | None = None
    options: Mapping[str, str] = FrozenMap()
    variants: Sequence[Mapping[str, str]] = ()
    needed: Mapping[str, Any] = FrozenMap()

    @property
    def name(self) -> str:
        return self.exporter.name

    @property
    def articles(self) -> Sequence[Awkward]:
        """The articles that it is tried on."""
        return tuple(awkward_articles(self.needed))

    @cached_property
    def ways(self) -> Sequence[Variant]:
        """Each version, then each choice of each option, then the author's own variants."""
        exporter = self.exporter
        ways = [Variant(version, self.options) for version in exporter.versions]
        for option in exporter.options:
            for choice in option.choices:
                ways.append(Variant(exporter.version, {**self.options, option.name: choice}))
        ways += [Variant(exporter.version, {**self.options, **more}) for more in self.variants]
        return [way for n, way in enumerate(ways) if way not in ways[:n]]

    def ways_of(self, awkward: Awkward) -> Sequence[Variant]:
        """The ways in which an article is exported: a large one in the first only."""
        return self.ways[:1] if awkward.is_large else self.ways

    def main_ways_of(self, awkward: Awkward) -> Sequence[Variant]:
        """The ways for what takes time: all of them for the article that says everything."""
        return self.ways if awkward.is_rich else self.ways[:1]

    @cached_property
    def registry(self) -> Registry:
        """The core, and a plugin that offers the format."""
        own = Plugin(self.name, "tried", "0", exporters=[self.exporter], rules=[*self._rules])
        return Registry([*load_registry([]).plugins, own])

    @cached_property
    def sentences(self) -> Sentences:
        """What findings say."""
        return self.registry.sentences

    @property
    def _rules(self) -> Sequence[Rule]:
        if self.rules is not None:
            return self.rules
        return [rule for rule in load_registry().rules.values() if rule.target == self.name]

    def exported(self, articles: Sequence[Article], way: Variant, run: int = 0) -> list[Document]:
        """What the exporter makes of articles, asked directly."""
        return list(self.exporter.export(articles, self.context(articles[0], way, run)))

    def context(self, article: Article, way: Variant, run: int = 0) -> ExportContext:
        """What the exporter may know beyond articles of an issue."""
        own: Mapping[str, str] = article.issue.journal.formats.get(self.name, FrozenMap())
        batch_id = f"{article.issue.id}-{TIMESTAMP}" + (f"-{run}" if run else "")
        options = FrozenMap({**own, **way.options})
        return ExportContext(TIMESTAMP, batch_id, run, way.version, options)

    def came_of(self, articles: Sequence[Article], way: Variant) -> Exported:
        """What comes of articles of one issue on the whole way: checked, exported, validated."""
        tracked = self._checked(articles, way)
        batches = list(export_articles(tracked, self.exporter, self._job(way), 0, ""))
        issue = tracked[0].issue
        return Exported(
            {one.id or "": one.result.targets[self.name].status for one in tracked},
            [*(issue.findings if issue else ()), *(f for one in tracked for f in one.findings)],
            [document for batch in batches for document in batch.documents],
        )

    def is_blocked(self, article: Article, way: Variant) -> bool:
        """Whether a rule keeps an article from the format."""
        (tracked,) = self._checked([article], way)
        return tracked.is_blocked(self.name)

    def _checked(self, articles: Sequence[Article], way: Variant) -> list[TrackedArticle]:
        job = self._job(way)
        tracked = track_articles((Record(one.id, one) for one in articles), job)
        check_articles(tracked, job)
        return tracked

    def open_ways(self, awkward: Awkward) -> Sequence[Variant]:
        """The ways in which no rule keeps an article from the format."""
        if awkward.name not in self._open_ways:
            ways = self.ways_of(awkward)
            self._open_ways[awkward.name] = [
                way for way in ways if not self.is_blocked(awkward.article, way)
            ]
        return self._open_ways[awkward.name]

    def open_main_ways(self, awkward: Awkward) -> Sequence[Variant]:
        """The main ways in which no rule keeps an article from the format."""
        main = self.main_ways_of(awkward)
        return [way for way in self.open_ways(awkward) if way in main]

    @cached_property
    def _open_ways(self) -> dict[str, Sequence[Variant]]:
        return {}

    @cached_property
    def _jobs(self) -> dict[str, Job]:
        return {str(way): self._new_job(way) for way in self.ways}

    def _job(self, way: Variant) -> Job:
        return self._jobs[str(way)]

    def _new_job(self, way: Variant) -> Job:
        is_only = len(self.exporter.versions) == 1
        version = {} if is_only else {"version": way.version}
        settings = {self.name: {**way.options, **version}}
        return open_job(Request([], [self.name], settings, TIMESTAMP), self.registry)


def installed() -> Iterator[Exporter]:
    """The formats that jatsx ships, as far as they are installed."""
    registry = load_registry()
    for exporter in registry.exporters.values():
        if registry.plugin_of(exporter).distribution == "jatsx":
            yield exporter


class HasSubject(Protocol):
    """A class of tests that says what it tries."""

    @classmethod
    def subject(cls) -> Subject:
        """What is tried."""
