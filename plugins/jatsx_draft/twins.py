"""Originals and their romanised twins in two reference lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jatsx import romanisation
from jatsx_draft.addresses import trimmed
from jatsx_draft.letters import likeness, shared
from jatsx_draft.patterns import URL
from jatsx_draft.references import ReferenceEntry

PAIRED: Final = 0.42
"""How alike two entries must be to be a pair."""

CERTAIN: Final = 0.55
"""How alike two entries are if there is no doubt."""

FARTHEST_AHEAD: Final = 0.06
"""How much better a pair must be than the next best one, to be beyond doubt."""

_BRACKETS = re.compile(r"\[[^\]]{12,}\]|\(in (?:Russian|Kazakh)\)|\[in \w+\]", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{2,}")
_FOLDS: Final = (
    *(("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c")),
    *(("ts", "c"), ("tz", "c"), ("dzh", "z"), ("dj", "z"), ("j", "i"), ("yu", "u"), ("iu", "u")),
    *(("ya", "a"), ("ia", "a"), ("yo", "o"), ("io", "o"), ("ye", "e"), ("ie", "e")),
    *(("y", "i"), ("q", "k"), ("w", "v"), ("x", "ks"), ("gh", "g"), ("ii", "i"), ("h", "k")),
)


@dataclass(frozen=True, slots=True)
class TwinPair:
    """A reference: an original, a twin, or both; and whether the pair is beyond doubt."""

    original: ReferenceEntry | None
    twin: ReferenceEntry | None
    is_certain: bool = True


def paired(originals: Sequence[ReferenceEntry], twins: Sequence[ReferenceEntry]) -> list[TwinPair]:
    """The references of two lists, in the order of the first; twins without original at the end."""
    scores = [
        (_score(one, two), -abs(n / len(originals) - m / len(twins)), n, m)
        for n, one in enumerate(originals)
        for m, two in enumerate(twins)
    ]
    of_original: dict[int, int] = {}
    of_twin: dict[int, int] = {}
    doubtful: set[int] = set()
    for score, _, n, m in sorted(scores, reverse=True):
        if score < PAIRED:
            break
        if n in of_original or m in of_twin:
            continue
        of_original[n], of_twin[m] = m, n
        if score < CERTAIN or _has_rival(scores, score, n, m):
            doubtful.add(n)
    pairs = [
        TwinPair(one, twins[of_original[n]] if n in of_original else None, n not in doubtful)
        for n, one in enumerate(originals)
    ]
    return pairs + [TwinPair(None, twin) for m, twin in enumerate(twins) if m not in of_twin]


def _has_rival(
    scores: Sequence[tuple[float, float, int, int]], score: float, n: int, m: int
) -> bool:
    """Whether another pair with one of the two entries is nearly as good."""
    return any(
        other > score - FARTHEST_AHEAD and (one == n) != (two == m) for other, _, one, two in scores
    )


def _score(original: ReferenceEntry, twin: ReferenceEntry) -> float:
    """How probable it is that two entries are one reference, from 0 to 1."""
    if original.text == twin.text:
        return 1.0
    letters = shared(_grams(original.text), _grams(twin.text))
    first, second = _addresses(original.text), _addresses(twin.text)
    score = letters
    if first and second:
        alike = max(likeness(one, two) for one in first for two in second)
        score += 0.3 * (alike - 0.5) if alike > 0.5 else -0.1
    numbers, others = set(_numbers(original.text)), set(_numbers(twin.text))
    if numbers and others:
        score += 0.25 * shared(numbers, others) - 0.1
    return min(score, 0.999)


@lru_cache(maxsize=8192)
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_NUMBERS.findall(URL.sub(" ", text)))


@lru_cache(maxsize=8192)
def _addresses(text: str) -> tuple[str, ...]:
    return tuple(trimmed(one) for one in URL.findall(text))


@lru_cache(maxsize=8192)
def _grams(text: str) -> frozenset[str]:
    """The groups of three letters of an entry in rough Latin letters, without addresses."""
    plain = _BRACKETS.sub(" ", URL.sub(" ", text))
    latin = "".join(one for one in romanisation.romanised(plain).casefold() if one.isalpha())
    for letters, fold in _FOLDS:
        latin = latin.replace(letters, fold)
    latin = re.sub(r"(.)\1+", r"\1", latin)
    return frozenset(latin[n : n + 3] for n in range(len(latin) - 2))
