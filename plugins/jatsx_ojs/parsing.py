"""Reads the file as a stream of articles, each as a small tree, with limited memory.

The content of embedded files is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import InputFile, UnreadableSource, XmlBuilder, XmlLimits
from jatsx_ojs.recognition import NAMESPACE, ROOTS
from jatsx_ojs.tree import XmlNode

LIMITS: Final = XmlLimits(held=20_000_000, text=1_000_000)
"""OJS writes trees with about ten levels. Embedded files are not counted."""

_CONTAINERS: Final = {"issues", "issue", "articles", "section"}
"""The elements that may contain an article. In 2.4 a section contains it."""


def elements(path: InputFile) -> Iterator[XmlNode]:
    """Each article, and each issue after its articles, as soon as it has been read completely.

    The children of an issue do not contain its articles, but an article knows its parent.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    builder = _ExportBuilder(LIMITS)
    with path.open("rb") as file:
        for _ in builder.read(file):
            yield from builder.finished()


class _ExportBuilder(XmlBuilder):
    """Builds the trees of articles and issues."""

    def __init__(self, limits: XmlLimits) -> None:
        super().__init__(limits)
        self.open: list[XmlNode] = []
        self.done: list[XmlNode] = []
        self.held_before_article = 0

    def finished(self) -> Iterator[XmlNode]:
        """The articles and issues that were completed since the last call."""
        done, self.done = self.done, []
        yield from done

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self.open[-1] if self.open and self.is_at_top else None
        element = XmlNode(_name(name), self.line, dict(attributes), parent)
        if not self.open and element.name not in ROOTS:
            raise UnreadableSource("ojs-file-root", self.line, name=element.name)
        if element.name == "article" and self.is_at_top:
            self.held_before_article = self.held
        self.hold_element(attributes)
        self.open.append(element)
        if element.name == "embed":
            self.read_text(on=False)

    def end(self) -> None:
        element = self.open.pop()
        if element.name == "embed":
            self.read_text(on=True)
        if element.name == "article" and self.is_at_top:
            self.held = self.held_before_article
            self.done.append(element)
            return
        if self.open:
            self.open[-1].children.append(element)
        if element.name == "issue" and self.is_at_top:
            self.done.append(element)

    def characters(self, text: str) -> None:
        self.hold(len(text))
        self.open[-1].pieces.append(text)

    @property
    def is_at_top(self) -> bool:
        """Whether all open elements are containers of articles."""
        return all(element.name in _CONTAINERS for element in self.open)


def _name(name: str) -> str:
    """The name of an element: without a namespace for PKP elements, else ``{namespace}name``."""
    namespace, _, local = name.rpartition("}")
    return local if namespace in ("", NAMESPACE) else f"{{{namespace}}}{local}"
