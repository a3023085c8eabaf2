"""Checks that DataCite's JSON Schema does not express. They run after the schema.

Validators do not check the formats ``uri`` and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from jatsx import SchemaError
from jatsx.standards.dates import parse_date

ErrorPath: TypeAlias = tuple[str | int, ...]

_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[!#$&-;=?-Z_a-z~\[\]]|%[0-9A-Fa-f]{2})+\Z")
_URIS: Final = frozenset({"url", "schemeUri", "valueUri", "rightsUri", "awardUri"})
_TIME: Final = re.compile(r"T[0-9:.,]+(?:Z|[+-][0-9:]+)?\Z")
_NAMES: Final = frozenset({"title", "name", "subject", "description", "funderName"})


def addresses(document: Any) -> Iterator[SchemaError]:
    """URLs are valid URIs. Source: ``format: uri``."""
    for path, text in _texts(document):
        if path[-1] in _URIS and not _URI.match(text):
            yield SchemaError(f"{text} is not a valid URI", path)


def real_dates(document: Any) -> Iterator[SchemaError]:
    """Dates and ranges of dates are valid. Source: property 8, W3CDTF and RKMS-ISO8601."""
    for path, text in _texts(document):
        if path[-1] == "date" and not _is_date_or_range(text):
            yield SchemaError(f"{text} is not a valid date", path)


def filled_names(document: Any) -> Iterator[SchemaError]:
    """Titles, names and texts are not empty. Source: XML schema, ``nonemptyContentStringType``."""
    for path, text in _texts(document):
        if path[-1] in _NAMES and not text.strip():
            yield SchemaError(f"{path[-1]} is empty", path)


CHECKS: Final = (addresses, real_dates, filled_names)


def _is_date_or_range(text: str) -> bool:
    ends = text.split("/")
    return len(ends) <= 2 and any(ends) and all(not end or _is_date(end) for end in ends)


def _is_date(text: str) -> bool:
    return parse_date(_TIME.sub("", text)) is not None


def _texts(value: Any, path: ErrorPath = ()) -> Iterator[tuple[ErrorPath, str]]:
    """Every string that is the value of a key, with its path."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for n, item in enumerate(value):
            yield from _texts(item, (*path, n))
    elif isinstance(value, str) and path and isinstance(path[-1], str):
        yield path, value
