"""Compiling an XML Schema from the files of one folder."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from lxml import etree

from jatsx.findings.surroundings import raise_surroundings
from jatsx.validation.schema import Schema

CompiledSchema: TypeAlias = "etree.DTD | etree.XMLSchema | etree.RelaxNG"

SCHEME: Final = "schema:/"
"""A URL scheme that libxml2 cannot load itself. Relative imports are resolved against it."""


class _Resolver(etree.Resolver):
    """Loads a schema and its imports from one folder, and nothing else."""

    def __init__(self, schema: Schema, variant: str) -> None:
        self.schema = schema
        self.variant = variant
        self.unknown: list[str] = []
        self.interruption: BaseException | None = None

    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:  # noqa: ARG002
        loader = self.schema.loader
        name = loader.addresses.get(system_url, system_url.removeprefix(SCHEME))
        try:
            if name.startswith("/") or ":" in name or ".." in name.split("/"):
                raise FileNotFoundError(name)
            content = loader.read(self.schema.folder, name, self.variant)
        except OSError as error:
            raise_surroundings(error)
            self.unknown.append(system_url)
            raise  # or libxml2 would try to load the URL itself
        except BaseException as error:
            self.interruption = error  # of a signal; lxml forgets it while it compiles a schema
            raise
        return self.resolve_string(content, context, base_url=SCHEME + name)


def compiled_xsd(schema: Schema, variant: str) -> etree.XMLSchema:
    """A variant of a schema, compiled.

    Raises:
        LookupError: the schema imports a file that is not in its folder.
        lxml.etree.XMLSchemaParseError: it is not a valid XML Schema 1.0.
    """
    resolver = _Resolver(schema, variant)
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(resolver)
    try:
        return etree.XMLSchema(etree.parse(SCHEME + schema.name, parser))
    except (etree.XMLSchemaParseError, OSError) as error:
        if resolver.interruption is not None:
            raise resolver.interruption from None
        if resolver.unknown:
            missing = resolver.unknown[0]
            detail = f"{schema.name} imports {missing}, which is not in its folder"
            raise LookupError(detail) from error
        raise
