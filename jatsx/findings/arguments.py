"""Names of files as arguments of a command that a reader is told to run."""

from __future__ import annotations

import re
import shlex
from typing import Final

_PLAIN: Final = re.compile(r"[\w@%+=:,./\\-]+")
_SPECIAL: Final = re.compile(r'["$`!]')


def as_argument(name: str) -> str:
    """A name as an argument of a command: in quotation marks if a shell would split or change it.

    Double quotation marks are understood by the shells of Windows too. They are not enough for the
    characters that have a meaning in them.

    >>> as_argument("2024-2"), as_argument("Выпуск 2 (106)"), as_argument("a $b")
    ('2024-2', '"Выпуск 2 (106)"', "'a $b'")
    """
    if _PLAIN.fullmatch(name):
        return name
    return shlex.quote(name) if _SPECIAL.search(name) else f'"{name}"'
