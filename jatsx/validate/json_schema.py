"""JSON documents against JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from jatsx.formats import Complaint, Schema
from jatsx.frozenmap import FrozenMap


def json_complaints(document: bytes, schema: Schema) -> tuple[Complaint, ...]:
    """What a JSON Schema has against a document."""
    try:
        value = json.loads(document.decode("utf-8"))
    except UnicodeDecodeError as error:
        params = FrozenMap({"offset": str(error.start)})
        detail = f"it isn't UTF-8 from byte {error.start} on"
        return (Complaint(detail, kind="encoding", params=params),)
    except json.JSONDecodeError as error:
        params = FrozenMap({"syntax": "JSON", "detail": error.msg})
        detail = f"it isn't JSON: {error.msg}"
        return (Complaint(detail, line=error.lineno, kind="syntax", params=params),)
    except RecursionError:
        return (Complaint("it is too deep", kind="depth"),)
    return tuple(_schema_complaints(value, schema)) or tuple(
        complaint for check in schema.checks for complaint in check(value)
    )


def _schema_complaints(value: Any, schema: Schema) -> Iterator[Complaint]:
    from jatsx.validate.causes import one_for_each_cause
    from jatsx.validate.json_faults import faults

    validator = _compiled(schema)
    found = (
        complaint
        for error in validator.iter_errors(value)
        for complaint in faults(error, validator.schema)
    )
    yield from one_for_each_cause(found)


@cache
def _compiled(schema: Schema) -> Draft202012Validator:
    text = (schema.folder / schema.name).read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
