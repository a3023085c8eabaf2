"""Of several errors about one cause, one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jatsx.validation.kinds import RANKS
from jatsx.validation.schema import SchemaError

_WHOLE: Final = frozenset({"part-unexpected", "parts-barred", "root-unknown"})
"""What is wrong with an element as such: what is inside it no longer matters."""


def one_for_each_cause(schema_errors: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """The errors without those that another one explains."""
    told = list(dict.fromkeys(schema_errors))
    refused = {one.path: one for one in reversed(told) if one.kind in _WHOLE}
    kept = [one for one in told if not _is_explained(one, refused)]
    values: dict[tuple[str | int, ...], SchemaError] = {}
    for one in sorted((one for one in kept if one.kind in RANKS), key=_rank):
        values.setdefault(one.path, one)
    yield from (one for one in kept if one.kind not in RANKS or values[one.path] is one)


def _is_explained(one: SchemaError, refused: dict[tuple[str | int, ...], SchemaError]) -> bool:
    """Whether the element itself, or one around it, is refused."""
    if _is_declaration(one):
        return True
    around = (one.path[:length] for length in range(len(one.path) + 1))
    by = next((refused[path] for path in around if path in refused), None)
    return by is not None and by is not one


def _is_declaration(one: SchemaError) -> bool:
    """Whether it is of a namespace's declaration: what declares it is told already."""
    return bool(one.path) and str(one.path[-1]).startswith("@xmlns")


def _rank(schema_error: SchemaError) -> int:
    return RANKS.index(schema_error.kind)
