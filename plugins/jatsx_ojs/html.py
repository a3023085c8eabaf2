"""HTML, as OJS keeps it in titles and abstracts, into our texts.

What stands in a text of OJS may be HTML of its editor, HTML pasted from Word, tags typed by hand,
or plain text with a ``<`` in it: up to 3.3 a title is plain text, in which journals put tags all
the same (pkp/pkp-lib, issue 10138). So a ``<`` that doesn't open a whole tag of HTML is itself, as
in :mod:`jatsx.text`, and so is a ``&`` that opens no reference. Comments, and what a browser
doesn't show, are left out.

p, div, li, br, table rows …
    a paragraph each; an item of a list begins with its bullet or number
h1–h6
    the title of a section
em, strong, u, sub, sup, code …
    our markup, and so are the styles that say the same
others
    their text alone; what that loses is told: addresses of links, images, strikethrough, tables
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from html.parser import HTMLParser
from typing import Final, Generic, TypeVar

from jatsx.text import Prose, Section, Text
from jatsx_ojs.runs import Runs

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """What HTML says, and what of it has no place in our texts: tags."""

    value: Value
    left_out: tuple[str, ...] = ()


def line(source: str) -> Read[Text]:
    """The one line of text that HTML describes: paragraphs and line breaks are spaces."""
    reader = _read(source)
    runs = Runs()
    for block in reader.blocks:
        runs.append(" ")
        runs.extend(block.runs)
    return Read(runs.text(), reader.left_out(runs.plain))


def prose(source: str) -> Read[Prose]:
    """The prose that HTML describes."""
    reader = _read(source)
    sections: list[Section] = []
    for block in reader.blocks:
        text = block.runs.text()
        if not text:
            continue
        if block.is_title:
            sections.append(Section(text))
        else:
            last = sections.pop() if sections else Section()
            sections.append(Section(last.title, (*last.paragraphs, text)))
    plain = "".join(block.runs.plain for block in reader.blocks)
    return Read(Prose(tuple(sections)), reader.left_out(plain))


MARKUP: Final = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
    "u": "u",
    "ins": "u",
    "sub": "sub",
    "sup": "sup",
    "tt": "tt",
    "code": "tt",
    "kbd": "tt",
    "samp": "tt",
}
"""Our markup for the elements of HTML."""

STYLES: Final = {
    "font-weight:bold": "b",
    "font-weight:700": "b",
    "font-style:italic": "i",
    "text-decoration:underline": "u",
    "font-variant:small-caps": "sc",
    "vertical-align:sub": "sub",
    "vertical-align:super": "sup",
}
"""Our markup for the styles of HTML; OJS's editor underlines with a style."""

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS: Final = HEADINGS | frozenset(
    """address article aside blockquote body br caption center dd div dl dt fieldset figcaption
    figure footer form header hr html li main nav ol p pre section table tbody tfoot thead tr
    ul""".split()
)
"""Elements before and after which a new paragraph begins."""

ITEMS: Final = frozenset({"li", "dt", "dd", "tr"})
"""Elements that end where the next of their kind begins."""

EMPTY: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that never have an end tag."""

HIDDEN: Final = frozenset({"head", "script", "style", "template", "title", "xml"})
"""Elements whose text is not shown."""

LOST: Final = frozenset({"audio", "del", "embed", "iframe", "img", "object", "q", "s"}) | {
    "script",
    "strike",
    "svg",
    "table",
    "video",
}
"""Elements that say more than their text."""

KNOWN: Final = (
    BLOCKS
    | EMPTY
    | HIDDEN
    | LOST
    | MARKUP.keys()
    | frozenset(
        """a abbr acronym bdi bdo big button colgroup font input label legend map mark nobr
        noscript optgroup option param rp rt ruby select small span td textarea th time""".split()
    )
)
"""The elements of HTML. Names with a colon are Word's, and count as known."""

MAX_OPEN: Final = 200
"""How many elements may stand inside one another; tags beyond are left out."""

_TAG = re.compile(
    r"""</?([A-Za-z][A-Za-z0-9]*(?::[A-Za-z0-9]*)?)
    (?:\s++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'=<>`]++))?+)*+
    \s*+/?>""",
    re.VERBOSE,
)
_LESS = re.compile(r"<[^<>]*>?")
_DECLARATION = re.compile(r"<(?:!\[(?:if|endif)|!DOCTYPE|\?[A-Za-z])[^<>]*>", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?")


def _read(source: str) -> _Reader:
    reader = _Reader()
    reader.feed(_whole_tags_only(_without_comments(source)))
    reader.close()
    reader.blocks = [*reader.blocks, reader.block]
    return reader


def _without_comments(source: str) -> str:
    """The text without its comments; one that never ends is text."""
    kept, at = [], 0
    while (start := source.find("<!--", at)) >= 0 and (end := source.find("-->", start)) >= 0:
        kept.append(source[at:start])
        at = end + len("-->")
    return "".join((*kept, source[at:]))


def _whole_tags_only(source: str) -> str:
    """The text with each ``<`` and ``&`` escaped that opens nothing of HTML.

    So the parser of the standard library only meets what every version of it reads alike.
    """
    return _LESS.sub(_tag_or_text, _AMPERSAND.sub(_reference_or_text, source))


def _reference_or_text(found: re.Match[str]) -> str:
    reference = found[1] or ""
    is_known = reference.startswith("#") or reference in html5
    return found[0] if is_known else f"&amp;{reference}"


def _tag_or_text(found: re.Match[str]) -> str:
    tag = _TAG.fullmatch(found[0])
    if tag is not None and (tag[1].lower() in KNOWN or ":" in tag[1]):
        return found[0]
    if _DECLARATION.fullmatch(found[0]):
        return ""
    return f"&lt;{found[0][1:]}"


@dataclass(slots=True)
class _Block:
    """A paragraph, or the title of a section."""

    is_title: bool = False
    runs: Runs = field(default_factory=Runs)


@dataclass(slots=True)
class _Open:
    """An open element: its name, and the markup that holds in it."""

    name: str
    markup: tuple[str, ...]
    is_hidden: bool
    count: int = 0


class _Reader(HTMLParser):
    """Makes blocks of tags and characters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self.block = _Block()
        self.stack = [_Open("", (), is_hidden=False)]
        self.marker = ""
        self.lost: list[str] = []
        self.addresses: list[str] = []

    def left_out(self, plain: str) -> tuple[str, ...]:
        """The tags that say more than the text does, each once."""
        links = (address for address in self.addresses if _bare(address) not in plain)
        unshown = [f"<{self.stack[-1].name}>"] if self.stack[-1].is_hidden else []
        lost = (*self.lost, *(f'<a href="{link}">' for link in links), *unshown)
        return tuple(dict.fromkeys(lost))

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

    def _end_implied(self, tag: str) -> None:
        """Ends the paragraph in which a block begins, and the item after which one begins."""
        around = next((one.name for one in reversed(self.stack) if one.name in BLOCKS), "")
        if (tag in BLOCKS and around == "p") or (tag == around and tag in ITEMS):
            self.handle_endtag(around)

    def _new_block(self) -> None:
        is_title = any(one.name in HEADINGS for one in self.stack)
        self.blocks.append(self.block)
        self.block = _Block(is_title)

    def _note_marker(self, tag: str) -> None:
        """An item of a list begins with a bullet, of an ordered list with its number."""
        if tag != "li":
            return
        lists = (one for one in reversed(self.stack) if one.name in ("ul", "ol"))
        around = next(lists, self.stack[0])
        around.count += 1
        self.marker = f"{around.count}. " if around.name == "ol" else "• "

    def _note_loss(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "a" and attributes.get("href"):
            self.addresses.append(attributes["href"])
        elif tag in LOST:
            source = attributes.get("src") or attributes.get("data")
            self.lost.append(f'<{tag} src="{source}">' if source else f"<{tag}>")


def _markup(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in MARKUP:
        yield MARKUP[tag]
    style = re.sub(r"\s", "", attributes.get("style", "")).lower()
    yield from (ours for theirs, ours in STYLES.items() if theirs in style.split(";"))


def _bare(address: str) -> str:
    """What of an address its text may repeat."""
    return re.sub(r"^(?:https?://|mailto:)", "", address).rstrip("/")
