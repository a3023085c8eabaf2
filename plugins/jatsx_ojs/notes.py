"""What is noted while reading: where each field stands, and what a person should know."""

from __future__ import annotations

from dataclasses import dataclass, field

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx_ojs.locales import UNDETERMINED, language_tag
from jatsx_ojs.tree import XmlNode


@dataclass(slots=True)
class ReaderNotes:
    """The notes on an article, or on an issue.

    Args:
        file: the file's name for people.
        line: where the article or issue begins.
        article: its id, if it is an article.
        language: the tag of a text that gives no locale.
    """

    file: str
    line: int
    article: str | None = None
    language: str = UNDETERMINED
    findings: list[Finding] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)
    locales: dict[str, str] = field(default_factory=dict)

    def stands(self, path: Path, element: XmlNode) -> None:
        """ReaderNotes that a field stands in an element."""
        self.lines.setdefault(path, element.line)

    def warn(
        self, code: str, path: Path = (), element: XmlNode | None = None, **params: str
    ) -> None:
        """Notes a finding on a field, at an element, else where the field stands."""
        place = Place(self.file, element.line) if element else self.place(path)
        name = format_path(path) or None
        finding = Finding(code, Level.WARNING, FrozenMap(params), name, self.article, place=place)
        self.findings.append(finding)

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
        """Where a field stands, else what is around it."""
        around = (path[:length] for length in range(len(path), 0, -1))
        line = next((self.lines[one] for one in around if one in self.lines), self.line)
        return Place(self.file, line)
