"""Which alphabet letters belong to, and what else an eye passes over: looked for once in each text.

:func:`sights` goes through every text of a part a single time, however many rules ask.
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
"""The letters of Latin alphabets, as a regular expression's set has them; ə and ɵ are typed for
Kazakh ә and ө."""

CYRILLIC: Final = "Ѐ-ԯ"
"""The letters of Cyrillic alphabets, likewise."""

KAZAKH: Final = "әғқңөұүһӘҒҚҢӨҰҮҺ"
"""Letters of Kazakh that Russian lacks; without і, which is Ukrainian and old Russian too."""

KAZAKH_LATIN: Final = "ÁáÄäǴǵĞğıİŃńÑñÓóÖöÚúÜüŪūÝýŞşŠš"
"""Letters of the Latin alphabets proposed for Kazakh since 2017 that English lacks."""

Kind: TypeAlias = Literal["mixed", "invisible", "direction", "hyphen", "escape", "garbled"]

WORD: Final = re.compile(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")
"""A run of letters and digits: a word, or a part of an address."""

TO_SHOW: Final = 40
"""Characters of a long text that a sentence shows."""

REACH: Final = 300
"""How far back the beginning of an address is looked for."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Something odd in a text: what kind it is, and where in the text it stands.

    Of a word in two alphabets the whole word is seen, of all else the characters alone; but for
    hyphens, each is seen where it is first in its text.
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
        """Whether it stands in an address of the web."""
        before = self.value.plain[max(self.start - REACH, 0) : self.start].rpartition(" ")[2]
        return self.value.path[-1] == "url" or "://" in before

    def around(self, most: int = 20) -> str:
        """The characters with a few before and after them, for a sentence."""
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
"""What ``_SUSPECT`` or ``_MEETING`` finds, in one search."""
_ODD = re.compile(
    f"(?P<invisible>[{_INVISIBLE}])"
    f"|(?P<direction>[{_DIRECTION}])"
    r"|(?P<hyphen>(?<=[^\W\d_][^\W\d_])- (?=[^\W\d_]{2}))"
    r"|(?P<escape>\\[_*#\[\]()~`&-]|&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)"
    "|(?P<garbled>\ufffd+|(?:[ÐÑÃÂ][\u0080-\u00bf]){2,}"
    r"|(?<![?!»”\w])\?{3,}+|(?<=\w)\?{3,}+(?=\w))"
)


def sights(texts: Texts) -> Mapping[Kind, Sequence[Sight]]:
    """What there is to see in the texts, by kind, in the order written."""
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
    """The odd characters: hyphens each time, others where they are first."""
    seen: set[str] = set()
    for odd in _ODD.finditer(value.plain):
        if odd[0] not in seen or odd.lastgroup == "hyphen":
            seen.add(odd[0])
            yield Sight(cast("Kind", odd.lastgroup), value, odd.start(), odd.end())


def _mixed(value: WrittenValue) -> Iterator[Sight]:
    """The words in which two alphabets meet, but where markup parts them: K<sub>п</sub>."""
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
    """Where the run of letters and digits begins and ends that a character stands in."""
    start = at
    while start and text[start - 1].isalnum():
        start -= 1
    end = _END.search(text, at)
    return start, end.start() if end else len(text)


def _seams(value: WrittenValue) -> frozenset[int]:
    """Where, in a text, markup or a formula begins or ends."""
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


def count(letters: str, text: str) -> int:
    """How many of a text's letters are of a set."""
    return sum(map(len, _run(letters).findall(text)))


def has_more(letters: str, text: str, number: float) -> bool:
    """Whether more than so many of a text's letters are of a set."""
    found = _one(letters).finditer(text)
    return next(islice(found, int(number), None), None) is not None


def has(letters: str, text: str) -> bool:
    """Whether any of a text's letters is of a set."""
    return _run(letters).search(text) is not None


@lru_cache(maxsize=4096)
def is_romanised(tag: str) -> bool:
    """Whether a language tag says that a text is written in Latin letters: ``ru-Latn``."""
    return "-latn" in tag.lower()


def is_mostly_latin(text: str) -> bool:
    """Whether a text has at least as many Latin letters as Cyrillic ones."""
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
    """How many words of a text have a letter of a set, and how many words there are."""
    words = [word for word in WORD.findall(text) if not word.isdigit()]
    return sum(1 for word in words if has(letters, word)), len(words)


def beginning(text: str) -> str:
    """The beginning of a text, for a sentence."""
    return text if len(text) <= TO_SHOW else f"{text[:TO_SHOW].rstrip()}…"
