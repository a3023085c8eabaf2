"""Validation of JSON documents against JSON Schema.

``jsonschema-rs`` is fast and decides whether a document is valid. ``jsonschema`` explains the
errors of invalid documents.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import Schema, SchemaError

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def json_schema_errors(document: bytes, schema: Schema) -> tuple[SchemaError, ...]:
    """The errors in a JSON document."""
    try:
        value = json.loads(document.decode("utf-8"))
    except UnicodeDecodeError as error:
        params = FrozenMap({"offset": str(error.start)})
        detail = f"not UTF-8: byte {error.start} cannot be read"
        return (SchemaError(detail, kind="encoding", params=params),)
    except json.JSONDecodeError as error:
        params = FrozenMap({"syntax": "JSON", "detail": error.msg})
        detail = f"not well-formed JSON: {error.msg}"
        return (SchemaError(detail, line=error.lineno, kind="syntax", params=params),)
    except RecursionError:
        return (SchemaError("nested too deeply", kind="depth"),)
    return (*_errors(value, schema), *schema.warned(value))


def _errors(value: Any, schema: Schema) -> tuple[SchemaError, ...]:
    if not _is_valid(value, schema):
        no_reason = SchemaError("the document is invalid; no reason is given")
        return _schema_errors(value, schema) or (no_reason,)
    return tuple(schema.checked(value))


def _is_valid(value: Any, schema: Schema) -> bool:
    try:
        return bool(_judge(schema).is_valid(value))
    except ValueError:  # half of a surrogate pair, or a number out of its range
        return _explainer(schema).is_valid(value)


def _schema_errors(value: Any, schema: Schema) -> tuple[SchemaError, ...]:
    from jatsx.validation.dedupe import one_for_each_cause
    from jatsx.validation.json_errors import faults
    from jatsx.validation.many_errors import first_errors

    validator = _explainer(schema)
    found = (
        schema_error
        for error in validator.iter_errors(value)
        for schema_error in faults(error, validator.schema)
    )
    return first_errors(tuple(one_for_each_cause(found)))


@cache
def _judge(schema: Schema) -> Any:
    return jsonschema_rs.validator_for(_read(schema))


@cache
def _explainer(schema: Schema) -> Validator:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import validator_for

    read = _read(schema)
    return validator_for(read, default=Draft202012Validator)(read)


def _read(schema: Schema) -> Any:
    return json.loads((schema.folder / schema.name).read_text(encoding="utf-8"))
