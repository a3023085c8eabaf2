"""What the rules share: making a fault, and the questions that several parts are asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from jatsx.rules.engine import NONE, fault, listed

__all__ = ["NONE", "code_points", "fault", "foreign_letter", "listed", "repeated"]


def foreign_letter(identifier: str) -> dict[str, str] | None:
    """The first letter that is no letter of ASCII, for a sentence; None where there is none.

    A Cyrillic Х (U+0425) in an identifier looks like a Latin X and is none.
    """
    letter = next((c for c in identifier if c.isalpha() and not c.isascii()), None)
    if letter is None:
        return None
    name = unicodedata.name(letter, "unnamed")
    return {"letter": letter, "name": name.capitalize(), "point": f"U+{ord(letter):04X}"}


def code_points(letters: Iterable[str], most: int = 4) -> str:
    """The first few letters as a sentence names them: ``U+0061 LATIN SMALL LETTER A``."""
    each = list(dict.fromkeys(letters))
    names = [f"U+{ord(one):04X} {unicodedata.name(one, 'unnamed')}" for one in each[:most]]
    return listed([*names, "…"] if len(each) > most else names)


def repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The ids that were there before, with their positions."""
    seen: set[str] = set()
    for position, id in enumerate(ids):
        if id in seen:
            yield position, id
        seen.add(id)
