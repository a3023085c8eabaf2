"""Printed lines joined to texts. Words that were divided at the end of a line are put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jatsx_draft.letters import spaced
from jatsx_draft.printed import Gap, PrintedLine

SOFT: Final = "\N{SOFT HYPHEN}"
SHORTEST_WORD: Final = 4
"""The minimum number of letters of each part of a word with a hyphen that is known by its parts."""

LONGEST_WORD: Final = 300
"""The maximum number of characters of a word or an address at the end of a line."""

HYPHENS: Final = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-‐‑]$")
_FIRST = re.compile(r"([^\W\d_]+)")
_ADDRESS_AT_END = re.compile(r"://[^\s<>]*[/_=&?#%-]\Z")
"""The first part of an address, which has a hyphen only if the address has it."""

_ADDRESS_PART = re.compile(r"[a-z\d/_=&?#%]|[A-Za-z\d]\S*[/_=&?#%.-]\S")
_ENDS = re.compile(r"[.!?…:;»”\")\]]$")


@dataclass(frozen=True, eq=False)
class Joiner:
    """Joins lines of an issue. It knows the words of all its lines."""

    lines: Sequence[PrintedLine]

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the issue, without case, and how often they occur inside a line.

        The first and last word of a line may be a part of a word.
        """
        return Counter(
            word.casefold() for line in self.lines for word in _WORD.findall(line.text)[1:-1]
        )

    def text(self, pieces: Iterable[str]) -> str:
        """One text of pieces that follow each other in print, with single spaces."""
        joined = ""
        for piece in pieces:
            joined = self.joined(joined, spaced(piece)) if joined else spaced(piece)
        return joined.replace(SOFT, "")

    def joined(self, before: str, after: str) -> str:
        """A text and the line after it."""
        if before.endswith(SOFT):
            return before[:-1] + after
        if _ADDRESS_AT_END.search(before[-LONGEST_WORD:]) and _ADDRESS_PART.match(after):
            return before + after
        last, first = _LAST.search(before[-LONGEST_WORD:]), _FIRST.match(after)
        if not last or not first:
            return f"{before} {after}"
        is_word = after[0].islower() or (last[1].isupper() and first[1].isupper())
        if is_word and self._is_divided(last[1], first[1]):
            return before[:-1] + after
        return before + after

    def _is_divided(self, first: str, second: str) -> bool:
        """Whether a hyphen at the end of a line is not part of the word."""
        whole, hyphenated = (first + second).casefold(), f"{first}-{second}".casefold()
        if self.words[whole] or self.words[hyphenated]:
            return self.words[whole] >= self.words[hyphenated]
        has_second = len(second) >= SHORTEST_WORD and self.words[second.casefold()] > 0
        is_first = self.words[first.casefold()] > 0 or first.casefold().endswith(("о", "е"))
        return not (has_second and is_first and len(first) >= SHORTEST_WORD)


def goes_on(before: PrintedLine, after: PrintedLine) -> bool:
    """Whether a paragraph goes on in a line after an empty line or a page break."""
    if after.heading is not None or after.bullet:
        return False
    text, following = before.text.rstrip(), after.text.lstrip()
    if text.endswith((SOFT, *HYPHENS)) or following[:1].islower():
        return True
    return after.gap is Gap.PAGE and not _ENDS.search(text)


def paragraphs(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The paragraphs of lines; one that is divided by a page break is one paragraph."""
    found: list[list[PrintedLine]] = []
    for line in lines:
        if found and (line.gap is Gap.NONE or goes_on(found[-1][-1], line)):
            found[-1].append(line)
        else:
            found.append([line])
    return found
