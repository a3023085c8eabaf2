"""Reads the file as a stream of articles, each as a small tree, with limited memory.

Expat reads the file in chunks. No DTD, entity, stylesheet or inclusion is loaded. A file with
declarations in its DOCTYPE is refused, so that no entity can expand. The content of embedded files
is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import BinaryIO, Final
from xml.parsers import expat

from jatsx import InputFile, UnreadableSource
from jatsx_ojs.recognition import NAMESPACE, ROOTS
from jatsx_ojs.tree import XmlNode

MAX_DEPTH: Final = 100
"""The maximum depth of nested elements. OJS writes about ten."""

MAX_TEXT: Final = 1_000_000
"""The maximum number of characters of a text."""

MAX_HELD: Final = 20_000_000
"""The maximum number of bytes of an article, or of all issues, without embedded files."""

MAX_TOKEN: Final = 4_000_000
"""The maximum number of bytes of a tag or a comment."""

CHUNK: Final = 65_536
ELEMENT_COST: Final = 500
"""The approximate number of bytes of an element without its text."""

_CONTAINERS: Final = {"issues", "issue", "articles", "section"}
"""The elements that may contain an article. In 2.4 a section contains it."""

_UNKNOWN_ENCODING: Final = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_INVALID: Final = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]
_NOTHING: Final = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_ENDS_EARLY: Final = {
    expat.errors.codes[error]
    for error in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}


def elements(path: InputFile) -> Iterator[XmlNode]:
    """Each article, and each issue after its articles, as soon as it has been read completely.

    The children of an issue do not contain its articles, but an article knows its parent.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    with path.open("rb") as file:
        yield from _elements(file)


def _elements(file: BinaryIO) -> Iterator[XmlNode]:
    builder = _XmlBuilder()
    while True:
        chunk = file.read(CHUNK)
        fault: UnreadableSource | None = None
        try:
            builder.feed(chunk)
        except expat.ExpatError as error:
            fault = _fault(error, builder, file)
        except (LookupError, ValueError):  # no codec in Python, or not a single-byte codec
            fault = UnreadableSource("ojs-encoding-unknown", 1)
        except UnreadableSource as error:
            fault = error
        yield from builder.finished()
        if fault is not None:
            raise fault
        if not chunk:
            return


class _XmlBuilder:
    """Builds trees from the events of expat."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.SkippedEntityHandler = self.entity
        self.encoding: str | None = None
        self.open: list[XmlNode] = []
        self.done: list[XmlNode] = []
        self.fed = 0
        self.held = 0
        self.held_before_article = 0
        self.text_size = 0

    def feed(self, chunk: bytes) -> None:
        self.parser.Parse(chunk, not chunk)
        self.fed += len(chunk)
        if self.fed - self.parser.CurrentByteIndex > MAX_TOKEN:
            raise UnreadableSource("ojs-file-token", self.line, limit=_mb(MAX_TOKEN))

    def finished(self) -> Iterator[XmlNode]:
        """The articles and issues that were completed since the last call."""
        done, self.done = self.done, []
        yield from done

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self.open[-1] if self.open and self.is_at_top else None
        element = XmlNode(_name(name), self.line, attributes, parent)
        if not self.open and element.name not in ROOTS:
            raise UnreadableSource("ojs-file-root", self.line, name=element.name)
        if len(self.open) == MAX_DEPTH:
            raise UnreadableSource("ojs-file-depth", self.line, limit=str(MAX_DEPTH))
        if element.name == "article" and self.is_at_top:
            self.held_before_article = self.held
        self.hold(ELEMENT_COST + sum(len(key) + len(attributes[key]) for key in attributes))
        self.open.append(element)
        self.text_size = 0
        if element.name == "embed":
            self.parser.CharacterDataHandler = None

    def end(self, name: str) -> None:  # noqa: ARG002
        element = self.open.pop()
        if element.name == "embed":
            self.parser.CharacterDataHandler = self.characters
        if element.name == "article" and self.is_at_top:
            self.held = self.held_before_article
            self.done.append(element)
            return
        if self.open:
            self.open[-1].children.append(element)
        if element.name == "issue" and self.is_at_top:
            self.done.append(element)

    def characters(self, data: str) -> None:
        self.text_size += len(data)
        if self.text_size > MAX_TEXT:
            raise UnreadableSource("ojs-file-text", self.line, limit=str(MAX_TEXT))
        self.hold(len(data))
        self.open[-1].pieces.append(data)

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002
        if encoding is not None and encoding.upper() != "UTF-8":
            self.encoding = encoding

    def doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:  # noqa: ARG002
        if internal:
            raise UnreadableSource("ojs-file-doctype", self.line)

    def entity(self, name: str, is_parameter: bool) -> None:  # noqa: ARG002
        raise UnreadableSource("ojs-file-entity", self.line, name=name)

    def hold(self, size: int) -> None:
        self.held += size
        if self.held > MAX_HELD:
            raise UnreadableSource("ojs-file-size", self.line, limit=_mb(MAX_HELD))

    @property
    def is_at_top(self) -> bool:
        """Whether all open elements are containers of articles."""
        return all(element.name in _CONTAINERS for element in self.open)


def _name(name: str) -> str:
    """The name of an element: without a namespace for PKP elements, else ``{namespace}name``."""
    namespace, _, local = name.rpartition("}")
    return local if namespace in ("", NAMESPACE) else f"{{{namespace}}}{local}"


def _mb(size: int) -> str:
    return str(size // 1_000_000)


def _fault(error: expat.ExpatError, builder: _XmlBuilder, file: BinaryIO) -> UnreadableSource:
    line, column = error.lineno, error.offset + 1
    if error.code == _UNKNOWN_ENCODING:
        return UnreadableSource("ojs-encoding-unknown", line)
    if error.code == _NOTHING and not builder.open:
        return UnreadableSource("file-empty", 1)
    if error.code in _ENDS_EARLY:
        return UnreadableSource("ojs-file-truncated", line, column)
    at = builder.parser.ErrorByteIndex
    if error.code == _INVALID and not builder.encoding and not _is_utf8(file, at):
        return UnreadableSource("ojs-encoding-undeclared", line, column, offset=str(at))
    detail = expat.errors.messages[error.code]
    return UnreadableSource("ojs-file-syntax", line, column, detail=detail)


def _is_utf8(file: BinaryIO, at: int) -> bool:
    """Whether there is a valid UTF-8 character at a position of the file."""
    file.seek(at)
    letter = file.read(4)
    following = takewhile(lambda byte: 0x80 <= byte < 0xC0, letter[1:])
    try:
        bytes([*letter[:1], *following]).decode()
    except UnicodeDecodeError:
        return False
    return True
