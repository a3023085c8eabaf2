"""What the rules share: making a fault, and the questions that several parts are asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from jatsx.checks import Fault
from jatsx.fieldpath import Path, written
from jatsx.frozenmap import FrozenMap

NONE = "–"
"""What a sentence shows where a list that it names is empty."""


def fault(
    path: str | Path, /, *, excerpt: str = "", article: str | None = None, **params: str
) -> Fault:
    """A fault of the field at a path, with what its sentence needs.

    ``excerpt`` is the characters at fault within a longer value; ``article`` the id of the article
    whose field it is, where a whole issue was looked at.
    """
    field = written((path,) if isinstance(path, str) else path)
    return Fault(field, FrozenMap(params), excerpt, article)


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them."""
    return ", ".join(names) or NONE


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
