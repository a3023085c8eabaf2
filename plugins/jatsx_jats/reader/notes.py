"""Notes of the reader: the positions of fields, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx_jats.reader.tree import JatsElement


@dataclass(slots=True)
class ArticleNotes:
    """The notes on an article.

    Args:
        file: the name of the file.
        line: the line where the article begins.
        article: the id of the article.
    """

    file: str
    line: int
    article: str
    findings: list[Finding] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)

    def record(self, path: Path, element: JatsElement) -> None:
        """Records that a field is in an element."""
        self.lines.setdefault(path, element.line)

    def warn(self, code: str, path: Path, element: JatsElement, **params: str) -> None:
        """Adds a warning about an element and the field that it belongs to, if any."""
        place, name = Place(self.file, element.line), format_path(path) or None
        self.findings.append(
            Finding(code, Level.WARNING, FrozenMap(params), name, self.article, place=place)
        )

    def place(self, path: Path) -> Place:
        """The position of a field, else of the nearest field around it."""
        around = (path[:length] for length in range(len(path), 0, -1))
        line = next((self.lines[one] for one in around if one in self.lines), self.line)
        return Place(self.file, line)
