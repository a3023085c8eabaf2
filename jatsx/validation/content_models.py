"""Validating an element with other children than it has.

libxml2 reports the first child that the schema does not expect, and what it expects there. This
works for XML Schema and RELAX NG with the whole document. For a DTD, the content model of the
element is translated to XML Schema.
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
"""How many of the expected names are tried."""

MODEL_TRIES = 3_000
"""The maximum number of validations of one element against its content model in a DTD."""

MODEL_WORK = 100_000
"""The maximum number of children that are validated again in one element."""

PathStep: TypeAlias = int | str
"""A child: the position of an existing one, or the name of one to insert."""

_UNKNOWN = "unknown.element"
"""The name used for a child that the DTD does not declare."""

_OCCURS = {"opt": 'minOccurs="0"', "mult": 'minOccurs="0" maxOccurs="unbounded"'}
_OCCURS |= {"plus": 'maxOccurs="unbounded"'}
_SCHEMA = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x">'
    "<xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element></xs:schema>"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The position of the first unexpected child, and the names expected there."""

    at: int
    expected: tuple[str, ...] = ()


class SpentError(Exception):
    """The maximum number of validations is reached."""


class ElementContents(Protocol):
    """The children of an element, and the validation of other children in their place."""

    @property
    def names(self) -> Sequence[str]:
        """The names of the children as written in the document."""

    def verdict(self, parts: Sequence[PathStep]) -> Verdict | None:
        """The result of validating these children; None if they are valid.

        Raises:
            SpentError: the maximum number of validations is reached.
        """

    def written(self, name: str) -> str:
        """An expected name as it would be written in the document."""


@dataclass(slots=True)
class DocumentContents:
    """The children of an element. They are replaced in the document, which is validated whole."""

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
    """The children of an element, validated against its content model in a DTD."""

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
    """The children of an element. ``known`` are the names of elements in the schema."""
    root = parent.getroottree().getroot()
    return DocumentContents(compiled, root, parent, known, tries, children(parent))


def model_contents(dtd: etree.DTD, parent: etree._Element) -> ModelContents | None:
    """The children of an element; None if the DTD has no content model that can be used."""
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
    own = children(parent)
    return ModelContents(schema, qualified, own, min(MODEL_TRIES, MODEL_WORK // (len(own) or 1)))


def expected_names(message: str) -> Iterator[str]:
    """The expected names in an error message of XML Schema, without wildcards."""
    _, is_listed, listed = message.partition("Expected is ")
    for name in listed.partition("( ")[2].partition(" )")[0].split(", ") if is_listed else ():
        if name and "*" not in name and not name.startswith("##"):
            yield name


def _particles(model: Model) -> Iterator[str]:
    """A content model of a DTD in XML Schema."""
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
