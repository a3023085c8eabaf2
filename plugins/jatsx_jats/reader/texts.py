"""Texts in each language, from elements with ``xml:lang``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from jatsx import ReaderNotes
from jatsx.model.fieldpath import Path
from jatsx.model.text import Prose, Section, Text
from jatsx_jats.reader.inline import LeftOut, inline_text, plain
from jatsx_jats.reader.tags import DEFAULT
from jatsx_jats.reader.tree import JatsElement, shortened

Value = TypeVar("Value")

TAGS: Final = 5
"""The maximum number of tags in a finding."""

BLOCKS: Final = frozenset(
    {
        *("p", "list", "list-item", "def-list", "def-item", "def", "term", "disp-quote"),
        *("boxed-text", "verse-group", "verse-line", "statement", "speech", "attrib"),
        *("disp-formula-group", "fig", "table-wrap"),
    }
)
"""The elements that are paragraphs, or contain paragraphs, inside running text."""


def language_of(element: JatsElement) -> str:
    """The language of an element."""
    return element.language or DEFAULT


def by_language(elements: Iterable[JatsElement]) -> dict[str, JatsElement]:
    """The elements with content, by language. A second one in a language is left."""
    found: dict[str, JatsElement] = {}
    for element in elements:
        tag = language_of(element)
        if tag in found:
            element.leave()
        elif any(not isinstance(one, str) or one.strip() for one in element.content):
            found[tag] = element
    return found


def words(
    element: JatsElement, notes: ReaderNotes, path: Path, *, is_citation: bool = False
) -> Text:
    """The line of text with markup in an element."""
    left = LeftOut(is_citation=is_citation)
    read = inline_text(element.content, left)
    _note(element, notes, path, left)
    return read


def words_by_language(
    elements: Iterable[JatsElement], notes: ReaderNotes, path: Path
) -> dict[str, Text]:
    """A line of text with markup in each language."""
    found = by_language(elements).items()
    read = {tag: words(element, notes, (*path, tag)) for tag, element in found}
    return {tag: text for tag, text in read.items() if text.nodes}


def line(element: JatsElement | None, notes: ReaderNotes, path: Path) -> str | None:
    """The plain characters of an element; None if there are none."""
    if element is None:
        return None
    left = LeftOut()
    read = plain(element.content, left)
    _note(element, notes, path, left)
    return read or None


def lines_by_language(
    elements: Iterable[JatsElement], notes: ReaderNotes, path: Path
) -> dict[str, str]:
    """Plain characters in each language."""
    found = by_language(elements).items()
    read = {tag: line(element, notes, (*path, tag)) for tag, element in found}
    return {tag: text for tag, text in read.items() if text}


def prose(element: JatsElement, notes: ReaderNotes, path: Path) -> Prose:
    """The running text in an element: paragraphs and titled sections. Its own title is not read."""
    return joined_prose([element], notes, path)


def joined_prose(elements: Iterable[JatsElement], notes: ReaderNotes, path: Path) -> Prose:
    """The running text of several elements."""
    sections: list[Section] = []
    for element in elements:
        left = LeftOut()
        for title, paragraphs in _sections(element, None, left):
            _add_section(sections, title, paragraphs)
        _note(element, notes, path, left)
    return Prose(tuple(sections))


def _add_section(sections: list[Section], title: Text | None, paragraphs: tuple[Text, ...]) -> None:
    last = sections[-1] if sections else None
    if title is None and last is not None and last.title is None:
        sections[-1] = Section(None, (*last.paragraphs, *paragraphs))
    elif title is not None or paragraphs:
        sections.append(Section(title, paragraphs))


def _sections(
    element: JatsElement, title: Text | None, left: LeftOut
) -> Iterator[tuple[Text | None, tuple[Text, ...]]]:
    """The title and the paragraphs of an element, then those of each section in it."""
    outside = [one for one in element.content if not _is(one, "sec", "title", "label")]
    yield title, tuple(_paragraphs(outside, left))
    for child in element.children:
        if child.name == "sec":
            titles = (inline_text(one.content, left) for one in child.find("title"))
            yield from _sections(child, next(filter(None, titles), None), left)


def _paragraphs(content: Iterable[JatsElement | str], left: LeftOut) -> Iterator[Text]:
    """The paragraphs: the blocks, and the text between them."""
    between: list[JatsElement | str] = []
    for one in content:
        if _is(one, *BLOCKS):
            yield from _paragraph(between, left)
            between = []
            if isinstance(one, JatsElement) and one.name in ("fig", "table-wrap"):
                left.texts.append(one)
            elif isinstance(one, JatsElement):
                yield from _paragraphs(_without_labels(one), left)
        else:
            between.append(one)
    yield from _paragraph(between, left)


def _paragraph(content: list[JatsElement | str], left: LeftOut) -> Iterator[Text]:
    read = inline_text(content, left)
    if read.nodes:
        yield read


def _without_labels(element: JatsElement) -> Iterator[JatsElement | str]:
    return (one for one in element.content if not _is(one, "label", "title"))


def _is(one: JatsElement | str, *names: str) -> bool:
    return isinstance(one, JatsElement) and one.name in names


def _note(element: JatsElement, notes: ReaderNotes, path: Path, left: LeftOut) -> None:
    """Records that the element has been read, and warns of what its text does not contain."""
    notes.record(path, element)
    element.pass_over_content()
    if left.elements:
        shown = list(dict.fromkeys(map(shortened, left.elements)))
        more = ["…"] if len(shown) > TAGS else []
        notes.warn("jats-markup-left-out", path, element, tags=" ".join((*shown[:TAGS], *more)))
    for one in left.texts:
        value = one.description
        if value and not (one.name == "label" and one.parent is not element):
            params = {"name": f"{element.name}/{one.name}", "value": shortened(value)}
            notes.warn("jats-value-unread", path, one, times="1", **params)
