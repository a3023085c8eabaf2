"""The entries that were read from a reference list, and what is wrong with its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jatsx.findings.finding import Level


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry: its text without number, and its lines as written.

    ``first`` is the position of its first line among the lines that are not empty; of an entry
    without lines, its position in a list of texts.
    """

    text: str
    lines: tuple[str, ...]
    first: int

    def with_line(self, line: ListEntry) -> ListEntry:
        """The entry with one more line."""
        text = f"{self.text} {line.text}".strip()
        return replace(self, text=text, lines=(*self.lines, *line.lines))


@dataclass(frozen=True, slots=True)
class EntryFault:
    """Something wrong with lines of a list: a code, params, and the lines."""

    code: str
    entry: ListEntry
    params: Mapping[str, str] = field(default_factory=dict)
    level: Level = Level.ERROR


@dataclass(slots=True)
class ReadList:
    """The entries of a list, and what is wrong with its lines."""

    entries: list[ListEntry] = field(default_factory=list)
    faults: list[EntryFault] = field(default_factory=list)

    def error(self, code: str, entry: ListEntry, **params: str) -> None:
        """Adds an error."""
        self.faults.append(EntryFault(code, entry, params))

    def warn(self, code: str, entry: ListEntry, **params: str) -> None:
        """Adds a warning."""
        self.faults.append(EntryFault(code, entry, params, Level.WARNING))

    def begin(self, line: ListEntry, text: str) -> None:
        """Adds an entry."""
        self.entries.append(replace(line, text=text))

    def continue_last(self, line: ListEntry) -> None:
        """Adds a line to the last entry."""
        self.entries[-1] = self.entries[-1].with_line(line)
