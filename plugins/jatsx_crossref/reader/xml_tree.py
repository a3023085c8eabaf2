"""Reads a deposit as a stream of articles, each as a small tree, with limited memory.

Expat reads the file in chunks. No DTD, entity, stylesheet or inclusion is loaded. A file with
declarations in its DOCTYPE is refused, so that no entity can expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from jatsx import InputFile, UnreadableSource
from jatsx.model.text import MATHML
from jatsx_crossref.reader.tree import SourceNode

MAX_DEPTH: Final = 100
"""The maximum depth of nested elements."""

MAX_HELD: Final = 50_000_000
"""The maximum number of bytes of an article, or of the metadata of a journal or issue."""

MAX_TOKEN: Final = 4_000_000
"""The maximum number of bytes of a tag or a comment."""

CHUNK: Final = 65_536
ELEMENT_COST: Final = 500
"""The approximate number of bytes of an element or attribute without its text."""

ROOT: Final = "doi_batch"
JOURNAL: Final = (ROOT, "body", "journal")
"""The path of a journal. Its children are read one by one."""

CONTAINERS: Final = (JOURNAL[:1], JOURNAL[:2], JOURNAL)

PREFIXES: Final = (
    (re.compile(r"https?://www\.crossref\.org/schema/[0-9.]+\Z"), ""),
    (re.compile(r"https?://www\.crossref\.org/fundref\.xsd\Z"), "fr:"),
    (re.compile(r"https?://www\.crossref\.org/AccessIndicators\.xsd\Z"), "ai:"),
    (re.compile(r"https?://www\.crossref\.org/relations\.xsd\Z"), "rel:"),
    (re.compile(r"https?://www\.crossref\.org/clinicaltrials\.xsd\Z"), "ct:"),
    (re.compile(r"https?://(?:www\.ncbi|jats)\.nlm\.nih\.gov\b", re.IGNORECASE), "jats:"),
    (re.compile(re.escape(MATHML) + r"\Z"), "mml:"),
    (re.compile(r"http://www\.w3\.org/XML/1998/namespace\Z"), "xml:"),
    (re.compile(r"http://www\.w3\.org/2001/XMLSchema-instance\Z"), "xsi:"),
)
"""The prefixes of names by their namespace. JATS has had several."""

_EARLY: Final = {
    expat.errors.codes[error]
    for error in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}
_NOTHING: Final = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_UNKNOWN_ENCODING: Final = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]


def parts(path: InputFile) -> Iterator[SourceNode]:
    """The parts of a deposit in order, each as soon as it has been read completely.

    They are the ``head``; for each journal an empty ``journal``, then its ``journal_metadata``,
    ``journal_issue`` and each ``journal_article``; and other elements of the ``body``, empty.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    builder = _DepositBuilder()
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            fault: UnreadableSource | None = None
            try:
                builder.feed(chunk)
            except expat.ExpatError as error:
                fault = _fault(error, is_empty=not builder.names)
            except (LookupError, ValueError):  # no codec in Python, or not a single-byte codec
                fault = UnreadableSource("crossref-encoding-unknown", 1)
            except UnreadableSource as error:
                fault = error
            yield from builder.finished()
            if fault is not None:
                raise fault
            if not chunk:
                return


def fragment(markup: str, line: int) -> SourceNode | None:
    """The text with markup in a string of a REST record; None if it is not well-formed XML."""
    builder = _DepositBuilder(line)
    namespaces = (
        'xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" '
        f'xmlns:mml="{MATHML}" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    try:
        builder.feed(f"<fragment {namespaces}>{markup}</fragment>".encode("utf-8", "replace"))
        builder.feed(b"")
    except (expat.ExpatError, UnreadableSource):
        return None
    return builder.root


class _DepositBuilder:
    """Builds trees from the events of expat. With ``at``, all of it is one tree on that line."""

    def __init__(self, at: int | None = None) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.SkippedEntityHandler = self.entity
        self.at = at
        self.root: SourceNode | None = None
        self.names: tuple[str, ...] = ()
        self.open: list[SourceNode] = []
        self.done: list[SourceNode] = []
        self.is_skipping = False
        self.fed = 0
        self.held = 0
        self.prefixes: dict[str, str] = {}

    @property
    def line(self) -> int:
        return self.at or self.parser.CurrentLineNumber

    def feed(self, chunk: bytes) -> None:
        self.parser.Parse(chunk, not chunk)
        self.fed += len(chunk)
        if self.at is None and self.fed - self.parser.CurrentByteIndex > MAX_TOKEN:
            raise UnreadableSource("crossref-file-token", self.line, limit=_mb(MAX_TOKEN))

    def finished(self) -> Iterator[SourceNode]:
        """The parts that were completed since the last call."""
        done, self.done = self.done, []
        yield from done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        named = {self.name(key): value for key, value in attributes.items()}
        node = SourceNode(self.name(name), self.line, named)
        if self.at is None and not self.names and node.name != ROOT:
            raise UnreadableSource("crossref-file-root", self.line, name=node.name)
        if len(self.names) == MAX_DEPTH:
            raise UnreadableSource("crossref-file-depth", self.line, limit=str(MAX_DEPTH))
        is_part = self.at is None and self.names in CONTAINERS
        self.names += (node.name,)
        if self.at is None and self.names in CONTAINERS:
            self.done += [node] if self.names == JOURNAL else []
            return
        if is_part:
            self.held = 0
            self.is_skipping = self.names[:2] == JOURNAL[:2] and self.names[:3] != JOURNAL
        elif self.is_skipping:
            return
        sizes = (ELEMENT_COST + len(key) + len(value) for key, value in attributes.items())
        self.hold(ELEMENT_COST + sum(sizes))
        if self.open:
            self.open[-1].content.append(node)
        self.open.append(node)

    def end(self, name: str) -> None:  # noqa: ARG002
        is_part = self.names[:-1] in CONTAINERS
        is_skipped = self.is_skipping and not is_part
        is_container = self.at is None and self.names in CONTAINERS
        self.names = self.names[:-1]
        if is_skipped or is_container:
            return
        node = self.open.pop()
        if self.at is not None:
            self.root = node
        elif is_part:
            self.is_skipping = False
            self.done.append(node)

    def characters(self, data: str) -> None:
        if self.open and not self.is_skipping:
            self.hold(len(data))
            self.open[-1].content.append(data)
        elif data.strip() and not self.is_skipping:
            self.done.append(SourceNode(f"{self.names[-1]}/text()", self.line, {}, [data]))

    def doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:  # noqa: ARG002
        if internal:
            raise UnreadableSource("crossref-file-doctype", self.line)

    def entity(self, name: str, is_parameter: bool) -> None:  # noqa: ARG002
        raise UnreadableSource("crossref-file-entity", self.line, name=name)

    def hold(self, size: int) -> None:
        self.held += size
        if self.held > MAX_HELD:
            raise UnreadableSource("crossref-file-size", self.line, limit=_mb(MAX_HELD))

    def name(self, written: str) -> str:
        """The name with the prefix of its namespace."""
        namespace, _, local = written.rpartition("}")
        if not namespace:
            return local
        if namespace not in self.prefixes:
            known = (prefix for form, prefix in PREFIXES if form.match(namespace))
            self.prefixes[namespace] = next(known, f"{{{namespace}}}")
        return f"{self.prefixes[namespace]}{local}"


def _mb(size: int) -> str:
    return str(size // 1_000_000)


def _fault(error: expat.ExpatError, *, is_empty: bool) -> UnreadableSource:
    line = error.lineno
    if error.code == _UNKNOWN_ENCODING:
        return UnreadableSource("crossref-encoding-unknown", line)
    if error.code == _NOTHING and is_empty:
        return UnreadableSource("file-empty", 1)
    if error.code in _EARLY:
        return UnreadableSource("crossref-file-truncated", line)
    detail = expat.errors.messages[error.code]
    return UnreadableSource("crossref-file-syntax", line, detail=detail)
