"""The first errors of a document with many errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import SchemaError

MOST_EXPLAINED: Final = 100
"""How many errors of a document are explained. The others are counted."""


def first_errors(found: Sequence[SchemaError], *, more: int = 0) -> tuple[SchemaError, ...]:
    """The first errors; then, if there are more, one with their number.

    ``more`` are errors that are counted, but not in ``found``.
    """
    more += max(0, len(found) - MOST_EXPLAINED)
    return (*found[:MOST_EXPLAINED], *((_more(more),) if more else ()))


def _more(count: int) -> SchemaError:
    params = FrozenMap({"count": str(count)})
    return SchemaError(f"{count} more errors", kind="errors-more", params=params)
