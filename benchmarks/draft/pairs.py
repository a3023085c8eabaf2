"""Which drafted article is which transcribed one: by their printed titles, one to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.draft.comparison import likeness
from benchmarks.draft.drafts import DraftedArticle
from benchmarks.draft.gold import GoldArticle

LEAST: Final = 0.6
"""How alike the titles in one language are, at least."""

Pair = tuple[GoldArticle | None, DraftedArticle | None]


def paired(gold: Sequence[GoldArticle], drafts: Sequence[DraftedArticle]) -> list[Pair]:
    """Each article of either side once, most alike first; those without a partner at the end."""
    scores = sorted(
        (
            (_likeness(one, draft), g, d)
            for g, one in enumerate(gold)
            for d, draft in enumerate(drafts)
        ),
        key=lambda score: (-score[0], score[1:]),
    )
    partner: dict[int, int] = {}
    for score, g, d in scores:
        if score >= LEAST and g not in partner and d not in partner.values():
            partner[g] = d
    pairs: list[Pair] = [
        (one, drafts[partner[g]] if g in partner else None) for g, one in enumerate(gold)
    ]
    left = set(range(len(drafts))) - set(partner.values())
    return [*pairs, *((None, drafts[d]) for d in sorted(left))]


def _likeness(gold: GoldArticle, draft: DraftedArticle) -> float:
    printed = gold.texts("title_as_printed") or gold.texts("title")
    titles = {language: text.plain for language, text in draft.article.title.items()}
    return max(
        (likeness(str(printed[one]), titles[one]) for one in printed.keys() & titles.keys()),
        default=0.0,
    )
