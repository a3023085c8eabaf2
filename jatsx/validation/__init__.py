"""A document against a schema: bundled, offline, blocking."""

from __future__ import annotations

from jatsx.validation.schema import Schema, SchemaError


def validate(document: bytes, schema: Schema, *, explain: bool = True) -> tuple[SchemaError, ...]:
    """The errors that a schema reports of a document; none if it is valid.

    The schema's checks in Python run only on what the schema itself allows. Without ``explain``
    only the verdict matters: the child or attribute at fault isn't looked for.
    """
    if schema.kind == "json":
        from jatsx.validation.json_schema import json_schema_errors

        return json_schema_errors(document, schema)
    from jatsx.validation.xml_schema import xml_schema_errors

    return xml_schema_errors(document, schema, explain=explain)
