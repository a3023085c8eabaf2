"""Validation of a document against a schema, offline."""

from __future__ import annotations

from jatsx.validation.schema import Schema, SchemaError


def validate(document: bytes, schema: Schema, *, explain: bool = True) -> tuple[SchemaError, ...]:
    """The errors in a document, and warnings; without errors if it is valid.

    The checks in Python run only if the document is valid against the schema itself. Without
    ``explain``, the result only says whether there are errors: the incorrect child or attribute is
    not searched for.
    """
    if not schema.is_file:
        return (*schema.checked(document), *schema.warned(document))
    if schema.kind == "json":
        from jatsx.validation.json_schema import json_schema_errors

        return json_schema_errors(document, schema)
    from jatsx.validation.xml_schema import xml_schema_errors

    return xml_schema_errors(document, schema, explain=explain)
