"""jsonschema's errors in a word each, led to the very key or item."""

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
"""The kinds of error by the keyword of JSON Schema. Others are told in its own words."""

WHOLE: Final = "the document"
"""What stands for the name of what has none."""

_BRANCHES: Final = ("anyOf", "oneOf")
_SPACE: Final = re.compile(r"\s*\Z")


def faults(error: ValidationError, schema: Any) -> Iterator[SchemaError]:
    """One of jsonschema's errors as ours, one for each key that it is about.

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
            yield _schema_error(error, kind, (*path, key), name=key)
    elif kind == "part-unexpected":
        for key in _unexpected_keys(error):
            yield _schema_error(error, kind, (*path, key), name=key)
    else:
        yield _value_fault(error, kind, path)


def called(path: JsonPath) -> str:
    """The name of a value, as the last two keys that lead to it."""
    keys = [step for step in path if isinstance(step, str)]
    return "/".join(keys[-2:])


def _parent(path: JsonPath) -> str:
    keys = [step for step in path[:-1] if isinstance(step, str)]
    return keys[-1] if keys else WHOLE


def _schema_error(error: ValidationError, kind: str, path: JsonPath, **params: str) -> SchemaError:
    said = {"name": called(path) or WHOLE, "parent": _parent(path), **params}
    return SchemaError(error.message[:LONGEST], path, None, kind, FrozenMap(said))


def _value_fault(error: ValidationError, kind: str, path: JsonPath) -> SchemaError:
    value = error.instance if isinstance(error.instance, str) else _as_json(error.instance)
    asked: Any = error.validator_value
    is_sized = kind.startswith(("value-", "items-"))
    length = str(len(error.instance)) if is_sized and hasattr(error.instance, "__len__") else ""
    params = {"value": shown(value), "limit": str(asked)[:40], "length": length}
    if kind == "value-choice":
        allowed = asked if error.validator == "enum" else [asked]
        params["choices"] = choices([str(one) for one in allowed], value)
    if kind == "value-type":
        params["type"] = _types(asked)
    if kind.startswith("value-") and isinstance(error.instance, str) and _SPACE.match(value):
        kind = "value-empty"
    return _schema_error(error, kind, path, **params)


def _missing_keys(error: ValidationError) -> Iterator[str]:
    """The keys that are due and aren't there. jsonschema tells each in a sentence alone."""
    asked: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "dependentRequired":
        asked = [key for known, due in asked.items() if known in instance for key in due]
    missing = [key for key in asked if key not in instance]
    told = [key for key in missing if error.message.startswith(repr(key))]
    yield from told or missing


def _unexpected_keys(error: ValidationError) -> Iterator[str]:
    known = error.schema if isinstance(error.schema, Mapping) else {}
    patterns = known.get("patternProperties", {})
    for key in error.instance if isinstance(error.instance, Mapping) else ():
        is_known = key in known.get("properties", {})
        if not is_known and not any(re.search(pattern, key) for pattern in patterns):
            yield key


def _item_fault(error: ValidationError, kind: str, path: JsonPath, schema: Any) -> SchemaError:
    """An item that a list lacks or has too often, called by the values that the schema gives it."""
    wanted = error.schema.get("contains") if isinstance(error.schema, Mapping) else None
    names = list(_constants(wanted, schema))
    if not names:
        return _schema_error(error, kind, path)
    if kind == "part-missing" and len(names) > 1:
        kind = "choice-missing"
    place = (*path, names[0])
    return _schema_error(error, kind, place, name=names[0], names=", ".join(names))


def _constants(wanted: Any, schema: Any) -> Iterator[str]:
    """The texts that a part of a schema asks for: its ``const`` and ``enum``."""
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
    """The part of a schema that a reference inside it names; None for one outside."""
    if not reference.startswith("#/"):
        return None
    for step in reference[2:].split("/"):
        schema = schema.get(step.replace("~1", "/").replace("~0", "~"), {})
    return schema


def _types(asked: Any) -> str:
    names = [asked] if isinstance(asked, str) else list(asked)
    return " ".join(names)


def _as_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
