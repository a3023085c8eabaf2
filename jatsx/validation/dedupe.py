"""Removing errors that have the same cause as another error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jatsx.validation.kinds import RANKS
from jatsx.validation.schema import SchemaError

_WHOLE: Final = frozenset({"part-unexpected", "parts-barred", "root-unknown"})
"""Errors about an element as a whole. Errors inside it are not reported."""


def one_for_each_cause(schema_errors: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """The errors without those that have the same cause as another one."""
    distinct = list(dict.fromkeys(schema_errors))
    refused = {one.path: one for one in reversed(distinct) if one.kind in _WHOLE}
    kept = [one for one in distinct if not _is_explained(one, refused)]
    values: dict[tuple[str | int, ...], SchemaError] = {}
    for one in sorted((one for one in kept if one.kind in RANKS), key=_rank):
        values.setdefault(one.path, one)
    yield from (one for one in kept if one.kind not in RANKS or values[one.path] is one)


def _is_explained(one: SchemaError, refused: dict[tuple[str | int, ...], SchemaError]) -> bool:
    """Whether there is another error about the element as a whole, or about one around it."""
    if _is_declaration(one):
        return True
    around = (one.path[:length] for length in range(len(one.path) + 1))
    by = next((refused[path] for path in around if path in refused), None)
    return by is not None and by is not one


def _is_declaration(one: SchemaError) -> bool:
    """Whether it is about the declaration of a namespace, whose element is reported too."""
    return bool(one.path) and str(one.path[-1]).startswith("@xmlns")


def _rank(schema_error: SchemaError) -> int:
    return RANKS.index(schema_error.kind)
