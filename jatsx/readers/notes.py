"""What a reader of another format notes: where a field is, findings, and why it cannot go on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from jatsx.findings.finding import Finding, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap


class UnreadableSource(Exception):
    """A source cannot be read, or not further.

    Args:
        code: the code of the finding.
        line: the line of the fault, from 1; None for the whole source.
        column: the column of the fault, from 1.
        params: the params of the finding.
    """

    def __init__(
        self, code: str, line: int | None = None, column: int | None = None, **params: str
    ) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.params = params

    def finding(self, file: str) -> Finding:
        """The finding about the source with this name."""
        place = Place(file, self.line, self.column)
        return Finding(self.code, params=FrozenMap(self.params), place=place)


class HasLine(Protocol):
    """A part of a source with its line, for example an element of XML."""

    line: int


@dataclass(slots=True)
class ReaderNotes:
    """The notes of a reader on an article or an issue.

    Args:
        file: the name of the file.
        line: the line where the article or issue begins; None if the source has no lines.
        article: the id of the article; None for an issue.
        findings: the findings so far.
        places: the places of the fields.
    """

    file: str
    line: int | None
    article: str | None = None
    findings: list[Finding] = field(init=False, default_factory=list)
    places: dict[Path, Place] = field(init=False, default_factory=dict)

    def record(self, path: Path, element: HasLine) -> None:
        """Records that a field is in an element, unless it was found in another one before."""
        self.places.setdefault(path, self.place_of(element))

    def place_of(self, element: HasLine) -> Place:
        """The place of an element: its line in the file."""
        return Place(self.file, element.line)

    def warn(
        self, code: str, path: Path = (), element: HasLine | None = None, **params: str
    ) -> None:
        """Adds a warning about a field, at an element or else at the position of the field."""
        self._note(Level.WARNING, code, path, element, params)

    def error(
        self, code: str, path: Path = (), element: HasLine | None = None, **params: str
    ) -> None:
        """Adds an error: a value may have another meaning than the one that was read."""
        self._note(Level.ERROR, code, path, element, params)

    def _note(
        self,
        level: Level,
        code: str,
        path: Path,
        element: HasLine | None,
        params: dict[str, str],
    ) -> None:
        place = self.place_of(element) if element else self.place(path)
        name = format_path(path) or None
        self.findings.append(
            Finding(code, level, FrozenMap(params), name, self.article, place=place)
        )

    def place(self, path: Path) -> Place:
        """The position of a field, else of the nearest field around it."""
        around = (path[:length] for length in range(len(path), 0, -1))
        own = Place(self.file, self.line)
        return next((self.places[one] for one in around if one in self.places), own)
