"""What the rules share: making a fault, and the questions that several parts are asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from jatsx.checks import Fault
from jatsx.fieldpath import Path, written
from jatsx.frozenmap import FrozenMap
from jatsx.model import Part

NONE = "–"
"""What a sentence shows where a list that it names is empty."""


def fault(path: str | Path, **params: str) -> Fault:
    """A fault of the field at a path, with what its sentence needs."""
    return Fault(written((path,) if isinstance(path, str) else path), FrozenMap(params))


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


def repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The ids that were there before, with their positions."""
    seen: set[str] = set()
    for position, id in enumerate(ids):
        if id in seen:
            yield position, id
        seen.add(id)


def values(part: Part, *, without: str | None = None) -> Iterator[tuple[Path, object]]:
    """Every value that was written in a part and in the parts inside it, with its path.

    ``without`` names a field of the part that isn't entered: ``issue`` of an article.
    """
    from jatsx.model.walk import parts

    for path, inner in parts(part, without=without):
        for name, value in inner:
            if name in inner.model_fields_set and (path or name != without):
                yield (*path, name), value
