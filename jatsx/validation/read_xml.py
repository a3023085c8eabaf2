"""Reading an XML document before it is validated.

Nothing but the document and its schema is read. Namespaces, attributes and entities that the
document's DTD declares are taken from the DTD that it is validated against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Final, TypeAlias

from lxml import etree

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import Schema, SchemaError

SCHEME: Final = "dtd:/"
"""A URL scheme that libxml2 cannot load itself. The modules of a DTD are resolved against it."""

UNDEFINED: Final = ("WAR_UNDECLARED_ENTITY", "ERR_UNDECLARED_ENTITY")
"""libxml2's types of errors about an entity that is not defined."""

DoctypeIds: TypeAlias = tuple[str | None, str | None]
"""The system identifier and the public identifier of a document type declaration."""

_REFERENCE: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);|#)|\0|\A[^\xef\s<]")
"""Bytes of documents that may refer to entities: a reference, or the start of a document in another
kind of encoding than ASCII, in which references look different."""

_ENTITY: Final = re.compile(r"'([^']+)'")


def read_root(document: bytes, schema: Schema) -> etree._Element | tuple[SchemaError, ...]:
    """The root element of a document, or why the document cannot be validated."""
    parser = safe_parser()
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        if _declaration(document) is None:
            return (_syntax_error(error),)
    else:
        if not _REFERENCE.search(document) or not _has_open_entities(root, parser):
            return root
    return _read_with_dtd(document, schema)


def safe_parser() -> etree.XMLParser:
    """A parser that loads no DTD, entity or URL."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False
    )


def _has_open_entities(root: etree._Element, parser: etree.XMLParser) -> bool:
    """Whether the document has entities whose content is not in the tree."""
    if root.getroottree().docinfo.internalDTD is None:
        return False
    return next(root.iter(etree.Entity), None) is not None or bool(_undefined(parser))


def _declaration(document: bytes) -> DoctypeIds | None:
    """The document type declaration, also of a document that is not well-formed; None without."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True)
    root: Any = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(document, parser)
    info = None if root is None else root.getroottree().docinfo
    if info is None or info.internalDTD is None:
        return None
    return info.system_url, info.public_id


def _read_with_dtd(document: bytes, schema: Schema) -> etree._Element | tuple[SchemaError, ...]:
    """The root with all entities resolved. Nothing outside the document and its DTD is read."""
    resolver = _DtdResolver(schema, _declaration(document))
    parser = etree.XMLParser(
        resolve_entities=True, load_dtd=True, attribute_defaults=True, no_network=True
    )
    parser.resolvers.add(resolver)
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        if not (undefined := _undefined(parser)):
            return (_syntax_error(error),)
        return tuple(_undefined_entities(undefined, resolver.unread))
    return tuple(_unread_files(resolver.unread)) or root


class _DtdResolver(etree.Resolver):
    """Loads the DTD of a schema for the DTD that a document declares, and nothing else."""

    def __init__(self, schema: Schema, declared: DoctypeIds | None) -> None:
        self.schema = schema
        self.declared = declared
        self.unread: list[str] = []

    def resolve(self, system_url: str, public_id: str | None, context: Any = None) -> Any:
        name = self._name(system_url, public_id)
        if name is None:
            self.unread.append(system_url)
            return self.resolve_string("", context, base_url=SCHEME)  # not resolve_empty: it loads
        content = (self.schema.folder / name).read_bytes()
        return self.resolve_string(content, context, base_url=SCHEME + name)

    def _name(self, system_url: str, public_id: str | None) -> str | None:
        """The file for a URL in the schema's folder; None if it is not part of the DTD."""
        if self.schema.kind != "dtd":
            return None
        if system_url.startswith(SCHEME):
            return system_url.removeprefix(SCHEME)
        return self.schema.name if (system_url, public_id) == self.declared else None


def _undefined(parser: etree.XMLParser) -> list[Any]:
    """The errors of a parser about entities that are not defined."""
    log: Iterable[Any] = parser.error_log
    return [entry for entry in log if entry.type_name in UNDEFINED]


def _undefined_entities(entries: Iterable[Any], unread: list[str]) -> Iterator[SchemaError]:
    """An error for each entity that is not defined; or for files that may define it."""
    if unread:
        yield from _unread_files(unread)
        return
    first = {
        found[1]: one for one in reversed([*entries]) if (found := _ENTITY.search(one.message))
    }
    for name, entry in sorted(first.items(), key=lambda item: item[1].line):
        params = FrozenMap({"entity": name})
        yield SchemaError(entry.message, (), entry.line, "entity-undefined", params)


def _unread_files(unread: Iterable[str]) -> Iterator[SchemaError]:
    """An error for each file that the document includes and that was not read."""
    for url in dict.fromkeys(unread):
        params = FrozenMap({"file": url})
        yield SchemaError(f"{url} was not read", kind="entity-unread", params=params)


def _syntax_error(error: etree.XMLSyntaxError) -> SchemaError:
    params = FrozenMap({"syntax": "XML", "detail": error.msg or ""})
    return SchemaError(f"not well-formed XML: {error.msg}", (), error.lineno, "syntax", params)
