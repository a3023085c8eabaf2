"""The results of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from jatsx.documents.loss import Extent, Loss
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Finding, Level
from jatsx.findings.joining import joined_formats
from jatsx.http.faults import UNREACHABLE
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.plugin.exporter import Exporter
    from jatsx.plugin.registry import Registry

EXTENTS: Final = (Extent.FORM, Extent.LANGUAGE, Extent.WHOLE)
"""How much of a value is lost, the least first."""


class Status(StrEnum):
    """The status of an article in one format."""

    VALID = "valid"
    """A valid document was written."""
    REFUSED = "refused"
    """The article or its document has an error."""
    FAILED = "failed"
    """The format's plugin failed."""
    UNPUBLISHED = "unpublished"
    """The article is not published and was not asked for."""


@dataclass(slots=True)
class TargetResult:
    """The status of an article in a format, its document (a path in the output) and its losses."""

    status: Status
    document: str | None = None
    losses: Sequence[Loss] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A valid document.

    Args:
        path: its path in an output folder, with ``/``: ``2024-2/FORMAT/2024-2.xml``.
        format: the name of its format.
        content: its bytes.
        articles: the ids of the articles that it contains.
    """

    path: str
    format: str
    content: bytes = field(repr=False)
    articles: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file name without folders."""
        return self.path.rpartition("/")[2]


@dataclass(slots=True)
class IssueResult:
    """The id of an issue, and the findings about the issue and its journal."""

    id: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class ArticleResult:
    """An article, or a file that could not be read as one, and the findings about it.

    ``source`` is the name of its file. ``blocked`` are the formats that are blocked by an error in
    the article, its issue or its journal. An article that could not be read has no ``targets``.
    ``held_back`` is the status of an unpublished article that was not asked for; such an article
    is not checked and not exported. ``article`` is the article itself, if it was read and the
    request keeps articles.
    """

    source: str
    id: str | None = None
    doi: str | None = None
    title: str | None = None
    is_read: bool = True
    held_back: str | None = None
    findings: list[Finding] = field(default_factory=list)
    blocked: Sequence[str] = ()
    targets: dict[str, TargetResult] = field(default_factory=dict)
    article: Article | None = None

    @property
    def ok(self) -> bool:
        """Whether it could be read and is exported in every format.

        Without an export: whether no format is blocked.
        """
        made = self.targets.values()
        return (
            self.is_read
            and not self.blocked
            and all(one.status is Status.VALID for one in made)
            and all(one.level is not Level.ERROR for one in self.findings)
        )

    @property
    def is_clean(self) -> bool:
        """Whether the article could be read, has no findings and is not blocked."""
        return self.is_read and not self.findings and not self.blocked

    def goes_out(self, target: str) -> bool:
        """Whether there is a valid document; without an export, whether it is not blocked."""
        made = self.targets.get(target)
        return target not in self.blocked if made is None else made.status is Status.VALID


class Worded:
    """A result that can say what its findings mean, in the reader's language."""

    __slots__ = ()

    registry: Registry

    def message(self, finding: Finding) -> str:
        """The sentence of a finding: what is wrong."""
        return self.registry.sentences.sentence(finding)

    def hint(self, finding: Finding) -> str:
        """What to do about a finding; empty if there is no hint."""
        return self.registry.sentences.hint(finding)


class RunResult(Worded):
    """The results of all articles and issues, added one after another.

    Without ``keep_clean``, articles without findings are counted but not kept, so that a million
    articles fit in memory. A finding about a journal file that several issues share is counted and
    kept once, with the first issue.
    """

    def __init__(
        self, targets: Sequence[str], registry: Registry, *, keep_clean: bool = True
    ) -> None:
        self.targets = tuple(targets)
        self.registry = registry
        self.keep_clean = keep_clean
        self.articles: list[ArticleResult] = []
        self.issues: list[IssueResult] = []
        self.input_findings: list[Finding] = []
        """The findings about files and plugins."""
        self.number = 0
        """The number of articles."""
        self.is_cancelled = False
        """Whether the run was cancelled by its progress function."""
        self.levels: Counter[Level] = Counter()
        """The number of findings and losses, each format for itself."""
        self.faults: Counter[Level] = Counter()
        """The number of findings; the same finding for several formats counts once."""
        self.lost: dict[tuple[str, str], Extent] = {}
        """How much is lost at most of each field in a format, over all articles."""
        self.extents: Counter[Extent] = Counter()
        """The number of losses by how much is lost."""
        self.removed: list[str] = []
        """Files of a former export that this one removed, as paths in the output folder."""
        self.renamed: dict[str, str] = {}
        """Files that were changed by hand, and their new names, as paths in the output folder."""
        self.parts: list[str] = []
        """Issues of which only a part was exported, so that files are named for single articles."""
        self.written_besides: dict[str, Any] = {}
        """What a command wrote besides documents, as data of the report: ``fixes`` of ``check
        --fix``, ``folders`` and ``files`` of ``convert``."""
        self.written: dict[str, str] = {}
        """Where the documents of each format are, as a path in the output folder: the document, the
        folder of several documents, or ``*/FORMAT`` for several issues."""
        self._unzipped: set[str] = set()
        self._of_journals: set[tuple[object, ...]] = set()
        self._statuses: Counter[tuple[str, Status]] = Counter()
        self._going: Counter[str] = Counter()
        self._read = 0
        self._has_plugin_failed = False
        self.held_back = 0
        """The number of unpublished articles that were not asked for."""

    def add_shared(self, findings: Iterable[Finding]) -> None:
        """Adds findings about files and plugins."""
        added = self._new(findings)
        self.input_findings += added
        self._count(added)

    def add_issue(self, issue: IssueResult) -> None:
        """Adds the result of an issue."""
        findings = self._new(issue.findings)
        if findings or self.keep_clean:
            self.issues.append(IssueResult(issue.id, findings))
        self._count(findings)

    def add_article(self, article: ArticleResult) -> None:
        """Adds the result of an article."""
        self.number += 1
        self._read += article.is_read
        self.held_back += article.held_back is not None
        self._count(article.findings)
        for target in self.targets:
            self._going[target] += article.goes_out(target)
        for name, result in article.targets.items():
            self._statuses[name, result.status] += 1
            self.levels[Level.LOST] += len(result.losses)
            if result.status is Status.VALID and result.document is not None:
                former = self.written.get(name, result.document)
                self.written[name] = _both(former, result.document)
                if not result.document.endswith(".zip"):
                    self._unzipped.add(name)
            self._count_losses(name, result.losses)
        if self.keep_clean or not article.is_clean:
            self.articles.append(article)

    @property
    def shared_findings(self) -> Iterator[Finding]:
        """The findings about files and plugins, then those about issues."""
        yield from self.input_findings
        for issue in self.issues:
            yield from issue.findings

    @property
    def findings(self) -> list[Finding]:
        """The errors and warnings: the shared ones, then those about articles."""
        of_articles = (finding for one in self.articles for finding in one.findings)
        return [*self.shared_findings, *of_articles]

    @property
    def all_findings(self) -> Iterator[Finding]:
        """The shared findings, then those about articles."""
        yield from self.shared_findings
        for article in self.articles:
            yield from article.findings

    @property
    def is_anything_read(self) -> bool:
        return self._read > 0

    @property
    def _is_unreachable(self) -> bool:
        """Whether a server could not be reached."""
        return any(finding.code in UNREACHABLE for finding in self.input_findings)

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of a command with this result."""
        holding = {
            ExitCode.USAGE: not self.is_anything_read and not self._is_unreachable,
            ExitCode.AGENCY: self._is_unreachable,
            ExitCode.PLUGIN: self._has_plugin_failed,
            ExitCode.REFUSED: self.levels[Level.ERROR] > 0,
        }
        return exit_code(code for code, holds in holding.items() if holds)

    def count(self, target: str, status: Status) -> int:
        """The number of articles with a status in a format."""
        return self._statuses[target, status]

    def is_complete(self, target: str) -> bool:
        """Whether a format has documents, and no published article is missing in them.

        Without an export: whether no published article is blocked.
        """
        is_input_read = not any(one.level is Level.ERROR for one in self.input_findings)
        return is_input_read and 0 < self.going(target) == self.number - self.held_back

    def can_be_sent(self, target: str) -> bool:
        """Whether an export wrote all files of a format.

        A part of an issue cannot be sent in a format whose file is always a whole issue.
        """
        is_whole = not (self.parts and self.registry.exporters[target].whole)
        return target in self.written and is_whole and self.is_complete(target)

    def are_zip(self, target: str) -> bool:
        """Whether all documents of a format are ZIP files."""
        return target in self.written and target not in self._unzipped

    def going(self, target: str) -> int:
        """The number of articles with a valid document; without an export, those not blocked."""
        return self._going[target]

    def _new(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings without those about a journal file that were added with another issue."""
        new: list[Finding] = []
        for one in findings:
            if one.place is not None and (one.field or "issue.journal").startswith("issue.journal"):
                what = (one.code, one.level, one.target, one.issue)
                key = (*what, one.field, one.place, *one.params.items())
                if key in self._of_journals:
                    continue
                self._of_journals.add(key)
            new.append(one)
        return new

    def _count_losses(self, target: str, losses: Sequence[Loss]) -> None:
        for loss in losses:
            key = (target, loss.field)
            self.lost[key] = max(self.lost.get(key, loss.extent), loss.extent, key=EXTENTS.index)
            self.extents[loss.extent] += 1

    def _count(self, findings: Sequence[Finding]) -> None:
        self.levels.update(finding.level for finding in findings)
        self.faults.update(finding.level for finding in joined_formats(findings))
        self._has_plugin_failed |= any(one.code.startswith("plugin-") for one in findings)


def _both(former: str, document: str) -> str:
    """A path that stands for a document and for what a path already stands for.

    >>> _both("2024-2/pdf/01.pdf", "2024-2/pdf/02.pdf"), _both("2024-2/pdf", "2024-3/pdf/01.pdf")
    ('2024-2/pdf', '*/pdf')
    """
    folder = document.rpartition("/")[0]
    if former in (document, folder):
        return former
    if former.rpartition("/")[0] == folder:
        return folder
    return f"*/{folder.rpartition('/')[2]}"


def loss_findings(article: ArticleResult, exporters: Mapping[str, Exporter]) -> Iterator[Finding]:
    """The losses of an article in these formats, as findings. Their places are not looked up."""
    for name, target in article.targets.items():
        for loss in target.losses if name in exporters else ():
            why = "why_partly" if loss.extent is Extent.FORM else "why"
            reason = exporters[name].reason(loss)
            how = {"code": loss.code, "extent": loss.extent.value, why: reason}
            params = FrozenMap({**loss.params, **how})
            yield Finding("field-lost", Level.LOST, params, loss.field, article.id, name)
