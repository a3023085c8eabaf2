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
    "is_file_name",
    "listed",
    "repeated",
]

ID_FORM: Final = N_("The id {id} cannot be used as a file name.")
ID_FORM_HINT: Final = N_(
    "Use at most 100 Latin letters, digits, dots, hyphens and underscores: 2024-2. Start with a"
    " letter or digit, and do not end with a dot. Do not use a name that Windows reserves, such as"
    " con or nul."
)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


def foreign_letter(identifier: str) -> dict[str, str] | None:
    """The first letter that is not ASCII, as params of a sentence; None if there is none.

    A Cyrillic Х (U+0425) in an identifier looks like a Latin X, but it is another letter.
    """
    letter = next((c for c in identifier if c.isalpha() and not c.isascii()), None)
    if letter is None:
        return None
    name = unicodedata.name(letter, "unnamed")
    return {"letter": letter, "name": name.capitalize(), "point": f"U+{ord(letter):04X}"}


def code_points(letters: Iterable[str], most: int = 4) -> str:
    """The first few letters with their Unicode names: ``U+0061 LATIN SMALL LETTER A``."""
    each = list(dict.fromkeys(letters))
    names = [f"U+{ord(one):04X} {unicodedata.name(one, 'unnamed')}" for one in each[:most]]
    return listed([*names, "…"] if len(each) > most else names)


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
