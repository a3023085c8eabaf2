"""Alphabets of letters, and unusual characters in texts.

:func:`sights` searches each text of a part only once, for all rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, islice
from typing import Final, Literal, TypeAlias, cast

from jatsx.model import Texts, WrittenValue
from jatsx.model.text import Node, Text

LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏəɵ"
"""The letters of Latin alphabets, for a set in a regular expression. ə and ɵ are sometimes typed
instead of Kazakh ә and ө."""

CYRILLIC: Final = "Ѐ-ԯ"
"""The letters of Cyrillic alphabets, for a set in a regular expression."""

KAZAKH: Final = "әғқңөұүһӘҒҚҢӨҰҮҺ"
"""Kazakh letters that Russian does not have, without і, which Ukrainian and old Russian have too.
"""

KAZAKH_LATIN: Final = "ÁáÄäǴǵĞğıİŃńÑñÓóÖöÚúÜüŪūÝýŞşŠš"
"""Letters that English does not have, from the Latin alphabets proposed for Kazakh since 2017."""

Kind: TypeAlias = Literal["mixed", "invisible", "direction", "hyphen", "escape", "garbled"]

WORD: Final = re.compile(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")
"""A sequence of letters and digits: a word, or a part of a URL."""

TO_SHOW: Final = 40
"""The number of characters of a long text that a message shows."""

REACH: Final = 300
"""The number of characters before a place in which the start of a URL is searched for."""


LOOKALIKES: Final = frozenset("ABCEHKMOPTXY0123456789")
"""Latin capital letters and digits that look the same as Cyrillic characters."""

_ACRONYM = re.compile(f"([A-Z0-9]{{2,}})[{CYRILLIC}]+\\Z|[{CYRILLIC}]+([A-Z0-9]{{2,}})\\Z")
_ROMAN = re.compile(f"[IVX]{{2,}}[{CYRILLIC}]")
_ENDINGS = (
    "ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ны|ні|ның|нің|дың|дің|тың|тің"
    "|дағы|дегі|тағы|тегі|мен|бен|пен|лар|лер|дар|дер|тар|тер|лық|лік|дық|дік|тық|тік|ы|і|сы|сі|ын|ін|ына|іне|ында|інде"
)
_SUFFIXED = re.compile(
    "(?:[A-Za-z0-9]{3,}|[A-Z0-9]{2}|[a-z][A-Z]|[DFGIJLNQRSUVWZbdfghjklmnqrstuvwz][a-z])"
    f"(?:{_ENDINGS}){{1,3}}\\Z"
)


@dataclass(frozen=True, slots=True)
class Sight:
    """Unusual characters in a text: their kind and their position.

    For mixed alphabets, the position is the whole word; otherwise, it is only the characters. Each
    sight is listed once per text, at its first position. Only hyphens are listed each time.
    """

    kind: Kind
    value: WrittenValue
    start: int
    end: int

    @property
    def characters(self) -> str:
        return self.value.plain[self.start : self.end]

    @property
    def is_in_address(self) -> bool:
        """Whether it is part of a URL."""
        before = self.value.plain[max(self.start - REACH, 0) : self.start].rpartition(" ")[2]
        return self.value.path[-1] == "url" or "://" in before

    def around(self, most: int = 20) -> str:
        """The characters with a few characters before and after them, for a message."""
        start, end = max(self.start - most, 0), self.end + most
        before = self.value.plain[start : self.start].rpartition(" ")[2]
        return before + self.characters + self.value.plain[self.end : end].partition(" ")[0]


_BESIDE_CYRILLIC = f"(?<=[{CYRILLIC}].)|(?=[{CYRILLIC}])"
_MEETING = re.compile(f"[{LATIN}](?:{_BESIDE_CYRILLIC})")
_BORDER = re.compile(f"(?<=[{LATIN}])(?=[{CYRILLIC}])|(?<=[{CYRILLIC}])(?=[{LATIN}])")
_END = re.compile(r"[\W_]|\Z")
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\ufeff"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_SUSPECTS = f"{_INVISIBLE}{_DIRECTION}\ufffd\\\\&?ÐÑÃÂ"
_SUSPECT = re.compile(f"[{_SUSPECTS}]")
_SUSPECT_OR_MEETING = re.compile(f"[{LATIN}{_SUSPECTS}](?:(?<=[{_SUSPECTS}])|{_BESIDE_CYRILLIC})")
"""Matches where ``_SUSPECT`` or ``_MEETING`` matches, in one search."""
_ODD = re.compile(
    f"(?P<invisible>[{_INVISIBLE}])"
    f"|(?P<direction>[{_DIRECTION}])"
    r"|(?P<hyphen>(?<=[^\W\d_][^\W\d_])- (?=[^\W\d_]{2}))"
    r"|(?P<escape>\\[_*#\[\]()~`&-]|&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)"
    "|(?P<garbled>\ufffd+|(?:[ÐÑÃÂ][\u0080-\u00bf]){2,}"
    r"|(?<![?!»”\w])\?{3,}+|(?<=\w)\?{3,}+(?=\w))"
)


def sights(texts: Texts) -> Mapping[Kind, Sequence[Sight]]:
    """All sights in the texts, by kind, in the order of the texts."""
    return texts.once(_sights)


def _sights(texts: Texts) -> Mapping[Kind, Sequence[Sight]]:
    found: dict[Kind, list[Sight]] = {}
    for value in texts.values:
        text = value.plain
        suspect = _SUSPECT if text.isascii() else _SUSPECT_OR_MEETING
        if "- " in text or suspect.search(text):
            for sight in chain(_mixed(value), _odd(value)):
                found.setdefault(sight.kind, []).append(sight)
    return found


def _odd(value: WrittenValue) -> Iterator[Sight]:
    """Sights except mixed alphabets: hyphens each time, others at their first position."""
    seen: set[str] = set()
    for odd in _ODD.finditer(value.plain):
        if odd[0] not in seen or odd.lastgroup == "hyphen":
            seen.add(odd[0])
            yield Sight(cast("Kind", odd.lastgroup), value, odd.start(), odd.end())


def _mixed(value: WrittenValue) -> Iterator[Sight]:
    """The words that mix two alphabets, except where markup separates them: K<sub>п</sub>."""
    text, end = value.plain, 0
    seen: set[str] = set()
    seams: frozenset[int] | None = None
    while meeting := _MEETING.search(text, end):
        start, end = _around(text, meeting.start())
        if text[start:end] in seen:
            continue
        seams = _seams(value) if seams is None else seams
        if any(border.start() not in seams for border in _BORDER.finditer(text, start, end)):
            seen.add(text[start:end])
            yield Sight("mixed", value, start, end)


def _around(text: str, at: int) -> tuple[int, int]:
    """The start and end of the sequence of letters and digits around a character."""
    start = at
    while start and text[start - 1].isalnum():
        start -= 1
    end = _END.search(text, at)
    return start, end.start() if end else len(text)


def _seams(value: WrittenValue) -> frozenset[int]:
    """The positions in a text where markup or a formula begins or ends."""
    if value.text is None:
        return frozenset()
    texts = (value.text,) if isinstance(value.text, Text) else value.text.texts
    strings = (one for text in texts for one in (*_strings(text.nodes), "\n"))
    return frozenset(accumulate(map(len, strings)))


def _strings(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _strings(node.children)


def is_compound(word: str) -> bool:
    """Whether a word may mix two alphabets, such as an abbreviation with an ending.

    An abbreviation of letters that Cyrillic has too may be mistyped. It is accepted only with a
    Kazakh ending.
    """
    acronym = _ACRONYM.match(word)
    is_latin = acronym and not LOOKALIKES.issuperset(acronym[1] or acronym[2])
    return bool(is_latin or _ROMAN.match(word) or _SUFFIXED.match(word))


def count(letters: str, text: str) -> int:
    """The number of letters of a text that belong to a set."""
    return sum(map(len, _run(letters).findall(text)))


def has_more(letters: str, text: str, number: float) -> bool:
    """Whether more than a number of a text's letters belong to a set."""
    found = _one(letters).finditer(text)
    return next(islice(found, int(number), None), None) is not None


def has(letters: str, text: str) -> bool:
    """Whether a letter of a text belongs to a set."""
    return _run(letters).search(text) is not None


@lru_cache(maxsize=4096)
def is_romanised(tag: str) -> bool:
    """Whether a language tag marks a text as written in Latin letters: ``ru-Latn``."""
    return "-latn" in tag.lower()


def is_mostly_latin(text: str) -> bool:
    """Whether a text has at least as many Latin letters as Cyrillic letters."""
    if text.isascii() or not has(CYRILLIC, text):
        return True
    if not has(LATIN, text):
        return False
    cyrillic = count(CYRILLIC, text)
    return cyrillic <= len(text) / 2 and count(LATIN, text) >= cyrillic


@cache
def _one(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")


@cache
def _run(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]+")


def words_with(letters: str, text: str) -> tuple[int, int]:
    """The number of words with a letter from a set, and the number of all words."""
    words = [word for word in WORD.findall(text) if not word.isdigit()]
    return sum(1 for word in words if has(letters, word)), len(words)


def beginning(text: str) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= TO_SHOW else f"{text[:TO_SHOW].rstrip()}…"
