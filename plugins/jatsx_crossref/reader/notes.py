"""Notes of the reader on an article or an issue: the positions of fields, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx_crossref.reader.tree import SourceNode

UNDETERMINED: Final = "und"
"""The language tag of a text in an undetermined language (BCP 47)."""


@dataclass(slots=True)
class DepositNotes:
    """The notes on an article or an issue.

    Args:
        file: the name of the file.
        line: the line where the article or issue begins.
        article: the id of the article; None for an issue.
        language: the language tag of texts without a language.
    """

    file: str
    line: int
    article: str | None = None
    language: str = UNDETERMINED
    findings: list[Finding] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)

    def record(self, path: Path, element: SourceNode) -> None:
        """Records that a field is in an element."""
        self.lines.setdefault(path, element.line)

    def warn(
        self, code: str, path: Path = (), element: SourceNode | None = None, **params: str
    ) -> None:
        """Adds a warning about a field, at an element or else at the position of the field."""
        place = Place(self.file, element.line) if element else self.place(path)
        name = format_path(path) or None
        finding = Finding(code, Level.WARNING, FrozenMap(params), name, self.article, place=place)
        self.findings.append(finding)

    def place(self, path: Path) -> Place:
        """The position of a field, else of the nearest field around it."""
        around = (path[:length] for length in range(len(path), 0, -1))
        line = next((self.lines[one] for one in around if one in self.lines), self.line)
        return Place(self.file, line)
