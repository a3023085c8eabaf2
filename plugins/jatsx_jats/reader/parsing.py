"""Reads the file of an article into a tree, with limited memory.

The text of the article is not kept. Entities and namespaces are those of the declared DTD, which is
bundled. No other file is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import BinaryIO, Final
from xml.parsers import expat

from jatsx import InputFile, MemoryFile, UnreadableSource, XmlBuilder, XmlLimits
from jatsx_jats.reader.bundled_dtd import BundledDtd, dtd_of
from jatsx_jats.reader.tree import JatsElement

LIMITS: Final = XmlLimits(held=60_000_000, depth=1_000)
"""``held`` is for the article without its text."""

MAX_DEPTH: Final = 150
"""The maximum depth of nested elements outside the text."""

MAX_FILE: Final = 200_000_000
"""The maximum number of bytes of a file."""

EXPANSION: Final = 1_000_000
"""How many characters a file may contain beyond its size. Only entities make it longer."""

LONGEST_NAME: Final = 100
"""The maximum length of a reference to an entity."""

CHUNK: Final = 65_536
TEXT: Final = frozenset(
    {
        *("body", "floats-group", "floats-wrap", "app-group", "app"),
        *("glossary", "index", "index-group"),
    }
)
"""The elements that are part of the text of the article."""

AROUND_TEXT: Final = frozenset({"article", "sub-article", "response", "back"})
"""The elements that may contain the text."""

PREFIXES: Final = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "mml",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.niso.org/schemas/ali/1.0/": "ali",
    "http://www.niso.org/schemas/ali/1.0": "ali",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
}
"""The prefixes of the DTD for namespaces."""

_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);|#)")
_OTHER_ENCODING = re.compile(rb"\0|\A[^\xef\s<]")
"""The start of a file in another kind of encoding than ASCII. References look different in it."""

_IN_ATTRIBUTE = re.compile(rb"<[A-Za-z][^<>&]*&[^<>]*>")
_NAME = re.compile(rb"&([A-Za-z][\w.:-]*);")
_XML_NAMES: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})

_UNBOUND: Final = expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]


def article_tree(path: InputFile) -> JatsElement:
    """The article of a file with its metadata, without its text.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read as an article.
    """
    with path.open("rb") as file:
        size = _size(path)
        if size > MAX_FILE:
            raise UnreadableSource("jats-file-size", limit=str(MAX_FILE // 1_000_000))
        head = file.read(CHUNK)
        if not head.strip():
            raise UnreadableSource("file-empty", 1)
        dtd = dtd_of(head)
        file.seek(0)
        names = _entity_names(file) if dtd is not None else None
        file.seek(0)
        if names is None and dtd is not None:
            try:
                return _parsed(file, size, None)
            except _UnboundPrefix:
                file.seek(0)
        try:
            return _parsed(file, size, dtd, names or frozenset())
        except _UnboundPrefix as error:
            raise error.fault from None


def _size(path: InputFile) -> int:
    """The size of a file in bytes."""
    return len(path.content) if isinstance(path, MemoryFile) else path.stat().st_size


class _UnboundPrefix(Exception):
    """A prefix without a namespace, which the DTD may declare."""

    def __init__(self, fault: UnreadableSource) -> None:
        super().__init__()
        self.fault = fault


def _entity_names(file: BinaryIO) -> frozenset[str] | None:
    """The names of entities in attributes, if the file may refer to entities; else None."""
    names: set[str] = set()
    chunk = file.read(CHUNK)
    is_found, rest = _OTHER_ENCODING.search(chunk) is not None, b""
    while chunk:
        text = rest + chunk
        if _REFERENCE.search(text):
            is_found = True
            for tag in _IN_ATTRIBUTE.finditer(text):
                found = {*_NAME.findall(tag[0])} - _XML_NAMES
                names.update(name.decode("latin-1") for name in found)
        rest = text[text.rfind(b"<") :] if b"<" in text else text[-LONGEST_NAME:]
        rest = rest if len(rest) < LIMITS.token else b""
        chunk = file.read(CHUNK)
    return frozenset(names) if is_found else None


def _parsed(
    file: BinaryIO, size: int, dtd: BundledDtd | None, names: frozenset[str] = frozenset()
) -> JatsElement:
    builder = _ArticleBuilder(size, dtd)
    for _ in builder.read(file):
        pass
    if undefined := sorted(names - builder.entities) if dtd is not None else ():
        raise UnreadableSource("xml-entity-undefined", 1, name=undefined[0])
    assert builder.root is not None  # else expat finds no element
    if not any(one for front in builder.root.find("front") for one in front.find("article-meta")):
        raise UnreadableSource("jats-front-absent", builder.root.line)
    return builder.root


class _ArticleBuilder(XmlBuilder):
    """Builds the tree of an article, with the entities of the DTD.

    Args:
        size: the size of the file in bytes.
        dtd: the DTD that defines entities and prefixes; None if none is loaded.
    """

    def __init__(self, size: int, dtd: BundledDtd | None) -> None:
        super().__init__(LIMITS)
        self.size = size
        self.dtd = dtd
        self.root: JatsElement | None = None
        self.open: list[JatsElement] = []
        self.entities: set[str] = set()
        self.depth_in_text = 0
        self.expanded = 0
        self.parser.EntityDeclHandler = self.declared
        self.parser.ExternalEntityRefHandler = self.external
        if dtd is not None:
            self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.depth_in_text or (self.open and self._is_text(name)):
            self.depth_in_text += 1
            return
        if len(self.open) == MAX_DEPTH:
            raise UnreadableSource("xml-nesting-depth", self.line, limit=str(MAX_DEPTH))
        self.hold_element(attributes)
        named = {_prefixed(key): value for key, value in attributes.items()}
        parent = self.open[-1] if self.open else None
        element = JatsElement(_prefixed(name), self.line, named, parent)
        if parent is None:
            if element.name != "article":
                raise UnreadableSource("jats-file-root", self.line, name=element.name)
            self.root = element
        else:
            parent.content.append(element)
        self.open.append(element)

    def end(self) -> None:
        if self.depth_in_text:
            self.depth_in_text -= 1
        else:
            self.open.pop()

    def characters(self, text: str) -> None:
        self.expanded += len(text)
        if self.expanded > self.size + EXPANSION:
            raise UnreadableSource("xml-entity-expansion", self.line)
        if not self.depth_in_text and self.open:
            self.hold(len(text))
            self.open[-1].content.append(text)

    def doctype(self, *, has_declarations: bool) -> None:
        """Declarations are allowed: their expansion is limited."""

    def declared(self, name: str, is_parameter: bool, *_: object) -> None:
        """An entity is declared."""
        if not is_parameter:
            self.entities.add(name)

    def external(
        self, context: str | None, base: str | None, system: str | None, public: str | None
    ) -> int:
        """Loads a file of the bundled DTD. Every other file is refused."""
        content = None if self.dtd is None else self.dtd.file(base, system, public)
        if content is None:
            raise UnreadableSource("jats-entity-external", self.line, file=system or public or "")
        inner = self.parser.ExternalEntityParserCreate(context)
        inner.SetBase(content.name)
        inner.Parse(content.read(), True)
        return 1

    def fault(self, error: expat.ExpatError, file: BinaryIO) -> Exception:
        """Why the file cannot be read further, or with the prefixes of the DTD only."""
        fault = super().fault(error, file)
        if error.code == _UNBOUND and self.dtd is None and isinstance(fault, UnreadableSource):
            return _UnboundPrefix(fault)
        return fault

    def _is_text(self, name: str) -> bool:
        return name in TEXT and self.open[-1].name in AROUND_TEXT


def _prefixed(name: str) -> str:
    """The name of an element or attribute with the prefix of its namespace."""
    namespace, _, local = name.rpartition("}")
    if not namespace:
        return local
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else f"{{{namespace}}}{local}"
