"""The letters of printed text: its script, its language, and texts compared by their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

CAPITALS: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
"""The capital letters of the three languages, for a class in a regular expression."""

KAZAKH_LETTERS: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_CYRILLIC = re.compile("[Ѐ-ԯ]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SPACE = re.compile(r"\s+")
_TWINS: Final = dict(zip("abcehikmopxyt", "авсеһікморхут", strict=True))


def spaced(text: str) -> str:
    """A text with one space for each white space, and none at its ends."""
    return _SPACE.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def letters(text: str) -> str:
    """The letters and digits of a text, without case."""
    normal = unicodedata.normalize("NFC", text).casefold()
    return "".join(one for one in normal if one.isalnum())


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """As :func:`letters`; in a Cyrillic text, Latin letters that look like Cyrillic ones are those.

    >>> folded("KEЙІН") == folded("КЕЙІН")
    True
    """
    plain = letters(text)
    if not _CYRILLIC.search(plain):
        return plain
    return "".join(_TWINS.get(one, one) for one in plain)


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    return len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))


def has_latin(text: str) -> bool:
    """Whether a text contains Latin letters."""
    return bool(_LATIN.search(text))


def language_of(text: str) -> str | None:
    """The language of a running text: kk, ru or en; None if its letters do not tell.

    >>> language_of("Қазіргі әлемде жаңа үдерістер"), language_of("В современном мире")
    ('kk', 'ru')
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin == 0:
        return None
    if latin > cyrillic:
        return "en"
    kazakh = sum(one in KAZAKH_LETTERS for one in text)
    return "kk" if kazakh * 50 > cyrillic else "ru"


def is_in_capitals(text: str) -> bool:
    """Whether nearly all letters of a text are capital letters."""
    cased = [one for one in text if one.isupper() or one.islower()]
    return len(cased) > 3 and sum(one.isupper() for one in cased) >= 0.85 * len(cased)


@lru_cache(maxsize=65536)
def likeness(text: str, other: str) -> float:
    """How alike the letters of two texts are, from 0 to 1."""
    first, second = folded(text), folded(other)
    if first == second:
        return 1.0
    if not first or not second:
        return 0.0
    shorter, longer = sorted((len(first), len(second)))
    if shorter * 2 < longer:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def grams(text: str, size: int = 3) -> frozenset[str]:
    """The groups of adjacent letters of a text."""
    plain = folded(text)
    return frozenset(plain[n : n + size] for n in range(len(plain) - size + 1))


def shared(first: Iterable[str], second: Iterable[str]) -> float:
    """The share of two sets that both contain, from 0 to 1."""
    one, two = frozenset(first), frozenset(second)
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 0.0
