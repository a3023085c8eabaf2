"""What is wrong with one value, attribute or id, and what a sentence about it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jatsx.formats import Complaint
from jatsx.frozenmap import FrozenMap
from jatsx.validate.kinds import TYPES
from jatsx.validate.log import Entry
from jatsx.validate.names import attribute_value, called, line_of, positions, text_of

LONGEST = 400
"""How much of a schema's own words is worth showing, in characters."""

LONGEST_VALUE = 80
"""How much of a value is worth showing."""

MOST_CHOICES = 12
"""How many of the allowed values are worth showing."""

_QUOTED = re.compile(r"'([^']*)'")
_ID = re.compile(r'"([^"]*)"|ID (\S+) already')
_KEYS = re.compile(r"key-sequence \['(.*)'\]")
_TYPE = re.compile(r"Type (\S+) doesn't allow")
_REFERENCE = "No match found"


def value_fault(entry: Entry, allowed: Sequence[str] = ()) -> Complaint:
    """The complaint about an attribute, or about an element that holds a value.

    ``allowed`` are its values, where the schema's words don't list them.
    """
    element, attribute = entry.element, entry.attribute
    value = _value(entry)
    kind = _kind(entry, value)
    params = {
        "name": f"{called(element)}/@{attribute}" if attribute else called(element),
        "parent": called(element),
        "value": shown(value),
        **_limits(entry.message, kind, value),
    }
    if kind == "value-choice" and allowed:
        params["choices"] = choices(allowed)
    path = (*positions(element), *((f"@{attribute}",) if attribute else ()))
    line = line_of(element) or entry.line
    return Complaint(entry.message[:LONGEST], path, line, kind, FrozenMap(params))


def shown(value: str) -> str:
    """A value as a sentence quotes it: on one line, and no longer than is worth reading."""
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_VALUE else f"{flat[: LONGEST_VALUE - 1].rstrip()}…"


def choices(values: Sequence[str]) -> str:
    """Allowed values as a sentence lists them."""
    return ", ".join(values[:MOST_CHOICES]) + (", …" if len(values) > MOST_CHOICES else "")


def _kind(entry: Entry, value: str) -> str:
    """The kind, told by what the value is where the schema's word says less."""
    kind, message = entry.kind, entry.message
    if kind in ("value-short", "value-form", "value-type", "value-choice") and not value:
        return "value-empty"
    if kind == "value-form" and "is not among the enumerated set" in message:
        return "value-choice"
    if kind == "value-repeated" and _REFERENCE in message:
        return "id-unknown"
    return kind


def _value(entry: Entry) -> str:
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
        relax_ng = _TYPE.match(message)
        named = relax_ng[1] if relax_ng else last.rpartition(":")[2]
        return {"type": TYPES.get(named, named)}
    if kind == "value-choice":
        return {"choices": choices(_QUOTED.findall(rest.partition("{")[2]))}
    return {}
