"""What a journal gives its articles: shared affiliations, and DOIs and URLs by patterns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jatsx.findings.finding import Place
from jatsx.model import Affiliation, Article
from jatsx.model.fieldpath import Path, format_path, parse_path
from jatsx.model.patterns import filled_doi, filled_url
from jatsx.readers.reader import Record

JOURNAL: Path = ("issue", "journal")


def with_journal_values(record: Record) -> Record:
    """The record with the values that its journal gives its article.

    An article's own values are kept. Findings on the others have their places in the journal.
    """
    article = record.article or (record.incomplete.article if record.incomplete else None)
    if article is None:
        return record
    given, origins = _completed(article)
    if not origins:
        return record

    def locate(field: str, excerpt: str) -> Place | None:
        path = parse_path(field)
        known = (length for length in range(len(path), 0, -1) if path[:length] in origins)
        length = next(known, 0)
        written = (*origins[path[:length]], *path[length:]) if length else path
        return record.locate(format_path(written), excerpt) if record.locate else None

    if record.article is None and record.incomplete is not None:
        return replace(record, incomplete=replace(record.incomplete, article=given), locate=locate)
    return replace(record, article=given, locate=locate)


def _completed(article: Article) -> tuple[Article, dict[Path, Path]]:
    """The article with the values of its journal, and where each of them is written."""
    journal = article.issue.journal
    origins: dict[Path, Path] = {}
    values: dict[str, Any] = {}
    if journal.affiliations:
        affiliations = list(article.affiliations)
        for position, shared in _named(article):
            origins["affiliations", len(affiliations)] = (*JOURNAL, "affiliations", position)
            affiliations.append(shared)
        values["affiliations"] = tuple(affiliations)
    for name, fill in (("doi", filled_doi), ("url", filled_url)):
        pattern = getattr(journal.patterns, name)
        if pattern is not None and getattr(article, name) is None:
            value = fill(pattern, article.model_copy(update=values))
            if value is not None:
                values[name] = value
                origins[name,] = (*JOURNAL, "patterns", name)
    return (article.model_copy(update=values) if origins else article), origins


def _named(article: Article) -> Iterator[tuple[int, Affiliation]]:
    """The shared affiliations that an article names and does not have, in order of mention."""
    own = {affiliation.id for affiliation in article.affiliations}
    shared: dict[str, tuple[int, Affiliation]] = {}
    for position, one in enumerate(article.issue.journal.affiliations):
        shared.setdefault(one.id, (position, one))
    mentioned = dict.fromkeys(id for one in article.contributors for id in one.affiliations)
    yield from (shared[id] for id in mentioned if id in shared and id not in own)
