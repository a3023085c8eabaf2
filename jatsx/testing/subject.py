"""The exporter under test with its rules and variants, and the result of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from jatsx.documents.document import Document, ExportContext
from jatsx.findings.finding import Finding
from jatsx.findings.sentences import Sentences
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.export import export_articles
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.package import Package
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Status
from jatsx.pipeline.scan import InputPart, IssueSeen
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
        return ", ".join([*version, *(f"{name}={value}" for name, value in self.options.items())])


@dataclass(frozen=True, slots=True)
class TestedRun:
    """The result of a run with some articles: statuses by article id, findings and documents."""

    statuses: Mapping[str, Status]
    findings: Sequence[Finding]
    documents: Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Subject:
    """An exporter under test, with the settings of its test class."""

    exporter: Exporter
    rules: Sequence[Rule] | None = None
    options: Mapping[str, str] = FrozenMap()
    variants: Sequence[Mapping[str, str]] = ()
    needed: Mapping[str, Any] = FrozenMap()
    keeping: Mapping[str, str] = FrozenMap()

    @property
    def name(self) -> str:
        return self.exporter.name

    @property
    def articles(self) -> Sequence[Awkward]:
        """The articles with which it is tested."""
        return tuple(awkward_articles(self.needed))

    @cached_property
    def all_variants(self) -> Sequence[Variant]:
        """Each version, then each choice of each option, then the variants of the test class."""
        exporter = self.exporter
        found = [Variant(version, self.options) for version in exporter.versions]
        for option in exporter.options:
            for choice in option.choices:
                found.append(Variant(exporter.version, {**self.options, option.name: choice}))
        found += [Variant(exporter.version, {**self.options, **more}) for more in self.variants]
        return [variant for n, variant in enumerate(found) if variant not in found[:n]]

    def keeps_lost_values(self, variant: Variant) -> bool:
        """Whether the documents of a variant also contain the values that losses name."""
        return any(variant.options.get(name) == choice for name, choice in self.keeping.items())

    def variants_of(self, awkward: Awkward) -> Sequence[Variant]:
        """The variants in which an article is exported. A large article has only the first."""
        return self.all_variants[:1] if awkward.is_large else self.all_variants

    def main_variants_of(self, awkward: Awkward) -> Sequence[Variant]:
        """The variants for slow checks: all for the rich article, the first for other articles."""
        return self.all_variants if awkward.is_rich else self.all_variants[:1]

    @cached_property
    def registry(self) -> Registry:
        """The core rules and readers, and a plugin with only this format."""
        own = Plugin(self.name, "tested", "0", exporters=[self.exporter], rules=[*self._rules])
        return Registry([*load_registry([]).plugins, own])

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences for findings."""
        return self.registry.sentences

    @property
    def _rules(self) -> Sequence[Rule]:
        if self.rules is not None:
            return self.rules
        return [rule for rule in load_registry().rules.values() if rule.target == self.name]

    def exported(
        self, articles: Sequence[Article], variant: Variant, run: int = 0
    ) -> list[Document]:
        """The documents of a direct call of the exporter."""
        return list(self.exporter.export(articles, self.context(articles[0], variant, run)))

    def context(self, article: Article, variant: Variant, run: int = 0) -> ExportContext:
        """The context of a call of the exporter."""
        own: Mapping[str, str] = article.issue.journal.formats.get(self.name, FrozenMap())
        batch_id = f"{article.issue.id}-{TIMESTAMP}" + (f"-{run}" if run else "")
        options = FrozenMap({**own, **variant.options})
        return ExportContext(TIMESTAMP, batch_id, run, variant.version, options)

    def result_of(self, articles: Sequence[Article], variant: Variant) -> TestedRun:
        """The result of a run with articles of one issue: checked, exported, validated."""
        tracked = self._checked(articles, variant)
        seen = IssueSeen(articles[0].issue.id, "", count=len(articles))
        part = InputPart(seen, 0, 1)
        batches = list(export_articles(tracked, self.exporter, self._job(variant), part))
        issue = tracked[0].issue
        return TestedRun(
            {one.id or "": one.result.targets[self.name].status for one in tracked},
            [*(issue.findings if issue else ()), *(f for one in tracked for f in one.findings)],
            [(file.name, _content(one)) for batch in batches for file, one in batch.documents],
        )

    def is_blocked(self, article: Article, variant: Variant) -> bool:
        """Whether a rule refuses an article for the format."""
        (tracked,) = self._checked([article], variant)
        return tracked.is_blocked(self.name)

    def _checked(self, articles: Sequence[Article], variant: Variant) -> list[TrackedArticle]:
        job = self._job(variant)
        tracked = track_articles((Record(one.id, one) for one in articles), job)
        check_articles(tracked, job)
        return tracked

    def exportable_variants(self, awkward: Awkward) -> Sequence[Variant]:
        """The variants in which no rule refuses an article."""
        if awkward.name not in self._exportable_variants:
            self._exportable_variants[awkward.name] = [
                variant
                for variant in self.variants_of(awkward)
                if not self.is_blocked(awkward.article, variant)
            ]
        return self._exportable_variants[awkward.name]

    def exportable_main_variants(self, awkward: Awkward) -> Sequence[Variant]:
        """The main variants in which no rule refuses an article."""
        main = self.main_variants_of(awkward)
        return [variant for variant in self.exportable_variants(awkward) if variant in main]

    @cached_property
    def _exportable_variants(self) -> dict[str, Sequence[Variant]]:
        return {}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """Values that checks keep from one variant to the next."""
        return {}

    @cached_property
    def _jobs(self) -> dict[str, Job]:
        return {str(variant): self._new_job(variant) for variant in self.all_variants}

    def _job(self, variant: Variant) -> Job:
        return self._jobs[str(variant)]

    def _new_job(self, variant: Variant) -> Job:
        is_only = len(self.exporter.versions) == 1
        version = {} if is_only else {"version": variant.version}
        settings = {self.name: {**variant.options, **version}}
        return open_job(Request([], [self.name], settings, TIMESTAMP), self.registry)


def _content(written: bytes | Package) -> bytes:
    """The bytes of a document; of a ZIP file, those of the document in it."""
    return written.content if isinstance(written, Package) else written


def installed() -> Iterator[Exporter]:
    """The installed formats among those that jatsx ships."""
    registry = load_registry()
    for exporter in registry.exporters.values():
        if registry.plugin_of(exporter).distribution == "jatsx":
            yield exporter


class HasSubject(Protocol):
    """A test class of an exporter."""

    @classmethod
    def subject(cls) -> Subject:
        """The exporter under test."""
