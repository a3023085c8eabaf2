"""Compares two spellings of a name in Cyrillic or Latin letters.

Journals use different romanisation schemes: Жақубаева is written Zhaqubayeva, Jakubayeva or
Dzhakubaeva, and Джакубаева in Russian. :func:`explains` does not romanise a name. It checks whether
any mixture of schemes leads from one spelling to the other. Doubled letters, apostrophes, hyphens,
accents, case and spaces are ignored.

Libraries (iuliia, CyrTranslit, transliterate, ICU) romanise a text in one scheme. They do not
support Kazakh or mixed schemes. The table contains all schemes of iuliia for Russian.

Sources of the table: BGN/PCGN (Russian 1947, Kazakh 1979), ISO 9:1995 and GOST 7.79, ALA-LC 1997,
ICAO Doc 9303 and passports, the drafts of a Latin alphabet for Kazakh (2017 to 2021) and Qazaq
grammar before them, German (Duden) and French (Imprimerie nationale) practice, Ukrainian (2010) and
Azerbaijani passports, and the practice of authors in Kazakhstan.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase
from typing import Final, TypeAlias

__all__ = [
    "explains",
    "explains_but_for_a_slip",
    "explains_part",
    "first_letter",
    "initials",
    "is_cyrillic",
    "romanised",
]

Row: TypeAlias = list[tuple[str, str, int, int]]
"""Groups of letters, a spelling of each group, and the lengths of both."""

LONGEST: Final = 60
"""The maximum number of letters of a name that is compared."""

RUSSIAN: Final[Mapping[str, str]] = {
    "а": "a ə ә",
    "б": "b",
    "в": "v w f u у",
    "г": "g gh gu h ғ",
    "д": "d",
    "е": "e ye ie je ə э ё",
    "ё": "e yo io jo o ye ie je е о йо ьо",
    "ж": "zh j z dzh dj g sch rz c jh дж",
    "з": "z s",
    "и": "i y j iy yi і й",
    "й": "y i j и",
    "к": "k c q ck қ",
    "л": "l ль",
    "м": "m",
    "н": "n ң нь",
    "о": "o ө",
    "п": "p",
    "р": "r",
    "с": "s c z",
    "т": "t th",
    "у": "u ou oo w v ұ ү в",
    "ф": "f ph п",
    "х": "kh h x ch k q қ һ",
    "ц": "ts c tz cz z tc тс",
    "ч": "ch c tch tsch cz tsh ш",
    "ш": "sh s sch ch sz c щ ч",
    "щ": "shch sch shh sc sh s chtch schtsch tsch sht ш",
    "ъ": "- y i a u ie",
    "ы": "y i ui и",
    "ь": "- y i j",
    "э": "e ae eh е ә",
    "ю": "yu iu ju u ue iou you ü у ү йу",
    "я": "ya ia ja a ea а ә йа",
    # groups with special spellings
    "ай": "ai ay aj",
    "ая": "aya aia aja a",
    "дж": "j dzh dj zh g c dsch ж",
    "же": "zho jo",
    "ие": "ie iye ye",
    "ий": "i y iy ij ii yy ey ый",
    "ин": "in ine",
    "кв": "qu",
    "кс": "x ks",
    "че": "cho tcho tscho co",
    "ше": "sho scho so",
    "ще": "shcho scho schtscho",
    "ый": "y i iy yi yj ий",
    "ья": "ia iya ия",
    "ье": "ie iye ие",
    # Azerbaijani forms of names that are printed in Russian
    "вел": "val",
    "кули": "guli",
    "мед": "mad məd",
    "мет": "med мед",
    "мех": "meh",
    # stems of Arabic names, with or without a vowel
    "абд": "abdu abdi abdy абду абди абды",
}
"""The Latin, Kazakh and other Russian spellings of Russian letters; - means no letter."""

KAZAKH: Final[Mapping[str, str]] = {
    "ә": "a e ae ya ə а я е э",
    "ғ": "g gh q г",
    "қ": "q k kh h c x к х г",
    "ң": "n ng nh н нг",
    "ө": "o u oe e у о ё ю",
    "ұ": "u o ou oo y у о ы",
    "ү": "u y yu ue iu ju у ю",
    "һ": "h kh - х г",
    "і": "i y e и ы",
    "у": "y",
    "ў": "u o у о",
    "ҳ": "h x х г",
    "є": "ye ie e е",
    "ї": "yi i и",
    "ґ": "g г",
    # a capital letter: a vowel after a rounded vowel, or о in the first syllable
    "Ы": "y i ui u ы и у",
    "І": "i y u e и ы у",
    "О": "o u о у ө",
    # a sibilant or a vowel that is different in Russian
    "жү": "yu ю",
    "жұ": "yu ю",
    "жа": "ya я",
    "жо": "yo ё йо",
    "жО": "yo ё йо",
    "ыс": "is iz yz ис из ыз",
    "йі": "i y yi и й ии",
    "йы": "i y yi iy и й ии",
    "үй": "yu iu u ui ую ю у",
    "тб": "tp тп",
    "бді": "bd bdu bdi bdy бд бду бди бды",
    "әбіл": "abul abyl абул абыл",
    "был": "bul бул",
    "быр": "br бр",
    "тіл": "tl тл",
    "төл": "tl тл",
    "ып": "ub yb ib уп уб ыб",
    "іп": "ub ib yb ип иб уб",
    "Іп": "ub ib уп уб",
}
"""As :data:`RUSSIAN`, for additional letters of Kazakh and neighbouring languages."""

FOREIGN: Final[Mapping[str, str]] = {
    "ə": "a e",
    "ä": "a ae",
    "å": "a aa",
    "ç": "c ch s",
    "ğ": "g gh -",
    "ö": "o oe",
    "ø": "o oe",
    "ş": "s sh",
    "š": "s sh",
    "č": "c ch",
    "šč": "shch shh sch sc sh",
    "ž": "z zh",
    "ü": "u ue yu",
}
"""Latin letters with a diacritic, and their spellings without it."""

_UNMARKED: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
)
_CYRILLIC = re.compile("[Ѐ-ԯ]")
_ROUNDED = re.compile(r"(?<=[уұүюөо])([^аәеиоөуұүыіэюя]{1,3})([ыі])")
_FIRST_O = re.compile(r"\A([^аәеиоөуұүыіэюяё]*)о")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def explains(name: str, other: str) -> bool:
    """Whether a mixture of schemes leads from a name to another spelling.

    Args:
        name: the original, in Cyrillic or Latin letters.
        other: the other spelling; in Latin letters if the name is in Latin letters.
    """
    if name == other:
        return True
    read, spelt = _name(name), _other(other)
    if max(len(read), len(spelt)) > LONGEST:
        return True
    return len(spelt) in _places(read, spelt)[-1]


@lru_cache(maxsize=65536)
def explains_part(name: str, other: str, *, glued: int = 3, shortest: int = 3) -> bool:
    """Whether a login contains the beginning of a name, or the whole name and a few more letters.

    Args:
        name: the name.
        other: the login.
        glued: how many letters may precede and follow the name.
        shortest: the minimum number of letters in the beginning of the name.
    """
    read, spelt = _name(name), _other(other)
    if max(len(read), len(spelt)) > LONGEST:
        return True
    end = len(spelt)
    places = _places(read, spelt, starts=range(min(glued, end) + 1))
    is_whole = any(place >= end - glued for place in places[-1])
    return is_whole or any(end in reached for reached in places[shortest:])


@lru_cache(maxsize=65536)
def explains_but_for_a_slip(name: str, other: str) -> bool:
    """Whether another spelling of a name differs by one wrong letter or two swapped letters.

    The first and the last letter must be right, because initials and endings differ for other
    reasons.
    """
    read, spelt = _name(name), _other(other)
    if max(len(read), len(spelt)) > LONGEST:
        return False
    return _places(read, spelt, may_slip=True)[-1].get(len(spelt)) == 1


def romanised(text: str) -> str:
    """A text in small Latin letters, each Cyrillic letter in its most usual spelling.

    For file names only: it follows no standard, and cannot be undone.

    >>> romanised("Выпуск 2 (106)"), romanised("Құқық")
    ('vypusk 2 (106)', 'quqyq')
    """
    return "".join(map(_usual_spelling, text.lower()))


def _usual_spelling(letter: str) -> str:
    row = KAZAKH.get(letter) if letter not in RUSSIAN else RUSSIAN[letter]
    return row.split()[0].replace("-", "") if row else letter


def is_cyrillic(text: str) -> bool:
    """Whether a text contains Cyrillic letters."""
    return bool(_CYRILLIC.search(text))


def initials(name: str) -> frozenset[str]:
    """The letters with which a spelling of a name may begin."""
    read = _name(name)
    rows = (_ROWS.get(read[:1] + other, ()) for other in _FIRST_LETTERS)
    fitting = (spelling for row in rows for key, spelling, *_ in row if read.startswith(key))
    return frozenset(read[:1]).union(spelling[0] for spelling in fitting)


def first_letter(spelling: str) -> str:
    """The first letter of a spelling, in lower case and without a diacritic; may be empty."""
    return _other(spelling)[:1]


def _places(
    name: str, other: str, *, starts: Iterable[int] = (0,), may_slip: bool = False
) -> list[dict[int, int]]:
    """For each number of letters of the name, the positions where they may end in the spelling.

    Each position has the smallest number of slips that leads to it. All paths are followed in
    parallel, so that the time depends on the number of letters, not on the number of paths.
    """
    places: list[dict[int, int]] = [{} for _ in range(len(name) + 1)]
    places[0] = dict.fromkeys(starts, 0)
    for read, reached in enumerate(places[:-1]):
        for place, slips in reached.items():
            steps = _spelt(name, read, other, place)
            if place:
                steps += _sharing(name, read, other, place)
            for letters, end in steps:
                _reach(places[read + letters], end, slips)
            if may_slip and not slips and 0 < read < len(name) - 1 and place < len(other):
                for letters, end in _slips(name, read, other, place):
                    _reach(places[read + letters], end, 1)
    return places


def _reach(places: dict[int, int], place: int, slips: int) -> None:
    if slips < places.get(place, 2):
        places[place] = slips


def _spelt(name: str, read: int, other: str, place: int) -> list[tuple[int, int]]:
    """How many letters of a name are spelt at a position of another spelling, and where they end.

    A letter that is not in the tables spells itself.
    """
    letter, at_place = name[read], other[place : place + 1]
    steps = [(1, place)] if letter in _SILENT else []
    for key, spelling, letters, length in _ROWS.get(letter + at_place, ()):
        if (letters == 1 or name.startswith(key, read)) and (
            length == 1 or other.startswith(spelling, place)
        ):
            steps.append((letters, place + length))
    if letter == at_place and letter not in _KNOWN:
        steps.append((1, place + 1))
    return steps


def _sharing(name: str, read: int, other: str, place: int) -> list[tuple[int, int]]:
    """As :func:`_spelt`, for a spelling that begins with the last letter of the spelling before."""
    if name[read] + other[place - 1] not in _ROWS:
        return []
    return [(letters, end) for letters, end in _spelt(name, read, other, place - 1) if end >= place]


def _slips(name: str, read: int, other: str, place: int) -> Iterator[tuple[int, int]]:
    """Steps over a wrong letter and the letter after it, or over two swapped letters."""
    if name[read] not in "ьъ":
        for letters, end in _spelt(name, read + 1, other, place + 1):
            yield 1 + letters, end
    if read + 2 < len(name) and place + 1 < len(other):
        swapped = other[place + 1] + other[place]
        if len(swapped) in _places(name[read : read + 2], swapped)[-1]:
            yield 2, place + 2


@lru_cache(maxsize=16384)
def _name(text: str) -> str:
    """The letters of a name as in the tables. Capital letters mark special vowels."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_OF_NAMES)
    if not is_cyrillic(letters):
        return letters
    marked = _ROUNDED.sub(lambda found: found[1] + found[2].upper(), letters)
    return _FIRST_O.sub(r"\1О", marked)


@lru_cache(maxsize=16384)
def _other(text: str) -> str:
    """The letters of a spelling: Cyrillic letters unchanged, Latin letters without diacritics."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_OF_SPELLINGS)
    return _DOUBLED.sub(r"\1", letters)


class _Letters(dict[int, str]):
    """A table for ``str.translate``: some letters are kept, others lose their diacritics."""

    def __init__(self, kept: Iterable[str]) -> None:
        super().__init__((ord(one), one) for one in kept)

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).translate(_UNMARKED)
        letters = (one for one in plain if one.isalpha() and unicodedata.category(one) != "Lm")
        self[code] = "".join(letters)
        return self[code]


def _spellings(row: str) -> tuple[str, ...]:
    return tuple("" if one == "-" else one for one in row.split())


def _latin(rows: Mapping[str, str]) -> dict[str, set[str]]:
    """For each Latin spelling in the rows, all Latin spellings of the rows that contain it."""
    alternatives: dict[str, set[str]] = defaultdict(set)
    for row in rows.values():
        latin = {one for one in _spellings(row) if not is_cyrillic(one)}
        for one in latin:
            alternatives[one] |= latin
    alternatives.pop("", None)
    return alternatives


_KNOWN: Final = {one for one in chain(RUSSIAN, KAZAKH, FOREIGN, ascii_lowercase) if len(one) == 1}
_OF_NAMES: Final = _Letters(_KNOWN)
_OF_SPELLINGS: Final = _Letters(map(chr, range(0x400, 0x530)))

_IN_LATIN: Final = {**RUSSIAN, "ё": "e yo io jo ye ie je", "ъ": "-"}
"""The rows with interchangeable Latin spellings. Some of ё are not: Usorova is not Userova."""


def _pairs() -> Iterator[tuple[str, str]]:
    """Each group of letters with each of its spellings, including the group itself."""
    latin = {key: " ".join(sorted(row)) for key, row in _latin(_IN_LATIN).items()}
    for key, row in (*RUSSIAN.items(), *KAZAKH.items(), *FOREIGN.items(), *latin.items()):
        yield from ((key, spelling) for spelling in dict.fromkeys((*_spellings(row), key)))


def _rows() -> dict[str, Row]:
    """The pairs with a spelling, with their lengths, by their two first letters."""
    rows: dict[str, Row] = defaultdict(list)
    for key, spelling in _pairs():
        if spelling:
            rows[key[0] + spelling[0]].append((key, spelling, len(key), len(spelling)))
    return dict(rows)


_ROWS: Final = _rows()
_SILENT: Final = frozenset(key for key, spelling in _pairs() if not spelling)
_FIRST_LETTERS: Final = frozenset(pair[1] for pair in _ROWS)
