"""Reads the HTML of titles and abstracts in OJS into texts of the model.

A text of OJS may contain HTML of its editor, HTML pasted from Word, tags typed by hand, or plain
text with ``<``. Up to 3.3 a title is plain text, but journals write tags in it (pkp/pkp-lib, issue
10138). So a ``<`` that does not begin a complete HTML tag is a plain character, as in
:mod:`jatsx.model.text`, and so is a ``&`` that does not begin a character reference. Comments and
hidden elements are omitted.

p, div, li, br, table rows …
    paragraphs; an item of a list begins with its bullet or number
h1–h6
    the title of a section
em, strong, u, sub, sup, code …
    markup of the model, as well as equivalent styles
others
    only their text; losses are reported: URLs of links, images, strikethrough, tables
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, Generic, TypeVar

from jatsx.model.text import Prose, Section, Text
from jatsx_ojs.runs import Runs
from jatsx_ojs.tags import (
    BLOCKS,
    EMPTY,
    HEADINGS,
    HIDDEN,
    ITEMS,
    LOST,
    MARKUP,
    STYLES,
    whole_tags_only,
    without_comments,
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A text read from HTML, and the tags that were removed."""

    value: Value
    left_out: tuple[str, ...] = ()


def line(source: str) -> Read[Text]:
    """A line of text read from HTML. Paragraphs and line breaks become spaces."""
    runs = Runs()
    if "<" not in source and "&" not in source:
        runs.append(source)
        return Read(runs.text())
    reader = _read(source)
    for block in reader.blocks:
        runs.append(" ")
        runs.extend(block.runs)
    return Read(runs.text(), reader.left_out)


def prose(source: str) -> Read[Prose]:
    """Running text read from HTML. Without block elements, empty lines separate paragraphs."""
    reader = _read(source if _BLOCK.search(source) else _EMPTY_LINES.sub("<p>", source))
    sections: list[tuple[Text | None, list[Text]]] = [(None, [])]
    for block in reader.blocks:
        text = block.runs.text()
        if text and block.is_title:
            sections.append((text, []))
        elif text:
            sections[-1][1].append(text)
    filled = (Section(title, tuple(texts)) for title, texts in sections if title or texts)
    return Read(Prose(tuple(filled)), reader.left_out)


MAX_OPEN: Final = 200
"""The maximum depth of nested elements. Deeper tags are omitted."""

_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))})\b", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\r?\n[ \t]*\r?\n")


def _read(source: str) -> _Reader:
    reader = _Reader()
    reader.feed(whole_tags_only(without_comments(source)))
    reader.close()
    reader.blocks = [*reader.blocks, reader.block]
    return reader


@dataclass(slots=True)
class _Block:
    """A paragraph, or the title of a section."""

    is_title: bool = False
    runs: Runs = field(default_factory=Runs)


@dataclass(slots=True)
class _Open:
    """An open element: its name, and the markup of its text."""

    name: str
    markup: tuple[str, ...]
    is_hidden: bool
    items: int = 0


class _Reader(HTMLParser):
    """Collects blocks from tags and characters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self.block = _Block()
        self.stack = [_Open("", (), is_hidden=False)]
        self.marker = ""
        self.lost: list[str] = []
        self.address = ""
        self.link = ""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The tags that were removed with a loss of information, each once."""
        self._end_link()
        unshown = [f"<{self.stack[-1].name}>"] if self.stack[-1].is_hidden else []
        return tuple(dict.fromkeys((*self.lost, *unshown)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._note_loss(tag, attributes)
        self._end_implied(tag)
        if tag in BLOCKS:
            self._new_block()
        if tag in ("td", "th"):
            self.block.runs.append(" ")
        if tag in EMPTY:
            return
        if len(self.stack) > MAX_OPEN:
            self.lost.append(f"<{tag}>")
            return
        self._note_marker(tag)
        around = self.stack[-1]
        markup = (*around.markup, *_markup(tag, attributes))
        self.stack.append(_Open(tag, markup, around.is_hidden or tag in HIDDEN))
        if tag in HEADINGS:
            self.block.is_title = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        places = (n for n in range(len(self.stack) - 1, 0, -1) if self.stack[n].name == tag)
        place = next(places, None)
        if place is not None:
            after = [one.name for one in self.stack[place + 1 :] if one.name in MARKUP]
            del self.stack[place:]
            for name in after:
                self.handle_starttag(name, [])
        if tag in BLOCKS:
            self._new_block()

    def handle_data(self, data: str) -> None:
        around = self.stack[-1]
        if around.is_hidden:
            return
        if self.marker and data.strip():
            self.block.runs.append(self.marker)
            self.marker = ""
        self.block.runs.append(data, around.markup)
        if self.address and len(self.link) < len(self.address):
            self.link += data

    def _end_implied(self, tag: str) -> None:
        """Ends the paragraph or the list item that a new block ends implicitly."""
        if tag in BLOCKS and self._innermost_block == "p":
            self.handle_endtag("p")
        if tag in ITEMS and self._innermost_block == tag:
            self.handle_endtag(tag)

    @property
    def _innermost_block(self) -> str:
        return next((one.name for one in reversed(self.stack) if one.name in BLOCKS), "")

    def _new_block(self) -> None:
        if self.block.runs:
            self.blocks.append(self.block)
            self.block = _Block()
        self.block.is_title = any(one.name in HEADINGS for one in self.stack)

    def _note_marker(self, tag: str) -> None:
        """Adds the marker of a list item: a bullet, or the number in an ordered list."""
        if tag != "li":
            return
        lists = (one for one in reversed(self.stack) if one.name in ("ul", "ol"))
        around = next(lists, self.stack[0])
        around.items += 1
        self.marker = f"{around.items}. " if around.name == "ol" else "• "

    def _note_loss(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "a":
            self._end_link()
            self.address = attributes.get("href", "")
        elif tag in LOST:
            source = attributes.get("src") or attributes.get("data")
            self.lost.append(f'<{tag} src="{source}">' if source else f"<{tag}>")

    def _end_link(self) -> None:
        """Ends a link. Its URL is lost unless the text contains it."""
        if self.address and _bare(self.address) not in self.link:
            self.lost.append(f'<a href="{self.address}">')
        self.address = self.link = ""


def _markup(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in MARKUP:
        yield MARKUP[tag]
    style = re.sub(r"\s", "", attributes.get("style", "")).lower()
    yield from (ours for theirs, ours in STYLES.items() if theirs in style.split(";"))


def _bare(address: str) -> str:
    """A URL without its scheme and the slash at the end."""
    return re.sub(r"^(?:https?://|mailto:)", "", address).rstrip("/")
