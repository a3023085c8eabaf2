"""The numbers of list paragraphs, which a word processor counts and does not write.

Source: ECMA-376, part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jatsx_draft.sources.docx.names import W, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LAST_LEVEL: Final = 8
_BULLET: Final = "-"


@dataclass(frozen=True, slots=True)
class NumberedLevel:
    """How the paragraphs of one level of a list are numbered."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class DocxNumbering:
    """The lists of a document, and how far each is counted.

    ``levels``: by the id of a list, its levels. ``lists``: by the id that paragraphs name, the id
    of their list: several may go on with one count.
    """

    lists: Mapping[str, str]
    levels: Mapping[str, Mapping[int, NumberedLevel]]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def bullet(self, number_id: str, depth: int) -> str:
        """The number or mark of the next paragraph of a list, which is counted."""
        levels = self.levels.get(self.lists.get(number_id, ""), {})
        level = levels.get(depth)
        if level is None or not 0 <= depth <= _LAST_LEVEL:
            return ""
        starts = [levels[n].start if n in levels else 1 for n in range(_LAST_LEVEL + 1)]
        counts = self._counts.setdefault(self.lists[number_id], [start - 1 for start in starts])
        counts[depth] += 1
        counts[depth + 1 :] = [start - 1 for start in starts[depth + 1 :]]
        if level.form == "bullet":
            return _BULLET
        if level.form == "none":
            return ""
        return re.sub(r"%(\d)", lambda sign: _counted(sign, counts, starts, levels), level.text)


def _counted(
    sign: re.Match[str], counts: list[int], starts: list[int], levels: Mapping[int, NumberedLevel]
) -> str:
    at = int(sign[1]) - 1
    form = levels[at].form if at in levels else "decimal"
    return _number(max(counts[at], starts[at]), form)


def numbering_of(root: _Element | None) -> DocxNumbering:
    """The numbering of a document, from the root of its numbering part."""
    if root is None:
        return DocxNumbering({}, {})
    abstract = {
        one.get(w("abstractNumId"), ""): _levels(one) for one in root.iterfind("w:abstractNum", W)
    }
    lists: dict[str, str] = {}
    levels: dict[str, Mapping[int, NumberedLevel]] = dict(abstract)
    for one in root.iterfind("w:num", W):
        own = one.get(w("numId"), "")
        base = value(one.find("w:abstractNumId", W))
        overrides = _overrides(one, abstract.get(base, {}))
        lists[own] = f"{base}/{own}" if overrides else base
        if overrides:
            levels[lists[own]] = {**abstract.get(base, {}), **overrides}
    return DocxNumbering(lists, levels)


def _levels(abstract: _Element) -> dict[int, NumberedLevel]:
    return {_depth(one): _level(one) for one in abstract.iterfind("w:lvl", W)}


def _level(element: _Element) -> NumberedLevel:
    form = value(element.find("w:numFmt", W)) or "decimal"
    start = value(element.find("w:start", W))
    return NumberedLevel(form, value(element.find("w:lvlText", W)), _whole(start, 1))


def _overrides(number: _Element, levels: Mapping[int, NumberedLevel]) -> dict[int, NumberedLevel]:
    found = {}
    for one in number.iterfind("w:lvlOverride", W):
        depth = _depth(one)
        own = one.find("w:lvl", W)
        level = levels.get(depth) if own is None else _level(own)
        start = value(one.find("w:startOverride", W))
        if level is not None:
            found[depth] = NumberedLevel(level.form, level.text, _whole(start, level.start))
    return found


def _depth(element: _Element) -> int:
    return _whole(element.get(w("ilvl"), ""), 0)


def _whole(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default


def _number(count: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for number, letters in _ROMAN:
        times, count = divmod(count, number)
        written += letters * times
    return written
