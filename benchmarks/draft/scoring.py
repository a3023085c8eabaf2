"""The comparison of whole issues: every value, and the figures of each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.draft.compared import Compared
from benchmarks.draft.comparison import Verdict
from benchmarks.draft.drafts import DERIVED, DOUBT, DraftedArticle, Origin
from benchmarks.draft.fields import derived_fields, printed_fields
from benchmarks.draft.gold import GoldArticle
from benchmarks.draft.pairs import Pair
from jatsx import Article


@dataclass(frozen=True, slots=True)
class Scored:
    """A compared value of an article, and where the draft found it."""

    article: str
    value: Compared
    origin: Origin
    is_derived: bool = False

    @property
    def is_unnoticed(self) -> bool:
        """Whether the draft has a wrong or extra value, and no doubt about it."""
        is_false = self.value.verdict in (Verdict.WRONG, Verdict.EXTRA)
        return is_false and self.origin.sure != DOUBT


@dataclass(slots=True)
class Row:
    """The figures of a field.

    ``unnoticed``: how many values are wrong or extra, and not in doubt.
    """

    counts: Counter[Verdict] = field(default_factory=Counter)
    in_doubt: int = 0
    unnoticed: int = 0

    @property
    def of(self) -> int:
        """How many values the transcription has; agreed absences count too."""
        return sum(self.counts.values()) - self.counts[Verdict.EXTRA]


def scored(pairs: Iterable[Pair]) -> Iterator[Scored]:
    """Every value of every article. An article on one side only has all its values missing."""
    for gold, draft in pairs:
        yield _article(gold, draft)
        if gold is None:
            continue
        article = draft.article if draft else Article(id="-")
        for one in printed_fields(gold, article):
            yield Scored(gold.name, one, _origin(one, draft))
        for one in derived_fields(gold, article):
            yield Scored(gold.name, one, _origin(one, draft), is_derived=True)


def _article(gold: GoldArticle | None, draft: DraftedArticle | None) -> Scored:
    title = next((text.plain for text in draft.article.title.values()), "-") if draft else None
    if gold is None:
        name = f"draft {draft.article.id}" if draft else ""
        return Scored(name, Compared("article", Verdict.EXTRA, title, None), Origin())
    judged = Verdict.EXACT if draft else Verdict.MISSING
    return Scored(gold.name, Compared("article", judged, title, gold.name), Origin())


def _origin(value: Compared, draft: DraftedArticle | None) -> Origin:
    return draft.origin(value.path) if draft and value.path else Origin()


def rows(values: Sequence[Scored], *, derived: bool) -> dict[str, Row]:
    """The figures by field, in the order of the values."""
    found: dict[str, Row] = {}
    for one in values:
        if one.is_derived is derived:
            row = found.setdefault(one.value.field, Row())
            row.counts[one.value.verdict] += 1
            row.unnoticed += one.is_unnoticed
            row.in_doubt += one.value.got is not None and one.origin.sure == DOUBT
    return found


def unmarked(values: Iterable[Scored]) -> list[Scored]:
    """Derived values that the draft does not mark as derived."""
    return [
        one
        for one in values
        if one.is_derived and one.value.got is not None and one.origin.sure not in (DERIVED, DOUBT)
    ]
