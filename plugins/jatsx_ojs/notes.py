"""Notes of the reader: the positions of fields, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx_ojs.locales import UNDETERMINED, language_tag
from jatsx_ojs.tree import XmlNode


@dataclass(slots=True)
class ReaderNotes:
    """The notes on an article or an issue.

    Args:
        file: the name of the file.
        line: the line where the article or issue begins.
        article: the id of the article; None for an issue.
        language: the language tag of texts without a locale.
    """

    file: str
    line: int
    article: str | None = None
    language: str = UNDETERMINED
    findings: list[Finding] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)
    locales: dict[str, str] = field(default_factory=dict)

    def record_position(self, path: Path, element: XmlNode) -> None:
        """Records that a field is in an element."""
        self.lines.setdefault(path, element.line)

    def warn(
        self, code: str, path: Path = (), element: XmlNode | None = None, **params: str
    ) -> None:
        """Adds a warning about a field, at an element or else at the position of the field."""
        self._note(Level.WARNING, code, path, element, params)

    def error(
        self, code: str, path: Path = (), element: XmlNode | None = None, **params: str
    ) -> None:
        """Adds an error: a value may have another meaning than the one that was read."""
        self._note(Level.ERROR, code, path, element, params)

    def _note(
        self, level: Level, code: str, path: Path, element: XmlNode | None, params: dict[str, str]
    ) -> None:
        place = Place(self.file, element.line) if element else self.place(path)
        name = format_path(path) or None
        self.findings.append(
            Finding(code, level, FrozenMap(params), name, self.article, place=place)
        )

    def tag(self, element: XmlNode) -> str:
        """The language tag of an element's text."""
        locale = element.take_attribute("locale")
        if locale is None:
            return self.language
        if locale not in self.locales:
            tag = language_tag(locale)
            if tag is None:
                self.warn("ojs-language-unknown", element=element, locale=locale)
            self.locales[locale] = tag or locale
        return self.locales[locale]

    def place(self, path: Path) -> Place:
        """The position of a field, else of the nearest field around it."""
        around = (path[:length] for length in range(len(path), 0, -1))
        line = next((self.lines[one] for one in around if one in self.lines), self.line)
        return Place(self.file, line)
