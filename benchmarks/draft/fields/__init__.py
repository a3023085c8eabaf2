"""The comparisons of the fields of an article."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.draft.compared import Compared
from benchmarks.draft.fields.affiliations import affiliations
from benchmarks.draft.fields.derived import derived
from benchmarks.draft.fields.facts import facts
from benchmarks.draft.fields.people import people
from benchmarks.draft.fields.references import references
from benchmarks.draft.fields.texts import texts
from benchmarks.draft.gold import GoldArticle
from jatsx import Article


def printed_fields(gold: GoldArticle, article: Article) -> Iterator[Compared]:
    """The values that are printed."""
    for compare in (texts, people, affiliations, facts, references):
        yield from (one for one in compare(gold, article) if one is not None)


def derived_fields(gold: GoldArticle, article: Article) -> Iterator[Compared]:
    """The values that are not printed, and may be derived."""
    yield from (one for one in derived(gold, article) if one is not None)
