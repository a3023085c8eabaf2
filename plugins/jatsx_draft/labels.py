"""Finding labels in printed lines.

A label is found where a line begins with it: as a whole line, or before a colon, stop or dash. It
is compared by its letters, so that lost spaces, capitals and letters of the other alphabet do not
matter; long labels may have a wrong letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, TypeAlias

from jatsx_draft.letters import CAPITALS, folded
from jatsx_draft.words.labels import LABELS, LabelKind

LONGEST: Final = 70
"""The maximum number of characters of a label."""

SHORTEST_TEXT: Final = 40
"""The minimum number of characters after a label that nothing separates from its text."""

MOST_KEPT: Final = 100_000
"""The maximum number of lines whose labels are kept."""

_ENUMERATION = re.compile(r"\s*(?:(?:\d{1,2}|[IVX]{1,4})[.)]\s+)?[*†‡_]*")
_MARK = re.compile(r"[:.–—\t]|\s-\s|$")
_ALIKE: Final = 4
_HEAD: Final = 12
_ONE_SLIP: Final = 6
_TWO_SLIPS: Final = 14
_GLUED_LABELS: Final = {
    variant.casefold(): (kind, language)
    for kind in (LabelKind.KEYWORDS, LabelKind.ABSTRACT)
    for language, variants in LABELS[kind].items()
    for variant in variants
}
_GLUED: Final = re.compile(
    rf"((?i:{'|'.join(sorted(map(re.escape, _GLUED_LABELS), key=len, reverse=True))}))"
    rf"(?=\s+[{CAPITALS}«“\"])"
)
_DIGITS: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a line.

    Args:
        kind: what it says.
        language: its language; None if it is the same in several.
        end: the position in the line after it and its mark.
        is_whole: whether nothing else is in the line.
        is_exact: whether it is spelt as in the list.
    """

    kind: LabelKind
    language: str | None
    end: int
    is_whole: bool
    is_exact: bool = True


Found: TypeAlias = tuple[LabelKind, str | None]
"""What a label says, and its language."""


class Labels:
    """The known labels. Lines are looked up again and again, so what was found is kept.

    Args:
        further: variants beside those of :data:`LABELS`, by what they say.
    """

    def __init__(self, further: Mapping[LabelKind, Sequence[str]] | None = None) -> None:
        self.exact = _table(further or {})
        self.starts = _by_end(self.exact, slice(3))
        self.finishes = _by_end(self.exact, slice(-3, None))
        self.found: dict[str, Label | None] = {}

    def of(self, text: str) -> Label | None:
        """The label with which a line begins."""
        head = text[: 2 * LONGEST]
        if head not in self.found:
            if len(self.found) > MOST_KEPT:
                self.found.clear()
            self.found[head] = self._of(head)
        found = self.found[head]
        if found and found.is_whole and len(text) > len(head):
            return replace(found, is_whole=False)
        return found

    def are_likely(self, kind: LabelKind, texts: Iterable[str]) -> bool:
        """Whether two lines begin like labels of a kind: a fast test, before all lines are read."""
        starts = {label[:_ALIKE] for label, found in self.exact.items() if found[0] is kind}
        likely = (text for text in texts if folded(text[:_HEAD])[:_ALIKE] in starts)
        return len(list(islice(likely, 2))) == 2

    def _of(self, text: str) -> Label | None:
        start = _ENUMERATION.match(text)
        at = start.end() if start else 0
        for end, after in _ends(text, at):
            found = self._named(text[at:end])
            if found:
                (kind, language), is_exact = found
                rest = text[after:].strip(" .:*_")
                return Label(kind, language, after, not rest, is_exact)
        return _glued(text, at)

    def _named(self, written: str) -> tuple[Found, bool] | None:
        """The label that a text is, and whether it is spelt as in the list."""
        plain = folded(written)
        if plain in self.exact:
            return self.exact[plain], True
        if len(plain) < _ONE_SLIP or len(_DIGITS.findall(plain)) > 2:
            return None
        near = {*self.starts.get(plain[:3], ()), *self.finishes.get(plain[-3:], ())}
        for label in sorted(near):
            slips = 2 if len(label) >= _TWO_SLIPS else 1
            if abs(len(label) - len(plain)) <= slips and _is_within(label, plain, slips):
                return self.exact[label], False
        return None


def _ends(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a label may end, and where the text after it begins."""
    for mark in _MARK.finditer(text, at, at + LONGEST):
        yield mark.start(), mark.end()
    if len(text) - at <= LONGEST:
        yield len(text), len(text)


def _glued(text: str, at: int) -> Label | None:
    """A label of keywords or an abstract that no mark separates from a capital letter."""
    found = _GLUED.match(text, at)
    if not found or len(text) - found.end() < SHORTEST_TEXT:
        return None
    kind, language = _GLUED_LABELS[found[1].casefold()]
    return Label(kind, language, found.end(), is_whole=False)


def _table(further: Mapping[LabelKind, Sequence[str]]) -> dict[str, Found]:
    """The labels by their letters."""
    table: dict[str, Found] = {}
    for kind, by_language in LABELS.items():
        for language, variants in by_language.items():
            for variant in variants:
                plain = folded(variant)
                known = table.get(plain)
                table[plain] = (kind, None if known and known[1] != language else language)
    for kind, own in further.items():
        for variant in own:
            table.setdefault(folded(variant), (kind, None))
    return table


def _by_end(labels: Iterable[str], letters: slice) -> dict[str, list[str]]:
    """The labels with a wrong letter allowed, by their first or last three letters."""
    found: dict[str, list[str]] = {}
    for label in labels:
        if len(label) >= _ONE_SLIP:
            found.setdefault(label[letters], []).append(label)
    return found


def _is_within(first: str, second: str, most: int) -> bool:
    """Whether at most this number of letters is wrong, missing, added or swapped."""
    if most == 0 or first == second:
        return first == second
    pairs = enumerate(zip(first, second, strict=False))
    n = next((n for n, (one, two) in pairs if one != two), None)
    if n is None:
        return abs(len(first) - len(second)) <= most
    one, two = first[n:], second[n:]
    is_swapped = one[1:2] == two[:1] and one[:1] == two[1:2]
    tails = ((one[1:], two[1:]), (one[1:], two), (one, two[1:]))
    swapped = ((one[2:], two[2:]),) if is_swapped else ()
    return any(_is_within(first, second, most - 1) for first, second in (*swapped, *tails))


USUAL: Final = Labels()
"""The labels of :data:`LABELS`."""
