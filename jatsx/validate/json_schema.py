"""JSON documents against JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from jatsx.formats import Complaint, Schema

LONGEST = 400
"""How much of a schema's own words is worth showing, in characters."""


def json_complaints(document: bytes, schema: Schema) -> tuple[Complaint, ...]:
    """What a JSON Schema has against a document."""
    try:
        value = json.loads(document.decode("utf-8"))
    except UnicodeDecodeError as error:
        return (Complaint(f"it isn't UTF-8 from byte {error.start} on"),)
    except json.JSONDecodeError as error:
        return (Complaint(f"it isn't JSON: {error.msg}", line=error.lineno),)
    except RecursionError:
        return (Complaint("it is too deep"),)
    return tuple(_schema_complaints(value, schema)) or tuple(
        complaint for check in schema.checks for complaint in check(value)
    )


def _schema_complaints(value: Any, schema: Schema) -> Iterator[Complaint]:
    for error in _compiled(schema).iter_errors(value):
        yield Complaint(error.message[:LONGEST], tuple(error.absolute_path))


@cache
def _compiled(schema: Schema) -> Draft202012Validator:
    text = (schema.folder / schema.name).read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
