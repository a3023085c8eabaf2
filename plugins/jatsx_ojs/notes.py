"""Notes of the reader on an article or an issue, with the languages of its texts."""

from __future__ import annotations

from dataclasses import dataclass, field

from jatsx import HasLine, Place, ReaderNotes
from jatsx_ojs.locales import UNDETERMINED, language_tag
from jatsx_ojs.tree import XmlNode


@dataclass(slots=True)
class OjsNotes(ReaderNotes):
    """The notes on an article or an issue.

    Args:
        language: the language tag of texts without a locale.
        locales: the language tags of the locales so far.
    """

    language: str = UNDETERMINED
    locales: dict[str, str] = field(default_factory=dict)

    def place_of(self, element: HasLine) -> Place:
        """The place of an element: the address of its field, else its line in the file."""
        if isinstance(element, XmlNode) and element.address:
            return Place(element.address)
        return ReaderNotes.place_of(self, element)

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
