"""Text with markup, as a tree.

In input, a text is a string that may contain the tags ``i b u sub sup sc tt``, MathML
(``<math>…</math>``) and character references. :func:`parse_text` parses it into a tree.

    >>> parse_text("Flow of H<sub>2</sub>O at p < 0.05 &amp; above").plain
    'Flow of H2O at p < 0.05 & above'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Final, TypeAlias

__all__ = [
    "DEPTH",
    "ILLEGAL",
    "MATHML",
    "TAGS",
    "Markup",
    "MarkupError",
    "Math",
    "Node",
    "Prose",
    "Section",
    "Text",
    "has_formulas",
    "parse_prose",
    "parse_text",
    "subtitle_separator",
    "tags_of",
    "without_formulas",
]

TAGS: Final = ("i", "b", "u", "sub", "sup", "sc", "tt")
"""The tags of the input: italic, bold, underline, subscript, superscript, small caps, monospace."""

DEPTH: Final = 50
"""The maximum depth of nested tags."""

MATHML: Final = "http://www.w3.org/1998/Math/MathML"

LEGAL: Final = "^[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*$"
"""The pattern of a string that XML 1.0 allows (production 2, ``Char``)."""

ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""A character that XML 1.0 does not allow."""


@dataclass(frozen=True, slots=True)
class Markup:
    """Text inside one of :data:`TAGS`."""

    tag: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Math:
    """A MathML element, with its attributes in the order of the input."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Math | str, ...]


Node: TypeAlias = str | Markup | Math


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: strings, markup and formulas in order.

    ``lookalikes`` are the unknown tags of the input that were read as plain characters (``<p>``,
    ``<a href=…>``). They are ignored when texts are compared.
    """

    nodes: tuple[Node, ...] = ()
    lookalikes: tuple[str, ...] = field(default=(), compare=False)
    plain: str = field(init=False, compare=False, repr=False)
    """The characters without markup."""
    has_markup: bool = field(init=False, compare=False, repr=False)
    """Whether the text contains markup or a formula."""
    _is_visible: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        only = self.nodes[0] if len(self.nodes) == 1 else None
        plain = only if isinstance(only, str) else "".join(_characters(self.nodes))
        has_markup = not isinstance(only, str) and any(
            not isinstance(node, str) for node in self.nodes
        )
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "has_markup", has_markup)
        object.__setattr__(self, "_is_visible", _VISIBLE.search(plain) is not None)

    @property
    def source(self) -> str:
        """The text as in input: ``parse_text(text.source) == text``."""
        source = "".join(_source(self.nodes))
        return _EDGE_SPACE.sub(lambda edge: f"&#{ord(edge[0])};", source)

    def __bool__(self) -> bool:
        return self._is_visible

    def __str__(self) -> str:
        return self.plain


@dataclass(frozen=True, slots=True)
class Section:
    """A section of running text: an optional title, and paragraphs."""

    title: Text | None = None
    paragraphs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text: sections of paragraphs. Without headings, it is one untitled section."""

    sections: tuple[Section, ...] = ()

    @property
    def texts(self) -> Iterator[Text]:
        """Titles and paragraphs in reading order."""
        for section in self.sections:
            if section.title is not None:
                yield section.title
            yield from section.paragraphs

    @property
    def plain(self) -> str:
        """The characters without markup, with a line for each title and paragraph."""
        return "\n".join(text.plain for text in self.texts)

    def __bool__(self) -> bool:
        return any(self.texts)


class MarkupError(ValueError):
    """Invalid markup. ``code`` and ``params`` are those of the finding."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def shown(characters: str) -> str:
    """Characters that any output can contain: a lone surrogate becomes ``\\ud800``."""
    return characters.encode("utf-8", "backslashreplace").decode()


def parse_text(source: str) -> Text:
    """Parses a string of the input.

    A line break and the spaces around it become one space. ``<`` and ``&`` are plain characters
    unless they begin a known tag or a character reference.

    Raises:
        MarkupError: a known tag is not closed, not opened, overlaps another tag, has attributes or
            is nested deeper than :data:`DEPTH`; a formula is not well-formed MathML; a character
            is not allowed in XML.
    """
    if not source.isprintable():
        source = _on_one_line(source)
        _refuse_illegal(source)
    if "<" not in source and "&" not in source:
        return Text((source,) if source else ())
    return _Parser(source).text()


def parse_prose(source: str) -> Prose:
    """Parses running text without headings: paragraphs separated by empty lines.

    Raises:
        MarkupError: as :func:`parse_text`.
    """
    section = Section(paragraphs=paragraphs(source))
    return Prose((section,) if section.paragraphs else ())


def paragraphs(source: str) -> tuple[Text, ...]:
    """The paragraphs of a string, which are separated by empty lines.

    Raises:
        MarkupError: as :func:`parse_text`.
    """
    stripped = source.strip(" \t\r\n")
    parts = _EMPTY_LINES.split(stripped) if "\n" in stripped else [stripped]
    return tuple(text for text in map(parse_text, parts) if text.nodes)


def subtitle_separator(title: str) -> str:
    """The separator between a title and its subtitle: a colon, unless the title ends with a
    punctuation mark.

    >>> subtitle_separator("Soil"), subtitle_separator("Whose soil?"), subtitle_separator("Soil…")
    (': ', ' ', ' ')
    """
    return " " if title.rstrip().endswith(tuple(".:?!…")) else ": "


def tags_of(text: Text) -> frozenset[str]:
    """The names of the tags in a text, with ``math`` for formulas.

    >>> sorted(tags_of(parse_text("<i>m<sub>1</sub></i>, <math><mi>x</mi></math>")))
    ['i', 'math', 'sub']
    """
    return frozenset(_tags(text.nodes)) if text.has_markup else frozenset()


def has_formulas(text: Text) -> bool:
    """Whether a text contains a formula.

    >>> has_formulas(parse_text("<i>m<math><mi>x</mi></math></i>"))
    True
    """
    return "math" in tags_of(text)


def without_formulas(text: Text) -> Text:
    """The text, with each formula replaced by its characters.

    >>> without_formulas(parse_text("Mass <i>m<math><mi>x</mi></math></i>")).source
    'Mass <i>mx</i>'
    """
    return Text(tuple(map(_without_formulas, text.nodes)))


_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff]")
_EDGE_SPACE = re.compile(r"\A[ \t]|[ \t]\Z")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_EMPTY_LINES = re.compile(r"(?:\r?\n[ \t]*){2,}")
_REFERENCE = r"&(?P<entity>#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<tag>{'|'.join(sorted(TAGS, key=len, reverse=True))})>"
    rf"|<(?P<attributed>{'|'.join(TAGS)})(?:\s[^<>]*|/)>"
    r"|(?P<math><(?:mml:)?math(?:\s[^<>]*)?>)"
    r"|(?P<lookalike></?[A-Za-z][^<>]*>)"
    rf"|{_REFERENCE}"
)
_ENTITY = re.compile(_REFERENCE)
_XML_NAMES = ("amp", "lt", "gt", "quot", "apos")
_MATH_END = re.compile(r"</(?:mml:)?math\s*>")


class _Parser:
    """Parses one string into a :class:`Text`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lookalikes: list[str] = []
        self.open: list[tuple[str, list[Node]]] = []
        self.nodes: list[Node] = []
        self.characters: list[str] = []

    def text(self) -> Text:
        at = 0
        while token := _TOKEN.search(self.source, at):
            self.characters.append(self.source[at : token.start()])
            at = self.take(token)
        self.characters.append(self.source[at:])
        self.end_characters()
        if self.open:
            raise MarkupError("text-tag-unclosed", tag=self.open[-1][0])
        return Text(tuple(self.nodes), tuple(self.lookalikes))

    def take(self, token: re.Match[str]) -> int:
        """Appends the meaning of a token, and returns the position after it."""
        kind = token.lastgroup
        if kind == "tag":
            (self.close_tag if token["close"] else self.open_tag)(token["tag"])
        elif kind == "attributed":
            raise MarkupError("text-tag-attributes", tag=token["attributed"], written=token[0])
        elif kind == "math":
            return self.formula(token)
        elif kind == "entity":
            self.characters.append(_decoded(token))
        else:
            self.lookalikes.append(token[0])
            self.characters.append(token[0])
        return token.end()

    def end_characters(self) -> None:
        """Joins the characters since the last tag or formula into one string."""
        if characters := "".join(self.characters):
            self.nodes.append(characters)
        self.characters.clear()

    def open_tag(self, tag: str) -> None:
        if len(self.open) == DEPTH:
            raise MarkupError("text-tag-depth", tag=tag, limit=str(DEPTH))
        self.end_characters()
        self.open.append((tag, self.nodes))
        self.nodes = []

    def close_tag(self, tag: str) -> None:
        if not self.open:
            raise MarkupError("text-tag-unopened", tag=tag)
        opened, parent = self.open.pop()
        if opened != tag:
            raise MarkupError("text-tag-crossing", tag=opened, closed=tag)
        self.end_characters()
        inside, self.nodes = tuple(self.nodes), parent
        if inside:
            self.nodes.append(Markup(tag, inside))
        elif self.nodes and isinstance(self.nodes[-1], str):
            self.characters.append(self.nodes.pop())  # type: ignore[arg-type]

    def formula(self, start: re.Match[str]) -> int:
        end = _MATH_END.search(self.source, start.end())
        if end is None:
            raise MarkupError("text-tag-unclosed", tag="math")
        self.end_characters()
        self.nodes.append(parse_math(self.source[start.start() : end.end()]))
        return end.end()


def parse_math(source: str) -> Math:
    """Parses a ``<math>`` or ``<mml:math>`` element.

    The names of elements are not checked here, but by the schemas.

    Raises:
        MarkupError: the element is not well-formed, or contains elements of another namespace.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    escaped = _ENTITY.sub(_xml_reference, source)
    wrapped = f'<w xmlns="{MATHML}" xmlns:mml="{MATHML}">{escaped}</w>'
    try:
        root = etree.fromstring(wrapped.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MarkupError("text-math-malformed", detail=str(error)) from None
    return _math(root[0])


def _math(element: object) -> Math:
    from lxml import etree

    assert isinstance(element, etree._Element)
    tag, attributes = str(element.tag), tuple((str(k), str(v)) for k, v in element.attrib.items())
    if not tag.startswith(f"{{{MATHML}}}"):
        name = _local(tag) if isinstance(element.tag, str) else str(element)
        raise MarkupError("text-math-malformed", name=name)
    if foreign := next((name for name, _ in attributes if "{" in name), None):
        raise MarkupError("text-math-malformed", name=_local(foreign))
    children: list[Math | str] = [element.text] if element.text else []
    for child in element:
        children.append(_math(child))
        if child.tail:
            children.append(child.tail)
    return Math(_local(tag), attributes, tuple(children))


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _xml_reference(token: re.Match[str]) -> str:
    """A character reference in XML. References with HTML names are replaced by their characters."""
    character = _decoded(token)
    is_known = token["entity"].startswith("#") or token["entity"] in _XML_NAMES
    return token[0] if is_known else _escaped(character)


def _decoded(token: re.Match[str]) -> str:
    """The character of a reference; for an unknown name, the reference itself."""
    name = token["entity"]
    if not name.startswith("#"):
        return html5.get(f"{name};", token[0])
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    character = chr(number) if number < 0x110000 else "\0"
    if ILLEGAL.match(character):
        raise MarkupError("character-illegal", character=token[0])
    return character


def _on_one_line(source: str) -> str:
    if "\n" not in source and "\r" not in source:
        return source
    lines = (line.strip(" \t") for line in _LINE_BREAK.split(source))
    return " ".join(line for line in lines if line)


def _refuse_illegal(source: str) -> None:
    if not source.isprintable() and (found := ILLEGAL.search(source)):
        raise MarkupError("character-illegal", character=f"U+{ord(found[0]):04X}")


def _characters(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _characters(node.children)


def _tags(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Math):
            yield "math"
        elif isinstance(node, Markup):
            yield node.tag
            yield from _tags(node.children)


def _without_formulas(node: Node) -> Node:
    if isinstance(node, Math):
        return "".join(_characters(node.children))
    if isinstance(node, Markup):
        return Markup(node.tag, tuple(map(_without_formulas, node.children)))
    return node


def _source(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield _escaped(node)
        elif isinstance(node, Markup):
            yield f"<{node.tag}>{''.join(_source(node.children))}</{node.tag}>"
        else:
            attributes = "".join(f' {name}="{_quoted(value)}"' for name, value in node.attributes)
            yield f"<{node.tag}{attributes}>{''.join(_source(node.children))}</{node.tag}>"


_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;"}
)
_ESCAPES_IN_TEXT = {key: value for key, value in _ESCAPES.items() if key != ord('"')}


def _escaped(characters: str) -> str:
    return characters.translate(_ESCAPES_IN_TEXT)


def _quoted(characters: str) -> str:
    return characters.translate(_ESCAPES).replace("\t", "&#9;")
