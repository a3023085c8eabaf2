"""A YAML text that the parser refuses: its mistakes, and the text without them.

The mended text serves only to find what else is wrong in the file. It is never exported.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.errors import SourceError
from jatsx.readers.positions import Mark
from jatsx.readers.yaml_lines import LineFault, line_faults

OF_LINES: Final = frozenset(
    [
        "file-syntax",
        "file-colon-bare",
        "file-colon-missing",
        "file-quote-open",
        "file-bracket-open",
        "file-indent-wrong",
        "file-character-start",
    ]
)
"""The codes of the parser's errors that are explained from the lines."""

SPACES: Final = frozenset(["file-space-odd"])
"""The code of a mistake that the parser does not refuse."""

LONGEST: Final = 200
"""How many characters of a param are shown."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The mistakes in the lines of a text, and the text without them.

    ``text`` is None if only a person can mend it. ``lines`` are the mended lines, counted from 1.
    """

    faults: list[SourceError]
    text: str | None
    lines: frozenset[int]


_ODD_SPACE: Final = re.compile(
    r"^ *(?:[\w-]+:)?[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE
)
"""A space as indent or after a colon that is not a space for YAML, but a part of the text."""


def has_odd_space(text: str) -> bool:
    """Whether a line may be indented with other spaces, which YAML reads as a part of a name."""
    return not text.isascii() and _ODD_SPACE.search(text) is not None


def mending(text: str, codes: Container[str] | None = None) -> Mending:
    """The mistakes in the lines of a YAML text, and the text without them.

    ``codes`` are the codes of the mistakes that are looked for; None: all.
    """
    found = [one for one in line_faults(text) if codes is None or one.code in codes]
    lines = text.split("\n")
    for fault in found:
        for number, line in (fault.mended or {}).items():
            lines[number] = line
    is_whole = bool(found) and all(fault.mended is not None for fault in found)
    changed = frozenset(number + 1 for fault in found for number in fault.mended or {})
    return Mending([*map(_source_error, found)], "\n".join(lines) if is_whole else None, changed)


def _source_error(fault: LineFault) -> SourceError:
    params = {name: _shortened(value) for name, value in fault.params.items()}
    return SourceError(fault.code, FrozenMap(params), Mark(fault.line + 1, fault.column + 1))


def _shortened(text: str) -> str:
    line = shown(text)
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
