"""Reads the file of an article into a tree, with limited memory.

Expat reads the file in chunks. The text of the article is not kept. Entities and namespaces are
those of the declared DTD, which is bundled. No other file is loaded.
"""

from __future__ import annotations

import re
from typing import BinaryIO, Final
from xml.parsers import expat

from jatsx import InputFile, MemoryFile, UnreadableSource
from jatsx_jats.reader.bundled_dtd import BundledDtd, dtd_of
from jatsx_jats.reader.tree import JatsElement

MAX_DEPTH: Final = 150
"""The maximum depth of nested elements outside the text."""

MAX_TEXT_DEPTH: Final = 1_000
"""The maximum depth of nested elements in the text."""

MAX_HELD: Final = 60_000_000
"""The maximum number of bytes of the article without its text."""

MAX_TOKEN: Final = 4_000_000
"""The maximum number of bytes of a tag or a comment."""

MAX_FILE: Final = 200_000_000
"""The maximum number of bytes of a file."""

EXPANSION: Final = 1_000_000
"""How many characters a file may contain beyond its size. Only entities make it longer."""

LONGEST_NAME: Final = 100
"""The maximum length of a reference to an entity."""

CHUNK: Final = 65_536
ELEMENT_COST: Final = 600
"""The approximate number of bytes of an element without its text."""

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

_Errors = expat.errors
_UNBOUND: Final = _Errors.codes[_Errors.XML_ERROR_UNBOUND_PREFIX]
_UNKNOWN_ENCODING: Final = _Errors.codes[_Errors.XML_ERROR_UNKNOWN_ENCODING]
_UNDEFINED: Final = _Errors.codes[_Errors.XML_ERROR_UNDEFINED_ENTITY]
_AMPLIFIED: Final = 43
"""Expat's error of an entity that expands to very long text, from 2.4."""


def article_tree(path: InputFile) -> JatsElement:
    """The article of a file with its metadata, without its text.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read as an article.
    """
    with path.open("rb") as file:
        size = _size(path)
        if size > MAX_FILE:
            raise UnreadableSource("jats-file-size", limit=_mb(MAX_FILE))
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
        rest = rest if len(rest) < MAX_TOKEN else b""
        chunk = file.read(CHUNK)
    return frozenset(names) if is_found else None


def _parsed(
    file: BinaryIO, size: int, dtd: BundledDtd | None, names: frozenset[str] = frozenset()
) -> JatsElement:
    builder = _TreeBuilder(size, dtd)
    while True:
        chunk = file.read(CHUNK)
        try:
            builder.feed(chunk)
        except expat.ExpatError as error:
            raise _fault(error, builder) from None
        except (LookupError, ValueError):  # no codec in Python, or not a single-byte codec
            raise UnreadableSource("jats-encoding-unknown", 1) from None
        if not chunk:
            break
    if undefined := sorted(names - builder.entities) if dtd is not None else ():
        raise UnreadableSource("jats-entity-undefined", 1, name=undefined[0])
    assert builder.root is not None  # else expat finds no element
    if not any(one for front in builder.root.find("front") for one in front.find("article-meta")):
        raise UnreadableSource("jats-front-absent", builder.root.line)
    return builder.root


class _TreeBuilder:
    """Builds the tree from the events of expat."""

    def __init__(self, size: int, dtd: BundledDtd | None) -> None:
        self.size = size
        self.dtd = dtd
        self.root: JatsElement | None = None
        self.open: list[JatsElement] = []
        self.entities: set[str] = set()
        self.depth_in_text = 0
        self.held = 0
        self.characters = 0
        self.fed = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.specified_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.EntityDeclHandler = self.declared
        self.parser.ExternalEntityRefHandler = self.external
        if dtd is not None:
            self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)

    def feed(self, chunk: bytes) -> None:
        self.parser.Parse(chunk, not chunk)
        self.fed += len(chunk)
        if self.fed - self.parser.CurrentByteIndex > MAX_TOKEN:
            raise UnreadableSource("jats-file-token", self.line, limit=_mb(MAX_TOKEN))

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth_in_text or (self.open and self._is_text(name)):
            self.depth_in_text += 1
            if self.depth_in_text > MAX_TEXT_DEPTH:
                raise UnreadableSource("jats-file-depth", self.line, limit=str(MAX_TEXT_DEPTH))
            return
        if len(self.open) == MAX_DEPTH:
            raise UnreadableSource("jats-file-depth", self.line, limit=str(MAX_DEPTH))
        self.hold(ELEMENT_COST + sum(len(key) + len(attributes[key]) for key in attributes))
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

    def end(self, name: str) -> None:  # noqa: ARG002
        if self.depth_in_text:
            self.depth_in_text -= 1
        else:
            self.open.pop()

    def text(self, data: str) -> None:
        self.characters += len(data)
        if self.characters > self.size + EXPANSION:
            raise UnreadableSource("jats-entity-expansion", self.line)
        if not self.depth_in_text and self.open:
            self.hold(len(data))
            self.open[-1].content.append(data)

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise UnreadableSource("jats-entity-undefined", self.line, name=name)

    def declared(self, name: str, is_parameter: bool, *_: object) -> None:
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

    def hold(self, size: int) -> None:
        self.held += size
        if self.held > MAX_HELD:
            raise UnreadableSource("jats-article-size", self.line, limit=_mb(MAX_HELD))

    def _is_text(self, name: str) -> bool:
        return name in TEXT and self.open[-1].name in AROUND_TEXT


def _prefixed(name: str) -> str:
    """The name of an element or attribute with the prefix of its namespace."""
    namespace, _, local = name.rpartition("}")
    if not namespace:
        return local
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else f"{{{namespace}}}{local}"


def _mb(size: int) -> str:
    return str(size // 1_000_000)


def _fault(error: expat.ExpatError, builder: _TreeBuilder) -> Exception:
    line, column = error.lineno, error.offset + 1
    if error.code == _UNKNOWN_ENCODING:
        return UnreadableSource("jats-encoding-unknown", line)
    if error.code == _AMPLIFIED:
        return UnreadableSource("jats-entity-expansion", line)
    detail = expat.errors.messages.get(error.code, str(error))
    fault = UnreadableSource("jats-file-syntax", line, column, detail=detail)
    if error.code == _UNBOUND and builder.dtd is None:
        return _UnboundPrefix(fault)
    return fault
