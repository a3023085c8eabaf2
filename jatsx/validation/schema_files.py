"""XML Schemas compiled from one folder, without a look elsewhere."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from jatsx.validation.schema import Schema

SCHEME: Final = "shelf:/"
"""Addresses that libxml2 has no loader of its own for; relative imports resolve under it."""


class _Shelf(etree.Resolver):
    """Serves a schema and its imports by name from one folder, and refuses all else."""

    def __init__(self, schema: Schema, is_light: bool, is_rearranged: bool) -> None:
        self.schema = schema
        self.stubs = schema.stubs if is_light else {}
        rearranged = schema.rearranged if is_rearranged else None
        self.forms = [form for form in (schema.read_as, rearranged) if form is not None]
        self.unknown: list[str] = []

    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:  # noqa: ARG002
        name = self.schema.places.get(system_url, system_url.removeprefix(SCHEME))
        try:
            content = self.stubs[name] if name in self.stubs else self.read(name)
        except OSError:
            self.unknown.append(system_url)
            raise  # or libxml2 would look for the address itself
        for form in self.forms:
            content = form(name, content)
        return self.resolve_string(content, context, base_url=SCHEME + name)

    def read(self, name: str) -> bytes:
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise FileNotFoundError(name)
        return (self.schema.folder / name).read_bytes()


def compiled_xsd(
    schema: Schema, *, is_light: bool = False, is_rearranged: bool = False
) -> etree.XMLSchema:
    """The compiled schema; the light form of it takes the stubs for what they stand for.

    Rearranged, it judges faster and explains less.

    Raises:
        LookupError: the schema imports something that its folder doesn't hold.
        lxml.etree.XMLSchemaParseError: it is no XML Schema 1.0.
    """
    shelf = _Shelf(schema, is_light, is_rearranged)
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(shelf)
    try:
        return etree.XMLSchema(etree.parse(SCHEME + schema.name, parser))
    except (etree.XMLSchemaParseError, OSError) as error:
        if shelf.unknown:
            missing = shelf.unknown[0]
            raise LookupError(f"{schema.name} asks for {missing}, which isn't there") from error
        raise
