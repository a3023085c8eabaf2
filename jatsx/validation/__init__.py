"""A document against a schema: bundled, offline, blocking."""

from __future__ import annotations

from jatsx.validation.schema import Schema, SchemaError


def validate(document: bytes, schema: Schema, *, explain: bool = True) -> tuple[SchemaError, ...]:
    """What a schema has against a document; nothing where it is valid.

    Python checks are asked only of what the schema itself passed. ``explain`` is no where only the
    verdict matters: then the very child or attribute at fault isn't looked for.
    """
    if schema.kind == "json":
        from jatsx.validation.json_schema import json_schema_errors

        return json_schema_errors(document, schema)
    from jatsx.validation.xml_schema import xml_schema_errors

    return xml_schema_errors(document, schema, explain=explain)
