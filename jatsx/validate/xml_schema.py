"""XML documents against DTD, XML Schema and RELAX NG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file
from typing import TypeAlias

from lxml import etree

from jatsx.formats import Complaint, Schema
from jatsx.validate.shelf import compiled_xsd

LONGEST = 400
"""How much of a schema's own words is worth showing, in characters."""

_Compiled: TypeAlias = "etree.DTD | etree.XMLSchema | etree.RelaxNG"


def xml_complaints(document: bytes, schema: Schema) -> tuple[Complaint, ...]:
    """What an XML schema has against a document."""
    try:
        root = etree.fromstring(document, safe_parser())
    except etree.XMLSyntaxError as error:
        return (Complaint(f"it isn't well-formed XML: {error.msg}", line=error.lineno),)
    is_light = bool(schema.stubs) and schema.stubs_unless not in document
    compiled = _compiled(schema, is_light)
    if not compiled.validate(root):
        return tuple(_schema_complaints(root, compiled))
    return tuple(complaint for check in schema.checks for complaint in check(root))


def safe_parser() -> etree.XMLParser:
    """A parser that opens nothing but the bytes it is given."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False
    )


@cache
def _compiled(schema: Schema, is_light: bool) -> _Compiled:
    if schema.kind == "xsd":
        return compiled_xsd(schema, is_light)
    with as_file(schema.folder) as folder:
        path = str(folder / schema.name)
        return etree.DTD(file=path) if schema.kind == "dtd" else etree.RelaxNG(file=path)


def _schema_complaints(root: etree._Element, compiled: _Compiled) -> Iterator[Complaint]:
    tree = root.getroottree()
    log: Iterable[etree._LogEntry] = compiled.error_log  # type: ignore[assignment]
    for entry in log:
        yield Complaint(entry.message[:LONGEST], _path(tree, entry.path), entry.line)


def _path(tree: etree._ElementTree, xpath: str | None) -> tuple[int, ...]:
    """The positions that lead to an element, which libxml2 names by an XPath."""
    found = tree.xpath(xpath, namespaces=_prefixes(tree)) if xpath else None
    if not isinstance(found, list) or not found or not isinstance(found[0], etree._Element):
        return ()
    return positions(found[0])


def _prefixes(tree: etree._ElementTree) -> dict[str, str]:
    """The namespaces of a document by prefix, wherever they are declared."""
    elements = tree.iter(etree.Element)
    return {prefix: uri for one in elements for prefix, uri in one.nsmap.items() if prefix}


def positions(element: etree._Element) -> tuple[int, ...]:
    """The positions that lead from the root to an element, counted from 0, elements alone."""
    steps: list[int] = []
    parent = element.getparent()
    while parent is not None:
        steps.append(sum(1 for _ in element.itersiblings(etree.Element, preceding=True)))
        element, parent = parent, parent.getparent()
    return tuple(reversed(steps))
