"""What a schema says of the children of an element, if they were others.

libxml2 tells where the children stop being what the schema expects, and what it expected there:
XML Schema and RELAX NG of a document, and a DTD once its model of the element is said in XML
Schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from lxml import etree

from jatsx.validation.element_names import (
    called,
    called_within,
    children,
    declarations,
    written_name,
)
from jatsx.validation.kinds import CONTENT
from jatsx.validation.log import entries

if TYPE_CHECKING:
    from lxml.etree import _DTDElementContentDecl as Model

MOST_EXPECTED = 40
"""How many of the names that a schema expects are tried."""

PathStep: TypeAlias = int | str
"""One of the children that there are, by its position; or the name of one that there isn't."""

_UNKNOWN = "unknown.element"
"""What stands for a child that the DTD doesn't declare, however long its name."""

_OCCURS = {"opt": 'minOccurs="0"', "mult": 'minOccurs="0" maxOccurs="unbounded"'}
_OCCURS |= {"plus": 'maxOccurs="unbounded"'}
_SCHEMA = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x">'
    "<xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element></xs:schema>"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where children stop being as expected, and the names of those that could stand there."""

    at: int
    expected: tuple[str, ...] = ()


class SpentError(Exception):
    """The schema was asked as often as is reasonable."""


class ElementContents(Protocol):
    """The children of one element, and what a schema would say of others."""

    @property
    def names(self) -> Sequence[str]:
        """The names of the children as they are written."""

    def verdict(self, parts: Sequence[PathStep]) -> Verdict | None:
        """What the schema has against these children; None where nothing.

        Raises:
            SpentError: it was asked too often.
        """

    def written(self, name: str) -> str:
        """An expected name as it would be written in the document."""


@dataclass(slots=True)
class DocumentContents:
    """The children of an element, exchanged in the document, which is validated as a whole."""

    compiled: etree.XMLSchema | etree.RelaxNG
    root: etree._Element
    parent: etree._Element
    known: Sequence[str]
    tries: int
    own: list[etree._Element]

    @property
    def names(self) -> Sequence[str]:
        return [called(child) for child in self.own]

    def written(self, name: str) -> str:
        return called_within(self.parent, name)

    def verdict(self, parts: Sequence[PathStep]) -> Verdict | None:
        if not self.tries:
            raise SpentError
        self.tries -= 1
        before = list(self.parent)
        tried = [etree.Element(p) if isinstance(p, str) else self.own[p] for p in parts]
        self.parent[:] = tried
        try:
            return self._verdict(tried)
        finally:
            self.parent[:] = before

    def _verdict(self, tried: Sequence[etree._Element]) -> Verdict | None:
        if self.compiled.validate(self.root):
            return None
        for entry in entries(self.root, self.compiled.error_log):  # type: ignore[arg-type]
            if entry.kind != CONTENT or "failed to validate content" in entry.message:
                continue
            expected = tuple(expected_names(entry.message)) or tuple(self.known)
            if entry.is_of_end and entry.element is self.parent:
                return Verdict(len(tried), expected[:MOST_EXPECTED])
            if not entry.is_of_end and entry.element.getparent() is self.parent:
                return Verdict(tried.index(entry.element), expected[:MOST_EXPECTED])
        return None


@dataclass(slots=True)
class ModelContents:
    """The children of an element, by a DTD's model of it."""

    schema: etree.XMLSchema
    qualified: dict[str, str]
    own: list[etree._Element]
    tries: int

    @property
    def names(self) -> Sequence[str]:
        return [called(child) for child in self.own]

    def written(self, name: str) -> str:
        return self.qualified.get(name, name)

    def verdict(self, parts: Sequence[PathStep]) -> Verdict | None:
        if not self.tries:
            raise SpentError
        self.tries -= 1
        tried = etree.Element("x")
        for part in parts:
            name = part if isinstance(part, str) else etree.QName(self.own[part]).localname
            etree.SubElement(tried, name if name in self.qualified else _UNKNOWN)
        if self.schema.validate(tried):
            return None
        (entry, *_) = entries(tried, self.schema.error_log)  # type: ignore[arg-type]
        at = len(tried) if entry.is_of_end else list(tried).index(entry.element)
        return Verdict(at, tuple(expected_names(entry.message))[:MOST_EXPECTED])


def document_contents(
    compiled: etree.XMLSchema | etree.RelaxNG,
    parent: etree._Element,
    known: Sequence[str],
    tries: int,
) -> DocumentContents:
    """The children of an element of a document. ``known`` are the names that a schema knows."""
    root = parent.getroottree().getroot()
    return DocumentContents(compiled, root, parent, known, tries, children(parent))


def model_contents(dtd: etree.DTD, parent: etree._Element, tries: int) -> ModelContents | None:
    """The children of an element, where the DTD has a model of them and it can be tried."""
    qualified: dict[str, str] = {}
    model: Model | None = None
    for declared in declarations(dtd):
        name = written_name(declared)
        qualified.setdefault(str(declared.name), name)
        if name == called(parent) and declared.type == "element":
            model = declared.content
    if model is None:
        return None
    try:
        schema = etree.XMLSchema(etree.fromstring(_SCHEMA % "".join(_particles(model))))
    except etree.XMLSchemaParseError:
        return None
    return ModelContents(schema, qualified, children(parent), tries)


def expected_names(message: str) -> Iterator[str]:
    """The names that an error of XML Schema lists as expected; wildcards aren't."""
    _, is_listed, listed = message.partition("Expected is ")
    for name in listed.partition("( ")[2].partition(" )")[0].split(", ") if is_listed else ():
        if name and "*" not in name and not name.startswith("##"):
            yield name


def _particles(model: Model) -> Iterator[str]:
    """A DTD's model in XML Schema."""
    occurs = _OCCURS.get(model.occur, "")
    if model.type == "element":
        yield f'<xs:element name="{model.name}" {occurs}/>'
        return
    group = "choice" if model.type == "or" else "sequence"
    yield f"<xs:{group} {occurs}>"
    for side in (model.left, model.right):
        if side is not None:
            yield from _particles(side)
    yield f"</xs:{group}>"
