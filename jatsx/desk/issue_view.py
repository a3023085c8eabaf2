"""The articles of an issue as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakKeyDictionary

from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.shown_parts import DeskParts
from jatsx.findings.finding import Level
from jatsx.findings.translation import reader_language
from jatsx.library.result import Result
from jatsx.model import Issue
from jatsx.model.inheritance import one_language
from jatsx.pipeline.result import ArticleResult
from jatsx.report_page.overview import ArticleLine, FindingShown


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue on its page.

    Args:
        title: the title of the journal.
        number: volume, number, whole number and year of the issue.
        articles: the articles, each with the name of its file.
        shared: the findings about files, the issue and the journal.
        first_errors: the names of the files of the first articles with errors, and their ids.
        warnings: the number of warnings.
    """

    title: str
    number: str
    articles: Sequence[tuple[str, ArticleLine]]
    shared: Sequence[FindingShown]
    first_errors: Sequence[tuple[str, str]]
    warnings: int

    @property
    def has_shared_errors(self) -> bool:
        """Whether there are errors in files, the issue or the journal."""
        return any(one.is_error for one in self.shared)


MOST_NAMED = 10
"""The largest number of articles with errors that the next step names."""


def issue_view(issue: IssueDesk, result: Result | None) -> IssueView:
    """What the page of an issue shows of the last check. It is kept until there is another one."""
    made_from = (result, issue.known, issue.issue, reader_language())
    kept = _KEPT.get(issue)
    if kept is None or any(a is not b for a, b in zip(kept[0], made_from, strict=True)):
        kept = _KEPT[issue] = (made_from, _made(issue, result))
    return kept[1]


_KEPT: WeakKeyDictionary[IssueDesk, tuple[tuple[object, ...], IssueView]] = WeakKeyDictionary()


def _made(issue: IssueDesk, result: Result | None) -> IssueView:
    described = issue.issue
    title, number = journal_title(described), issue_number(described)
    if result is None:
        return IssueView(title, number, [], [], [], 0)
    parts = DeskParts(result.run, issue.folder)
    lines = [
        (Path(one.source).name, _with_standings(issue, parts.line(n + 1, one)))
        for n, one in enumerate(_in_order(result.articles, described))
    ]
    return IssueView(
        title,
        number,
        lines,
        parts.findings(result.run.shared_findings),
        [(name, str(line.id)) for name, line in lines if line.errors][:MOST_NAMED],
        result.run.faults[Level.WARNING],
    )


def _in_order(articles: Iterable[ArticleResult], issue: Issue | None) -> list[ArticleResult]:
    """The articles in the order of the issue as it is now, also while they are checked again."""
    rank = {id: n for n, id in enumerate(issue.articles if issue else ())}
    return sorted(articles, key=lambda one: rank.get(str(one.id), len(rank)))


def _with_standings(issue: IssueDesk, line: ArticleLine) -> ArticleLine:
    """The line with what became of the article at agencies, instead of that it can go out."""
    states = [
        (target, issue.known.get((str(line.id), target), state) if state.kind == "ok" else state)
        for target, state in line.states
    ]
    return replace(line, states=states)


def journal_title(issue: Issue | None) -> str:
    """The title of the journal in the reader's language, else in another one."""
    found = one_language(issue.journal.title, reader_language()) if issue else None
    return found[1] if found else ""


def issue_number(issue: Issue | None) -> str:
    """Volume, number, whole number and year of an issue, as they are printed."""
    if issue is None:
        return ""
    whole = f"({issue.whole_number})" if issue.whole_number else ""
    number = " ".join(filter(None, (f"№ {issue.number}" if issue.number else "", whole)))
    return ", ".join(filter(None, (issue.volume, number, issue.year)))
