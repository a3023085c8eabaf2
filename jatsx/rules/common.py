"""Functions and sentences that several rules use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from jatsx.findings.translation import N_
from jatsx.rules.engine import NONE, fault, listed

__all__ = [
    "ID_FORM",
    "ID_FORM_HINT",
    "NONE",
    "code_points",
    "fault",
    "foreign_letter",
    "invisible_characters",
    "is_file_name",
    "listed",
    "odd_characters",
    "repeated",
    "without_odd_characters",
]

ID_FORM: Final = N_("The id {id} cannot be used as a file name.")
ID_FORM_HINT: Final = N_(
    "Use at most 100 Latin letters, digits, dots, hyphens and underscores: 2024-2. Start with a"
    " letter or digit, and do not end with a dot. Do not use a name that Windows reserves, such as"
    " con or nul."
)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_PHONETIC = re.compile("[\u0250-\u02ff\u1d00-\u1dbf]")
"""Letters of phonetic alphabets and small capitals, which are Latin by name."""

_DASH = re.compile("[\u2010-\u2015\u2212]")

_FILLERS = "\u034f\u115f\u1160\u3164\uffa0\ufe0e\ufe0f"
"""Characters without a shape that Unicode classes as letters or marks."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


def foreign_letter(identifier: str) -> dict[str, str] | None:
    """The first lookalike or invisible character, as params of a sentence; None if there is none.

    A Cyrillic Х (U+0425) in an identifier looks like a Latin X, but it is another letter.
    """
    found = odd_characters(identifier)
    if not found:
        return None
    return {"point": f"U+{ord(found[0]):04X}"}


def odd_characters(identifier: str) -> list[str]:
    """The letters of other alphabets, the forms of ASCII characters (full-width, ligatures), the
    dashes and the invisible characters of an identifier."""
    if identifier.isascii() and identifier.isprintable():
        return []
    return [one for one in identifier if _is_lookalike(one) or _is_invisible(one)]


def invisible_characters(text: str) -> list[str]:
    """The characters of a text that cannot be seen, except spaces."""
    return [one for one in text if _is_invisible(one)]


def without_odd_characters(identifier: str) -> str:
    """An identifier as it would be without lookalike and invisible characters.

    A lookalike letter becomes an x, so that the form of the rest can be checked.
    """
    odd = {one: "x" if one.isalpha() else "" for one in odd_characters(identifier)}
    return "".join(odd.get(one, one) for one in identifier)


def _is_lookalike(character: str) -> bool:
    """Whether a character is not ASCII, but looks like it: a dash, a form of an ASCII character, or
    a letter that is not Latin."""
    if character.isascii() or character.isspace():
        return False
    if _DASH.match(character) or unicodedata.normalize("NFKC", character).isascii():
        return True
    if character.isalpha() or character.isnumeric():
        is_latin = unicodedata.name(character, "").startswith("LATIN ")
        return not is_latin or bool(_PHONETIC.match(character))
    return False


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") or character in _FILLERS


def code_points(letters: Iterable[str], most: int = 4) -> str:
    """The code points of the first few letters, separated by spaces: ``U+0061 U+0435``."""
    each = list(dict.fromkeys(letters))
    points = [f"U+{ord(one):04X}" for one in each[:most]]
    return " ".join([*points, "…"] if len(each) > most else points)


def repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The ids that are already in the list, with their positions."""
    seen: set[str] = set()
    for position, id in enumerate(ids):
        if id in seen:
            yield position, id
        seen.add(id)


def is_file_name(id: str) -> bool:
    """Whether an id can be the name of a file or folder on every operating system."""
    return bool(_FILE_NAME.match(id)) and not _DEVICE.match(id) and not id.endswith(".")
