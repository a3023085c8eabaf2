"""A YAML text that the parser refuses: its mistakes, and the text without them.

The mended text serves only to find what else is wrong in the file. It is never exported.
"""

from __future__ import annotations

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


def mending(text: str) -> Mending:
    """The mistakes in the lines of a YAML text, and the text without them."""
    found = line_faults(text)
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
