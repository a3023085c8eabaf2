"""What two articles of one input may not share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jatsx.findings import Finding
from jatsx.frozenmap import FrozenMap
from jatsx.identifiers import doi_key
from jatsx.model import Article
from jatsx.outcome import ArticleOutcome, IssueOutcome


def note_duplicates(outcomes: Iterable[ArticleOutcome]) -> None:
    """Notes, for each of several articles with one DOI or one id, which others have it too."""
    readable = [outcome for outcome in outcomes if outcome.article is not None]
    with_doi = [outcome for outcome in readable if outcome.article and outcome.article.doi]
    _note(with_doi, "article-doi-duplicate", "doi", lambda article: doi_key(article.doi or ""))
    _note(readable, "article-id-duplicate", "id", _place_in_output)
    with_url = [outcome for outcome in readable if outcome.article and outcome.article.url]
    _note(with_url, "article-url-duplicate", "url", lambda article: article.url or "")


def note_issue_duplicates(issues: Iterable[IssueOutcome]) -> None:
    """Notes, for each of several issues with one id, which others have it: files would mix."""
    by_id: dict[str, list[IssueOutcome]] = {}
    for issue in issues:
        by_id.setdefault(issue.issue.id.casefold(), []).append(issue)
    for same in by_id.values():
        for issue in same if len(same) > 1 else ():
            others = ", ".join(one.record.source for one in same if one is not issue)
            params = FrozenMap({"id": issue.issue.id, "other": others})
            issue.note(Finding("issue-id-duplicate", params=params, field="issue.id"))


def _place_in_output(article: Article) -> str:
    return f"{article.issue.id}/{article.id}".lower()


def _note(
    outcomes: list[ArticleOutcome], code: str, field: str, key_of: Callable[[Article], str]
) -> None:
    by_key: dict[str, list[ArticleOutcome]] = {}
    for outcome in outcomes:
        if outcome.article is not None:
            by_key.setdefault(key_of(outcome.article), []).append(outcome)
    for same in by_key.values():
        if len(same) > 1:
            for outcome in same:
                others = [other.record.source for other in same if other is not outcome]
                outcome.note(_finding(outcome, code, field, others))


def _finding(outcome: ArticleOutcome, code: str, field: str, others: list[str]) -> Finding:
    value = str(getattr(outcome.article, field))
    params = FrozenMap({field: value, "other": ", ".join(others)})
    return Finding(code, params=params, field=field, article=outcome.id)
