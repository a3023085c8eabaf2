"""From jsonschema's errors to :class:`SchemaError`, with the exact key or item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from jsonschema import ValidationError
from jsonschema.exceptions import best_match

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import SchemaError
from jatsx.validation.xml_errors import LONGEST, choices, shown

JsonPath: TypeAlias = tuple[str | int, ...]

KINDS: Final = FrozenMap(
    {
        "maxLength": "value-long",
        "minLength": "value-short",
        "pattern": "value-form",
        "format": "value-form",
        "enum": "value-choice",
        "const": "value-choice",
        "maximum": "value-large",
        "exclusiveMaximum": "value-large",
        "minimum": "value-small",
        "exclusiveMinimum": "value-small",
        "multipleOf": "value-form",
        "type": "value-type",
        "uniqueItems": "items-repeated",
        "maxItems": "items-many",
        "minItems": "items-few",
        "maxContains": "part-repeated",
        "contains": "part-missing",
        "minContains": "part-missing",
        "required": "part-missing",
        "dependentRequired": "part-missing",
        "minProperties": "items-few",
        "maxProperties": "items-many",
        "additionalProperties": "part-unexpected",
        "unevaluatedProperties": "part-unexpected",
        "propertyNames": "part-unexpected",
        "items": "items-many",
        "unevaluatedItems": "items-many",
    }
)
"""The kinds of error by the keyword of JSON Schema. Others are shown with jsonschema's message."""

ROOT: Final = "$"
"""The name of a list that is the whole document, as in JSONPath."""

_BRANCHES: Final = ("anyOf", "oneOf")
_SPACE: Final = re.compile(r"\s*\Z")


def faults(error: ValidationError, schema: Any) -> Iterator[SchemaError]:
    """The errors for one error of jsonschema: one for each key that it is about.

    ``schema`` is the whole schema.
    """
    if error.validator in _BRANCHES and (nearest := best_match([error])) is not error:
        yield from faults(nearest, schema) if nearest else ()
        return
    kind, path = KINDS.get(str(error.validator), ""), tuple(error.absolute_path)
    if "ontains" in str(error.validator):
        yield _item_fault(error, kind, path, schema)
    elif kind == "part-missing":
        for key in _missing_keys(error):
            yield _schema_error(error, kind, (*path, key), name=key, property=key)
    elif kind == "part-unexpected":
        for key in _unexpected_keys(error):
            yield _schema_error(error, kind, (*path, key), name=key, property=key)
    else:
        yield _value_fault(error, kind, path)


def called(path: JsonPath) -> str:
    """The name of a value: the last two keys in its path. Empty for the whole document."""
    keys = [step for step in path if isinstance(step, str)]
    return "/".join(keys[-2:])


def _parent(path: JsonPath) -> str:
    """The last key before a value. Empty at the top level of the document."""
    keys = [step for step in path[:-1] if isinstance(step, str)]
    return keys[-1] if keys else ""


def _schema_error(error: ValidationError, kind: str, path: JsonPath, **params: str) -> SchemaError:
    """The error, without a ``name`` or ``parent`` that is the whole document."""
    names = {"name": called(path), "parent": _parent(path), **params}
    known = FrozenMap({param: value for param, value in names.items() if value})
    return SchemaError(error.message[:LONGEST], path, None, kind, known)


def _value_fault(error: ValidationError, kind: str, path: JsonPath) -> SchemaError:
    value = error.instance if isinstance(error.instance, str) else _as_json(error.instance)
    expected: Any = error.validator_value
    is_sized = kind.startswith(("value-", "items-"))
    length = str(len(error.instance)) if is_sized and hasattr(error.instance, "__len__") else ""
    limit = (
        str(expected)
        if isinstance(expected, (int, float)) and not isinstance(expected, bool)
        else ""
    )
    params = {"value": shown(value), "limit": limit, "length": length}
    if kind == "value-choice":
        allowed = expected if error.validator == "enum" else [expected]
        params |= choices([str(one) for one in allowed], value)
    if kind == "value-type":
        params["type"] = _types(expected)
    if kind.startswith("value-") and isinstance(error.instance, str) and _SPACE.match(value):
        kind = "value-empty"
    return _schema_error(error, kind, path, **params)


def _missing_keys(error: ValidationError) -> Iterator[str]:
    """The required keys that are missing. jsonschema reports each in a separate error."""
    expected: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "dependentRequired":
        expected = [key for known, keys in expected.items() if known in instance for key in keys]
    missing = [key for key in expected if key not in instance]
    named = [key for key in missing if error.message.startswith(repr(key))]
    yield from named or missing


def _unexpected_keys(error: ValidationError) -> Iterator[str]:
    known = error.schema if isinstance(error.schema, Mapping) else {}
    patterns = known.get("patternProperties", {})
    for key in error.instance if isinstance(error.instance, Mapping) else ():
        is_known = key in known.get("properties", {})
        if not is_known and not any(re.search(pattern, key) for pattern in patterns):
            yield key


def _item_fault(error: ValidationError, kind: str, path: JsonPath, schema: Any) -> SchemaError:
    """The error that an item is missing or appears too often. Its name is its constant values."""
    wanted = error.schema.get("contains") if isinstance(error.schema, Mapping) else None
    names = list(_constants(wanted, schema))
    if not names:
        return _schema_error(error, kind, path, list=called(path) or ROOT)
    if kind == "part-missing" and len(names) > 1:
        kind = "choice-missing"
    place = (*path, names[0])
    return _schema_error(error, kind, place, name=names[0], names=", ".join(names))


def _constants(wanted: Any, schema: Any) -> Iterator[str]:
    """The texts that a part of a schema requires by ``const`` and ``enum``."""
    if isinstance(wanted, Mapping):
        for key, value in wanted.items():
            if key == "$ref":
                yield from _constants(_referred(value, schema), schema)
            elif key == "const":
                yield str(value)
            elif key == "enum":
                yield from map(str, value)
            else:
                yield from _constants(value, schema)


def _referred(reference: str, schema: Any) -> Any:
    """The part of a schema that a reference points to; None if it is in another schema."""
    if not reference.startswith("#/"):
        return None
    for step in reference[2:].split("/"):
        schema = schema.get(step.replace("~1", "/").replace("~0", "~"), {})
    return schema


def _types(names: Any) -> str:
    return names if isinstance(names, str) else " ".join(names)


def _as_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
