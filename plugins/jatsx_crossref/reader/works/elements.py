"""Makes elements from the values of a record."""

from __future__ import annotations

from collections.abc import Mapping

from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.xml_tree import fragment


def made(
    name: str,
    source: SourceNode,
    *content: SourceNode | str | None,
    attributes: Mapping[str, str | None] | None = None,
) -> SourceNode:
    """An element on the line of a value, without absent content and attributes."""
    named = {key: value for key, value in (attributes or {}).items() if value}
    return SourceNode(name, source.line, named, [part for part in content if part is not None])


def plain(value: SourceNode, name: str) -> SourceNode | None:
    """An element with a value's characters. Crossref escapes some of them: ``&amp;``."""
    text = value.take_line()
    if text is None:
        return None
    parsed = fragment(text, value.line) if "&" in text else None
    is_text = parsed is not None and not any(parsed.children)
    return made(name, value, parsed.text if parsed and is_text else text)


def marked(value: SourceNode, name: str) -> SourceNode | None:
    """An element with a value's text and its markup, if that is well-formed."""
    text = value.take_line()
    if text is None:
        return None
    parsed = fragment(text, value.line) if "<" in text or "&" in text else None
    return made(name, value, *(parsed.content if parsed else (text,)))


def moved(source: SourceNode, key: str, name: str) -> SourceNode | None:
    """The first value of a key as an element with plain characters."""
    value = source.take(key)
    return plain(value, name) if value else None


def moved_all(source: SourceNode, key: str, name: str) -> list[SourceNode]:
    """The values of a key as elements with plain characters."""
    return [one for value in source.take_all(key) if (one := plain(value, name))]


def text_of(source: SourceNode, key: str) -> str | None:
    """The first value of a key as characters."""
    value = source.take(key)
    return value.take_line() if value else None


def date(source: SourceNode, key: str, name: str, medium: str | None = None) -> SourceNode | None:
    """A date element from the ``date-parts`` of a value: [[2024, 3, 29]]."""
    value = source.take(key)
    parts = value.take("date-parts") if value else None
    if value is None or parts is None:
        return None
    for technical in value.take_all("date-time", "timestamp", "version"):
        technical.pass_over()
    names = ("year", "month", "day")
    numbers = parts.take_all("item")[:3]
    inside = [plain(one, part) for one, part in zip(numbers, names, strict=False)]
    return made(name, value, *inside, attributes={"media_type": medium})


def iso_date(source: SourceNode, key: str) -> str | None:
    """A full date as YYYY-MM-DD; None if the date is not full."""
    element = date(source, key, key)
    numbers = [child.text.strip() for child in element.children] if element else []
    if len(numbers) == 3:
        return "-".join(one.zfill(2) for one in numbers)
    for value in source.find_all(key):
        value.leave()
    return None
