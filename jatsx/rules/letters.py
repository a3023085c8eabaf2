"""Which alphabet letters belong to, and what else an eye passes over: looked for once in each text.

:func:`sights` goes through every text of a part a single time, however many rules ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from jatsx.model import Texts, Written

LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
"""The letters of Latin alphabets, as a regular expression's set has them."""

CYRILLIC: Final = "Ѐ-ԯ"
"""The letters of Cyrillic alphabets, likewise."""

KAZAKH: Final = "әғқңөұүһӘҒҚҢӨҰҮҺ"
"""Letters of Kazakh that Russian lacks; without і, which is Ukrainian and old Russian too."""

KAZAKH_LATIN: Final = "ÁáÄäǴǵĞğıİŃńÑñÓóÖöÚúÜüŪūÝýŞşŠš"
"""Letters of the Latin alphabets proposed for Kazakh since 2017 that English lacks."""

Kind: TypeAlias = Literal["mixed", "invisible", "direction", "hyphen", "escape", "garbled"]

WORD: Final = re.compile(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")
"""A run of letters and digits: a word, or a part of an address."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Something odd in a text: what kind it is, and where in the text it stands."""

    kind: Kind
    value: Written
    start: int
    end: int

    @property
    def characters(self) -> str:
        return self.value.plain[self.start : self.end]

    @property
    def word(self) -> str:
        """The word that it stands in."""
        words = WORD.finditer(self.value.plain)
        return next((one[0] for one in words if one.start() <= self.start < one.end()), "")

    @property
    def is_in_address(self) -> bool:
        """Whether it stands in an address of the web."""
        before = self.value.plain[: self.start].rpartition(" ")[2]
        return self.value.path[-1] == "url" or "://" in before

    def around(self, most: int = 20) -> str:
        """The characters with a few before and after them, for a sentence."""
        start, end = max(self.start - most, 0), self.end + most
        before = self.value.plain[start : self.start].rpartition(" ")[2]
        return before + self.characters + self.value.plain[self.end : end].partition(" ")[0]


_MEETING = re.compile(f"[{LATIN}](?:(?<=[{CYRILLIC}].)|(?=[{CYRILLIC}]))")
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\ufeff"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_SUSPECT = re.compile(f"[{_INVISIBLE}{_DIRECTION}\ufffd\\\\&?ÐÑÃÂ]")
_ODD = re.compile(
    f"(?P<invisible>[{_INVISIBLE}])"
    f"|(?P<direction>[{_DIRECTION}])"
    r"|(?P<hyphen>(?<=[^\W\d_][^\W\d_])- (?=[^\W\d_]{2}))"
    r"|(?P<escape>\\[_*#\[\]()~`&-]|&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)"
    "|(?P<garbled>\ufffd+|(?:[ÐÑÃÂ][\u0080-\u00bf]){2,}|\\?{3,})"
)


def sights(texts: Texts) -> Mapping[Kind, Sequence[Sight]]:
    """What there is to see in the texts, by kind, in the order written."""
    return texts.once(_sights)


def _sights(texts: Texts) -> Mapping[Kind, Sequence[Sight]]:
    found: dict[Kind, list[Sight]] = {}
    for value in texts.values:
        for sight in _seen(value):
            found.setdefault(sight.kind, []).append(sight)
    return found


def _seen(value: Written) -> Iterator[Sight]:
    text = value.plain
    if not text.isascii():
        for meeting in _MEETING.finditer(text):
            yield Sight("mixed", value, meeting.start(), meeting.end())
    if "- " in text or _SUSPECT.search(text):
        for odd in _ODD.finditer(text):
            yield Sight(cast("Kind", odd.lastgroup), value, odd.start(), odd.end())


def count(letters: str, text: str) -> int:
    """How many of a text's letters are of a set."""
    return len(re.findall(f"[{letters}]", text))


def words_with(letters: str, text: str) -> tuple[int, int]:
    """How many words of a text have a letter of a set, and how many words there are."""
    words = [word for word in WORD.findall(text) if not word.isdigit()]
    return sum(1 for word in words if count(letters, word)), len(words)
