"""Titles. In OJS, the grammatical article of a title (The, Der …) is a separate prefix."""

from __future__ import annotations

from jatsx import FrozenMap
from jatsx.model.text import Text
from jatsx_ojs import from_html
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language, noted, words
from jatsx_ojs.tree import XmlNode


def titles(publication: XmlNode, notes: OjsNotes) -> FrozenMap[Text]:
    """The title in each language, with its prefix.

    From 3.4, OJS writes the prefix twice: in the title and in its own element.
    """
    prefixes = by_language(publication.take_all("prefix"), notes)
    found: dict[str, Text] = {}
    for tag, element in by_language(publication.take_all("title"), notes).items():
        title = element.take_text()
        if prefix := prefixes.pop(tag, None):
            title = _with_prefix(prefix.take_text(), title)
        found[tag] = noted(from_html.line(title), element, notes, ("title", tag))
    for prefix in prefixes.values():
        prefix.leave()
    return FrozenMap({tag: title for tag, title in found.items() if title})


def subtitles(publication: XmlNode, notes: OjsNotes) -> FrozenMap[Text]:
    """The subtitle in each language."""
    return words(publication.take_all("subtitle"), notes, ("subtitle",))


def _with_prefix(prefix: str, title: str) -> str:
    """The title with its prefix. The prefix is not added if the title begins with it."""
    first, whole = from_html.line(prefix).value.plain, from_html.line(title).value.plain
    return title if f"{whole} ".startswith(f"{first} ") else f"{prefix} {title}"
