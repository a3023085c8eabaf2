"""Names of people as they are printed, and which of them may be one person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from jatsx import romanisation
from jatsx_draft.letters import is_cyrillic, spaced
from jatsx_draft.words.people import FAMILIES, PARTICLES, PATRONYMICS

MOST_WORDS: Final = 5
"""The maximum number of words and initials of a name."""

_UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŞŠŽА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐ"
_INITIAL = rf"[{_UPPER}](?:[a-zа-яёәғқңөұүһі]{{1,2}})?\."
_WORD = rf"[{_UPPER}][\w’'ʼ`´]*(?:[-‐‑][\w’'ʼ`´]+)*"
_PARTICLE = "|".join(sorted(PARTICLES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<initial>{_INITIAL})|(?P<word>{_WORD}|(?:{_PARTICLE})(?![\w]))|(?P<other>\S)"
)
_FOLDS: Final = (
    *(("shch", "s"), ("sh", "s"), ("sch", "s"), ("zh", "z"), ("kh", ""), ("ch", "c"), ("ts", "c")),
    *(("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("q", "k"), ("w", "v"), ("x", "ks")),
    *(("j", "z"), ("dz", "z"), ("h", "")),
)
_INITIALS_ONLY = re.compile(rf"(?:{_INITIAL}[\s-]*)+\Z")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as it is printed.

    Args:
        text: the whole name, without the marks beside it.
        family: the family name.
        given: the given names or initials.
        patronymic: the patronymic, if the name has a word that is one.
        is_ordered: whether the form tells which word is the family name.
        marks: the numbers and stars beside it.
    """

    text: str
    family: str
    given: str = ""
    patronymic: str = ""
    is_ordered: bool = False
    marks: tuple[str, ...] = ()

    @property
    def has_initials(self) -> bool:
        """Whether the given names are initials only."""
        return bool(self.given) and bool(_INITIALS_ONLY.match(self.given))

    def swapped(self) -> PrintedName:
        """The name with its first word, not the last one, as the family name."""
        words = self.text.split()
        if self.is_ordered or len(words) < 2:
            return self
        return replace(self, family=words[0], given=" ".join(words[1:]))


@lru_cache(maxsize=65536)
def read_name(text: str) -> PrintedName | None:
    """The name that a text is; None if it is none.

    >>> read_name("Р.Р. Бурнашев").family, read_name("Kim Anna").given
    ('Бурнашев', 'Kim')
    """
    tokens = _tokens(spaced(text).strip(" ,;." if not re.search(r"\.\s*$", text) else " ,;"))
    if tokens is None:
        return None
    kinds = "".join("i" if is_initial else "w" for _, is_initial in tokens)
    words = [token for token, _ in tokens]
    whole = _whole(tokens)
    if "i" not in kinds:
        return _of_words(whole, words)
    return _with_initials(whole, words, kinds)


def _tokens(text: str) -> list[tuple[str, bool]] | None:
    """The words of a name and whether each is an initial; None if it is not a name."""
    found: list[tuple[str, bool]] = []
    for token in _TOKEN.finditer(text):
        if token["other"]:
            if token["other"] == "-" and found:
                continue
            return None
        found.append((token[0], token["initial"] is not None))
    is_sound = 2 <= len(found) <= MOST_WORDS and any(not one for _, one in found)
    if not is_sound or any(character.isdigit() for character in text):
        return None
    return found


def _whole(tokens: Sequence[tuple[str, bool]]) -> str:
    """The name as printed, with a space between words and none between initials."""
    text = ""
    for token, is_initial in tokens:
        is_close = is_initial and text.endswith(".")
        text += token if not text or is_close else f" {token}"
    return text


def _of_words(text: str, words: Sequence[str]) -> PrintedName | None:
    """A name without initials."""
    last, middle = words[-1], words[1] if len(words) == 3 else ""
    if len(words) >= 3 and is_patronymic(last) and not is_patronymic(words[-2]):
        return PrintedName(text, words[0], " ".join(words[1:-1]), last, is_ordered=True)
    if middle and is_patronymic(middle):
        return PrintedName(text, last, words[0], middle, is_ordered=True)
    return PrintedName(text, *_with_particles(words))


def _with_particles(words: Sequence[str]) -> tuple[str, str]:
    """The family name with the particles before it, and the given names."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def _with_initials(text: str, words: Sequence[str], kinds: str) -> PrintedName | None:
    """A name with initials."""
    if re.fullmatch("i+w{1,3}", kinds):
        at = kinds.index("w")
        return PrintedName(text, " ".join(words[at:]), "".join(words[:at]), is_ordered=True)
    if re.fullmatch("w{1,2}i+", kinds) and kinds.count("w") == 1:
        return PrintedName(text, words[0], "".join(words[1:]), is_ordered=True)
    if re.fullmatch("wi+w", kinds):
        return PrintedName(text, words[-1], " ".join(words[:-1]), is_ordered=True)
    if re.fullmatch("wwi", kinds):
        return PrintedName(text, words[0], words[1], words[2], is_ordered=True)
    if re.fullmatch("iwi?w", kinds):
        return PrintedName(text, words[-1], " ".join(words[:-1]), is_ordered=True)
    return None


def is_patronymic(word: str) -> bool:
    """Whether a word ends as patronymics do."""
    return word.lower().endswith(PATRONYMICS) and len(word) > 5


def ends_as_family(word: str) -> bool:
    """Whether a word ends as many family names do."""
    return word.lower().endswith(FAMILIES)


@lru_cache(maxsize=65536)
def spells(word: str, other: str) -> bool:
    """Whether two words may be one name in two scripts or languages."""
    if word.casefold() == other.casefold():
        return True
    return romanisation.explains(word, other) or romanisation.explains(other, word)


@lru_cache(maxsize=65536)
def nearly_spells(word: str, other: str) -> bool:
    """As :func:`spells`, also with a wrong letter."""
    slip = romanisation.explains_but_for_a_slip(
        word, other
    ) or romanisation.explains_but_for_a_slip(other, word)
    return spells(word, other) or slip


@lru_cache(maxsize=65536)
def begins_alike(word: str, other: str) -> bool:
    """Whether two given names or initials may begin with the same letter."""
    if not word or not other:
        return True
    first, second = romanisation.first_letter(word), romanisation.first_letter(other)
    return (
        first == second
        or second in romanisation.initials(word)
        or first in romanisation.initials(other)
    )


def same_family(name: PrintedName, other: PrintedName, *, exactly: bool = False) -> bool:
    """Whether two names may have the same family name. ``exactly``: without a wrong letter."""
    alike = spells if exactly else nearly_spells
    return alike(name.family, other.family)


def may_be_one(name: PrintedName, other: PrintedName) -> bool:
    """Whether two names may be one person: family name and first letter of the given name."""
    return any(
        same_family(one, two) and begins_alike(one.given, two.given)
        for one in _orders(name)
        for two in _orders(other)
    )


def _orders(name: PrintedName) -> tuple[PrintedName, ...]:
    """The ways in which a name may be read."""
    return (name,) if name.is_ordered else tuple(dict.fromkeys((name, name.swapped())))


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a word in rough Latin letters: foreign names are spelt by their sound.

    >>> consonants("Леманн") == consonants("Lehmann")
    True
    """
    latin = romanisation.romanised(word).casefold()
    for letters, fold in _FOLDS:
        latin = latin.replace(letters, fold)
    bare = "".join(one for one in latin if one in "bcdfgklmnprstvz")
    return re.sub(r"(.)\1+", r"\1", bare)


def sound_alike(name: PrintedName, other: PrintedName) -> bool:
    """Whether two names in different scripts have the same consonants."""
    if is_cyrillic(name.family) == is_cyrillic(other.family):
        return False
    own = consonants(name.family)
    return (
        len(own) > 1 and own == consonants(other.family) and begins_alike(name.given, other.given)
    )


def is_in_one_script(name: PrintedName) -> bool:
    """Whether a name is in Cyrillic or in Latin letters, not in both."""
    parts = [one for one in (name.family, name.given) if one]
    return len({is_cyrillic(one) for one in parts}) == 1
