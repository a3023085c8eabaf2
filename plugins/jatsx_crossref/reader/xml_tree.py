"""Reads a deposit as a stream of articles, each as a small tree, with limited memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from jatsx import InputFile, UnreadableSource, XmlBuilder, XmlLimits
from jatsx.model.text import MATHML
from jatsx_crossref.reader.tree import SourceNode

LIMITS: Final = XmlLimits(held=50_000_000)
"""``held`` is for an article, or the metadata of a journal or issue."""

FRAGMENT_LIMITS: Final = XmlLimits(held=50_000_000, token=50_000_000)

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


def parts(path: InputFile) -> Iterator[SourceNode]:
    """The parts of a deposit in order, each as soon as it has been read completely.

    They are the ``head``; for each journal an empty ``journal``, then its ``journal_metadata``,
    ``journal_issue`` and each ``journal_article``; and other elements of the ``body``, empty.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    builder = _DepositBuilder(LIMITS)
    with path.open("rb") as file:
        for _ in builder.read(file):
            yield from builder.finished()


def fragment(markup: str, line: int) -> SourceNode | None:
    """The text with markup in a string of a REST record; None if it is not well-formed XML."""
    builder = _FragmentBuilder(line)
    namespaces = (
        'xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" '
        f'xmlns:mml="{MATHML}" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    whole = f"<fragment {namespaces}>{markup}</fragment>".encode("utf-8", "replace")
    try:
        for _ in builder.read(BytesIO(whole)):
            pass
    except UnreadableSource:
        return None
    return builder.root


class _NodeBuilder(XmlBuilder):
    """Builds trees of nodes."""

    def __init__(self, limits: XmlLimits) -> None:
        super().__init__(limits)
        self.open: list[SourceNode] = []
        self.prefixes: dict[str, str] = {}

    def begun(self, name: str, attributes: Mapping[str, str], line: int) -> SourceNode:
        """The node of an element, with the names that jatsx uses."""
        named = {self.name(key): value for key, value in attributes.items()}
        return SourceNode(self.name(name), line, named)

    def add(self, node: SourceNode, attributes: Mapping[str, str]) -> None:
        """Adds a node to the open one, and opens it."""
        self.hold_element(attributes)
        if self.open:
            self.open[-1].content.append(node)
        self.open.append(node)

    def characters(self, text: str) -> None:
        if self.open:
            self.hold(len(text))
            self.open[-1].content.append(text)

    def name(self, written: str) -> str:
        """The name with the prefix of its namespace."""
        namespace, _, local = written.rpartition("}")
        if not namespace:
            return local
        if namespace not in self.prefixes:
            known = (prefix for form, prefix in PREFIXES if form.match(namespace))
            self.prefixes[namespace] = next(known, f"{{{namespace}}}")
        return f"{self.prefixes[namespace]}{local}"


class _FragmentBuilder(_NodeBuilder):
    """Builds one tree. All its nodes are on one line of the file that contains it."""

    def __init__(self, at: int) -> None:
        super().__init__(FRAGMENT_LIMITS)
        self.at = at
        self.root: SourceNode | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.add(self.begun(name, attributes, self.at), attributes)

    def end(self) -> None:
        self.root = self.open.pop()


class _DepositBuilder(_NodeBuilder):
    """Builds the trees of the parts of a deposit."""

    def __init__(self, limits: XmlLimits) -> None:
        super().__init__(limits)
        self.names: tuple[str, ...] = ()
        self.done: list[SourceNode] = []
        self.is_skipping = False

    def finished(self) -> Iterator[SourceNode]:
        """The parts that were completed since the last call."""
        done, self.done = self.done, []
        yield from done

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        node = self.begun(name, attributes, self.line)
        if not self.names and node.name != ROOT:
            raise UnreadableSource("crossref-file-root", self.line, name=node.name)
        is_part = self.names in CONTAINERS
        self.names += (node.name,)
        if self.names in CONTAINERS:
            self.done += [node] if self.names == JOURNAL else []
            return
        if is_part:
            self.held = 0
            self.is_skipping = self.names[:2] == JOURNAL[:2] and self.names[:3] != JOURNAL
        elif self.is_skipping:
            return
        self.add(node, attributes)

    def end(self) -> None:
        is_container = self.names in CONTAINERS
        self.names = self.names[:-1]
        is_part = self.names in CONTAINERS
        if is_container or (self.is_skipping and not is_part):
            return
        node = self.open.pop()
        if is_part:
            self.is_skipping = False
            self.done.append(node)

    def characters(self, text: str) -> None:
        if self.is_skipping:
            return
        super().characters(text)
        if not self.open and text.strip():
            self.done.append(SourceNode(f"{self.names[-1]}/text()", self.line, {}, [text]))
