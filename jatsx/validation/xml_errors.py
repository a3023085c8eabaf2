"""What is wrong with one value, attribute or id, and what a sentence about it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jatsx.findings.value_types import VALUE_TYPES
from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.element_names import attribute_value, called, line_of, text_of
from jatsx.validation.element_path import positions
from jatsx.validation.log import LogEntry
from jatsx.validation.schema import SchemaError

LONGEST = 400
"""How much of a schema's own words is worth showing, in characters."""

LONGEST_VALUE = 80
"""How much of a value is worth showing."""

MOST_CHOICES = 12
"""How many of the allowed values are worth showing, if they are all."""

MOST_ALIKE = 6
"""How many are, if there are more."""

_QUOTED = re.compile(r"'([^']*)'")
_ID = re.compile(r'"([^"]*)"|ID (\S+) already')
_KEYS = re.compile(r"key-sequence \['(.*)'\]")
_TYPE = re.compile(r"Type (\S+) doesn't allow")
_REFERENCE = "No match found"


def value_fault(entry: LogEntry, allowed: Sequence[str] = ()) -> SchemaError:
    """The error about an attribute, or about an element that holds a value.

    ``allowed`` are its values, where the schema's words don't list them.
    """
    element, attribute = entry.element, entry.attribute
    value = _value(entry)
    kind = _kind(entry, value)
    params = {
        "name": f"{called(element)}/@{attribute}" if attribute else called(element),
        "parent": called(element),
        "attribute": attribute or "",
        "value": shown(value),
        **_limits(entry.message, kind, value),
    }
    if kind == "value-choice" and allowed:
        params["choices"] = choices(allowed, value)
    path = (*positions(element), *((f"@{attribute}",) if attribute else ()))
    line = line_of(element) or entry.line
    return SchemaError(entry.message[:LONGEST], path, line, kind, FrozenMap(params))


def shown(value: str) -> str:
    """A value as a sentence quotes it: on one line, and no longer than is worth reading."""
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_VALUE else f"{flat[: LONGEST_VALUE - 1].rstrip()}…"


def choices(values: Sequence[str], value: str) -> str:
    """Allowed values as a hint lists them: of very many, those that are most like the value."""
    if len(values) <= MOST_CHOICES:
        return ", ".join(values)
    return ", ".join([*_most_like(value, values), "…"])


def _most_like(value: str, values: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    like = value.casefold()
    begun = sorted((one for one in values if like.startswith(one.casefold())), key=len)
    holding = sorted((one for one in values if like and like in one.casefold()), key=len)
    close = get_close_matches(value, values, MOST_ALIKE, cutoff=0.5)
    return list(dict.fromkeys([*reversed(begun), *close, *holding, *values]))[:MOST_ALIKE]


def _kind(entry: LogEntry, value: str) -> str:
    """The kind, told by what the value is where the schema's word says less."""
    kind, message = entry.kind, entry.message
    if kind in ("value-short", "value-form", "value-type", "value-choice") and not value:
        return "value-empty"
    if kind == "value-type" and not _type(message):
        return "value-form"
    if kind == "value-form" and "is not among the enumerated set" in message:
        return "value-choice"
    if kind == "value-repeated" and _REFERENCE in message:
        return "id-unknown"
    return kind


def _value(entry: LogEntry) -> str:
    message = entry.message
    if entry.kind.startswith("id-") and (found := _ID.search(message)):
        return found[1] or found[2] or ""
    if entry.kind == "value-repeated":
        found = _KEYS.search(message)
        return found[1] if found else ""
    if entry.attribute:
        return attribute_value(entry.element, entry.attribute) or ""
    return text_of(entry.element)


def _limits(message: str, kind: str, value: str) -> dict[str, str]:
    """What the schema asks, as far as its message says it."""
    if kind == "value-choice":
        return {"choices": choices(_QUOTED.findall(message.partition("the set {")[2]), value)}
    rest = message[:4_000].partition(f"'{value}'")[2] or message[:4_000]
    quoted = _QUOTED.findall(rest)
    last = quoted[-1] if quoted else ""
    if kind in ("value-long", "value-short", "value-length"):
        return {"limit": last, "length": str(len(value))}
    if kind in ("value-large", "value-small", "value-fixed"):
        return {"limit": last}
    if kind == "value-form":
        return {"form": last}
    if kind == "value-type":
        return {"type": _type(message)}
    return {}


def _type(message: str) -> str:
    """The type that a value should have, in plain words; empty where we have none for it."""
    relax_ng = _TYPE.match(message)
    named = relax_ng[1] if relax_ng else (_QUOTED.findall(message) or [""])[-1]
    name = named.rpartition(":")[2]
    return name if name in VALUE_TYPES else ""
