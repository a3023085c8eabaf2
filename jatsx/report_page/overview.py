"""Articles × formats, and the findings, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from markupsafe import Markup as Html

from jatsx.findings.finding import Finding, Level
from jatsx.findings.joining import joined_formats
from jatsx.findings.level_names import level_name, with_format
from jatsx.findings.translation import ngettext, reader_language
from jatsx.model import Article
from jatsx.model.inheritance import one_language
from jatsx.pipeline.result import ArticleResult, RunResult, Status
from jatsx.report_page.labels import LABELS
from jatsx.report_page.losses import lost_fields
from jatsx.report_page.phrases import Phrases
from jatsx.report_page.private import without_address
from jatsx.report_page.record import ArticleRecord, Show, article_record, contributor_name

MOST_NAMES: Final = 3
"""The largest number of authors that are named in the list of articles."""

STATES: Final[Mapping[Status, tuple[str, str, str]]] = MappingProxyType(
    {
        Status.VALID: ("ok", "✓", "ready"),
        Status.REFUSED: ("bad", "✕", "refused"),
        Status.FAILED: ("bad", "✕", "failed"),
        Status.UNPUBLISHED: ("none", "–", "unpublished"),
    }
)
"""The class, the mark and the label of each status."""


@dataclass(frozen=True, slots=True)
class StateShown:
    """A state: the class for its colour, a mark, and a word."""

    kind: str
    mark: str
    word: Html


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding with its sentences. ``is_error`` is for its colour; ``level`` says it in words."""

    is_error: bool
    level: Html
    message: Html
    hint: Html
    place: str
    code: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the table: its id, title and names, its findings in short, and its states."""

    anchor: str
    id: str
    title: Html
    names: Html
    errors: Html
    warnings: Html
    states: list[tuple[str, StateShown]]


@dataclass(frozen=True, slots=True)
class ArticleShown(ArticleLine):
    """An article: its line in the table, its findings, its losses and its record."""

    findings: list[FindingShown]
    lost: list[tuple[str, list[str]]]
    record: ArticleRecord | None


class PageParts:
    """Makes the parts of a page from a result.

    Args:
        result: the result.
        phrases: the sentences of the page.
        show: what is applied to each text of the input.
        emails: whether e-mail addresses are shown.
    """

    def __init__(self, result: RunResult, phrases: Phrases, show: Show, emails: bool) -> None:
        self._result = result
        self._phrases = phrases
        self._show = show
        self._emails = emails

    def article(self, number: int, result: ArticleResult) -> ArticleShown:
        """An article as the page shows it."""
        line, article = self.line(number, result), result.article
        return ArticleShown(
            line.anchor,
            line.id,
            line.title,
            line.names,
            line.errors,
            line.warnings,
            line.states,
            self.findings(result.findings),
            list(lost_fields(result)),
            article_record(article, self._phrases, self._show, self._emails) if article else None,
        )

    def line(self, number: int, result: ArticleResult) -> ArticleLine:
        """An article in the table."""
        article = result.article
        errors, warnings = counted(result.findings)
        name = PurePath(result.source).name
        return ArticleLine(
            f"article-{number}",
            self._show(result.id or name),
            self._phrases.said(partial(_title, article, result.title or name)),
            self._phrases.said(partial(_names, article)) if article else Html(),
            self._phrases.said(partial(errors_shown, errors)),
            self._phrases.said(partial(warnings_shown, warnings)),
            [(target, self._state(result, target)) for target in self._result.targets],
        )

    def findings(self, findings: Iterable[Finding]) -> list[FindingShown]:
        """Findings as the page shows them, the errors first."""
        joined = list(joined_formats(findings))
        ordered = sorted(joined, key=lambda one: one.level is not Level.ERROR)
        return [self.finding(one) for one in ordered]

    def finding(self, finding: Finding) -> FindingShown:
        """A finding as the page shows it."""
        own = finding if self._emails else without_address(finding)
        said, result = self._phrases.said, self._result
        return FindingShown(
            finding.level is Level.ERROR,
            said(lambda: with_format(level_name(finding.level), finding.target)),
            said(lambda: result.message(own)),
            said(lambda: result.hint(own)),
            self._show(str(finding.place)) if finding.place else "",
            finding.code,
        )

    def _state(self, result: ArticleResult, target: str) -> StateShown:
        kind, mark, label = _state(result, target)
        return StateShown(kind, mark, self._phrases.label(LABELS[label]))


def _state(result: ArticleResult, target: str) -> tuple[str, str, str]:
    """The class, the mark and the label of an article in a format."""
    if not result.is_read:
        return "bad", "✕", "unread"
    made = result.targets.get(target)
    if made is not None:
        return STATES[made.status]
    if result.held_back:
        return STATES[Status.UNPUBLISHED]
    return ("bad", "✕", "blocked") if target in result.blocked else ("ok", "✓", "ready")


def counted(findings: Iterable[Finding]) -> tuple[int, int]:
    """The number of errors and of warnings; the same finding for several formats counts once."""
    levels = [one.level for one in joined_formats(findings)]
    return levels.count(Level.ERROR), levels.count(Level.WARNING)


def errors_shown(number: int) -> str:
    """The number of errors in words; empty if there are none."""
    text = ngettext("{number} error", "{number} errors", number)
    return text.format(number=number) if number else ""


def warnings_shown(number: int) -> str:
    """The number of warnings in words; empty if there are none."""
    text = ngettext("{number} warning", "{number} warnings", number)
    return text.format(number=number) if number else ""


def _title(article: Article | None, otherwise: str) -> str:
    """The title in the reader's language, if the article has one."""
    own = one_language(article.title, reader_language()) if article else None
    return own[1].plain if own else otherwise


def _names(article: Article) -> str:
    """The first names of the article in the reader's language."""
    names = (contributor_name(one, reader_language())[1] for one in article.contributors)
    people = [name for name in names if name]
    return ", ".join(people[:MOST_NAMES]) + (" …" if people[MOST_NAMES:] else "")
