"""Errors about one value, attribute or id, with the params of their messages."""

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
"""How many characters of a schema library's message are shown."""

LONGEST_VALUE = 80
"""How many characters of a value are shown."""

MOST_CHOICES = 12
"""Up to this number, all allowed values are shown."""

MOST_SIMILAR = 6
"""How many are shown if there are more."""

_QUOTED = re.compile(r"'([^']*)'")
_ID = re.compile(r'"([^"]*)"|ID (\S+) already')
_KEYS = re.compile(r"key-sequence \['(.*)'\]")
_TYPE = re.compile(r"Type (\S+) doesn't allow")
_REFERENCE = "No match found"


def value_fault(entry: LogEntry, allowed: Sequence[str] = ()) -> SchemaError:
    """The error about an attribute or about the value of an element.

    ``allowed`` are the allowed values, if the message of libxml2 does not list them.
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
        params |= choices(allowed, value)
    path = (*positions(element), *((f"@{attribute}",) if attribute else ()))
    line = line_of(element) or entry.line
    return SchemaError(entry.message[:LONGEST], path, line, kind, FrozenMap(params))


def shown(value: str) -> str:
    """A value as messages show it: on one line, and shortened if it is long."""
    flat = " ".join(value.split())
    return flat if len(flat) <= LONGEST_VALUE else f"{flat[: LONGEST_VALUE - 1].rstrip()}…"


def choices(values: Sequence[str], value: str) -> dict[str, str]:
    """The param ``choices``: all allowed values. If there are many, ``similar``: similar ones."""
    if not values:
        return {}
    if len(values) <= MOST_CHOICES:
        return {"choices": ", ".join(values)}
    return {"similar": ", ".join(_most_similar(value, values))}


def _most_similar(value: str, values: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    folded = value.casefold()
    prefixes = sorted((one for one in values if folded.startswith(one.casefold())), key=len)
    longer = sorted((one for one in values if folded and folded in one.casefold()), key=len)
    close = get_close_matches(value, values, MOST_SIMILAR, cutoff=0.5)
    return list(dict.fromkeys([*reversed(prefixes), *close, *longer, *values]))[:MOST_SIMILAR]


def _kind(entry: LogEntry, value: str) -> str:
    """The kind of error, more exact than that of the log entry where the value allows it."""
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
    """The limits or allowed values that the message of libxml2 gives."""
    if kind == "value-choice":
        return choices(_QUOTED.findall(message.partition("the set {")[2]), value)
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
    """The code of the type that a value must have; empty if it is not in ``VALUE_TYPES``."""
    relax_ng = _TYPE.match(message)
    named = relax_ng[1] if relax_ng else (_QUOTED.findall(message) or [""])[-1]
    name = named.rpartition(":")[2]
    return name if name in VALUE_TYPES else ""
