"""What a row of a list is about, in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

MOST: Final = 3
LONGEST: Final = 160
_OF_NAMES: Final = ("family", "given", "patronymic")


def row_texts(row: Any) -> list[str]:
    """The first texts of a row: the names of a person, or the text of a reference."""
    found = list(dict.fromkeys(one for one in _texts(row) if one))[:MOST]
    return [one if len(one) <= LONGEST else f"{one[:LONGEST]}…" for one in found]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        names = [value.get(name) for name in _OF_NAMES]
        own = [str(one) for one in names if isinstance(one, str)]
        if own:
            yield " ".join(own)
            return
        preferred = [value[name] for name in ("name", "text", "group") if value.get(name)]
        for inner in preferred or value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield " ".join(str(value).split())
