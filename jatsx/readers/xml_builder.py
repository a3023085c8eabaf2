"""The base of readers of XML: trees are built from a file that is read in chunks, with limited
memory.

Expat reads the file. No DTD, entity, stylesheet or inclusion is loaded. A file with declarations in
its DOCTYPE is refused, so that no entity can expand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import BinaryIO, Final
from xml.parsers import expat

from jatsx.readers.notes import UnreadableSource

CHUNK: Final = 65_536
"""How many bytes are read at a time."""

NAMESPACE_END: Final = "}"
"""Between the namespace and the local name in the names that expat passes."""

ELEMENT_COST: Final = 600
"""The approximate number of bytes of an element without its attributes and text."""

ATTRIBUTE_COST: Final = 200
"""The approximate number of bytes of an attribute without its name and value."""

_Errors: Final = expat.errors
_EARLY: Final = {
    _Errors.codes[error]
    for error in (
        _Errors.XML_ERROR_NO_ELEMENTS,
        _Errors.XML_ERROR_UNCLOSED_TOKEN,
        _Errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        _Errors.XML_ERROR_PARTIAL_CHAR,
    )
}
_NOTHING: Final = _Errors.codes[_Errors.XML_ERROR_NO_ELEMENTS]
_INVALID: Final = _Errors.codes[_Errors.XML_ERROR_INVALID_TOKEN]
_UNKNOWN_ENCODING: Final = _Errors.codes[_Errors.XML_ERROR_UNKNOWN_ENCODING]
_AMPLIFIED: Final = 43
"""Expat's error of an entity that expands to very long text, from 2.4."""


@dataclass(frozen=True, slots=True)
class XmlLimits:
    """What a reader of XML accepts at most.

    Args:
        held: the number of bytes that it holds at a time.
        depth: the depth of nested elements.
        token: the number of bytes of a tag or a comment.
        text: the number of characters of a text without tags; None if only ``held`` limits it.
    """

    held: int
    depth: int = 100
    token: int = 4_000_000
    text: int | None = None


class XmlBuilder:
    """Builds what a reader needs from the events of an XML file.

    A reader overrides :meth:`start`, :meth:`end` and :meth:`characters`. It calls :meth:`hold` for
    what it keeps, and sets ``held`` back when it passes it on. The names of elements and attributes
    have the form ``namespace}name``, or ``name`` without a namespace.

    Args:
        limits: what it accepts at most.
    """

    def __init__(self, limits: XmlLimits) -> None:
        self.limits = limits
        self.held = 0
        self.depth = 0
        self.has_elements = False
        self.parser = expat.ParserCreate(namespace_separator=NAMESPACE_END)
        self.parser.buffer_text = True
        self.parser.specified_attributes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.SkippedEntityHandler = self._skipped
        self._encoding: str | None = None
        self._fed = self._text_size = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins. ``depth`` counts the elements around it."""

    def end(self) -> None:
        """The last element that began ends. ``depth`` counts the elements around it."""

    def characters(self, text: str) -> None:
        """Text between tags. Long text arrives in several parts."""

    def doctype(self, *, has_declarations: bool) -> None:
        """A DOCTYPE.

        Raises:
            UnreadableSource: it has declarations.
        """
        if has_declarations:
            raise UnreadableSource("xml-doctype-declarations", self.line)

    def entity(self, name: str) -> None:
        """An entity that is not defined.

        Raises:
            UnreadableSource: always.
        """
        raise UnreadableSource("xml-entity-undefined", self.line, name=name)

    @property
    def line(self) -> int:
        """The line of the current event, from 1."""
        return self.parser.CurrentLineNumber

    def hold(self, size: int) -> None:
        """Counts bytes that are kept.

        Raises:
            UnreadableSource: too many are kept.
        """
        self.held += size
        if self.held > self.limits.held:
            limit = _megabytes(self.limits.held)
            raise UnreadableSource("xml-metadata-size", self.line, limit=limit)

    def hold_element(self, attributes: Mapping[str, str]) -> None:
        """Counts the bytes of an element that is kept.

        Raises:
            UnreadableSource: too many are kept.
        """
        sizes = (ATTRIBUTE_COST + len(key) + len(value) for key, value in attributes.items())
        self.hold(ELEMENT_COST + sum(sizes))

    def read_text(self, *, on: bool) -> None:
        """Whether :meth:`characters` is called from now on."""
        self.parser.CharacterDataHandler = self._characters if on else None

    def read(self, file: BinaryIO) -> Iterator[None]:
        """Parses a file, and stops after each chunk, so that what was built can be passed on.

        Raises:
            OSError: the file cannot be read.
            UnreadableSource: it cannot be read further. What was built before is passed on first.
        """
        while True:
            chunk = file.read(CHUNK)
            fault: Exception | None = None
            try:
                self._feed(chunk)
            except expat.ExpatError as error:
                fault = self.fault(error, file)
            except (LookupError, ValueError):  # no codec in Python, or not a single-byte codec
                fault = UnreadableSource("xml-encoding-unknown", 1)
            except UnreadableSource as error:
                fault = error
            yield
            if fault is not None:
                raise fault
            if not chunk:
                return

    def _feed(self, chunk: bytes) -> None:
        """Parses the next bytes of the file; none at its end.

        Raises:
            ExpatError: the XML is not well-formed.
            UnreadableSource: a limit is exceeded, or something is not allowed.
        """
        self.parser.Parse(chunk, not chunk)
        self._fed += len(chunk)
        if self._fed - self.parser.CurrentByteIndex > self.limits.token:
            raise UnreadableSource("xml-tag-length", self.line, limit=_megabytes(self.limits.token))

    def fault(self, error: expat.ExpatError, file: BinaryIO) -> Exception:
        """Why the file cannot be read further, for an error of expat."""
        line, column = error.lineno, error.offset + 1
        if error.code == _UNKNOWN_ENCODING:
            return UnreadableSource("xml-encoding-unknown", line)
        if error.code == _AMPLIFIED:
            return UnreadableSource("xml-entity-expansion", line)
        if error.code == _NOTHING and not self.has_elements:
            return UnreadableSource("file-empty", 1)
        if error.code in _EARLY:
            return UnreadableSource("xml-file-truncated", line, column)
        at = self.parser.ErrorByteIndex
        if error.code == _INVALID and not self._encoding and not _is_utf8(file, at):
            return UnreadableSource("xml-encoding-undeclared", line, column, offset=str(at))
        detail = _Errors.messages.get(error.code, str(error))
        return UnreadableSource("xml-file-syntax", line, column, detail=detail)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth == self.limits.depth:
            raise UnreadableSource("xml-nesting-depth", self.line, limit=str(self.limits.depth))
        self._text_size = 0
        self.start(name, attributes)
        self.has_elements = True
        self.depth += 1

    def _end(self, name: str) -> None:  # noqa: ARG002
        self.depth -= 1
        self.end()

    def _characters(self, text: str) -> None:
        self._text_size += len(text)
        limit = self.limits.text
        if limit is not None and self._text_size > limit:
            raise UnreadableSource("xml-text-length", self.line, limit=str(limit))
        self.characters(text)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002
        if encoding is not None and encoding.upper() != "UTF-8":
            self._encoding = encoding

    def _doctype(
        self,
        name: str,  # noqa: ARG002
        system: str | None,  # noqa: ARG002
        public: str | None,  # noqa: ARG002
        has_declarations: bool,
    ) -> None:
        self.doctype(has_declarations=bool(has_declarations))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.entity(name)


def _megabytes(size: int) -> str:
    return str(size // 1_000_000)


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
