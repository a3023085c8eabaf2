"""The rich article with long lists: many contributors, references, keywords, awards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx.model.fieldpath import Path
from jatsx.model.fields import field_of
from jatsx.testing.data import with_value

COPIES: Final[Mapping[str, int]] = {
    "contributors": 45,
    "affiliations": 25,
    "references": 35,
    "references[].work.authors": 12,
    "keywords.LANG": 35,
    "funding": 6,
    "funding[].awards": 4,
    "relations": 12,
}
"""How often a list contains its first item."""


def crowded(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data with long lists. The first item is also the last one.

    Each contributor has one affiliation, in an order that is not that of the affiliations.
    """
    found: Any = _crowded(data, ())
    for position, _ in enumerate(found["affiliations"]):
        found = with_value(found, ("affiliations", position, "id"), f"place-{position}")
    number = len(found["affiliations"])
    for position, contributor in enumerate(found["contributors"]):
        if contributor.get("affiliations"):
            is_other = not is_copy(("contributors", position), found)
            own = f"place-{affiliation_of(0 if is_other else position, number)}"
            found = with_value(found, ("contributors", position, "affiliations"), [own])
    return found  # type: ignore[no-any-return]


def affiliation_of(contributor: int, number: int) -> int:
    """The position of the affiliation of a contributor, of a number of affiliations."""
    return contributor * 7 % number


def is_copy(path: Path, data: Mapping[str, Any]) -> bool:
    """Whether a value belongs to copies of first items only, in each long list that contains it."""
    return all(
        step == 0 or step >= _originals(path[:n], data)
        for n, step in enumerate(path)
        if isinstance(step, int) and field_of(path[:n]) in COPIES
    )


def _originals(path: Path, data: Any) -> int:
    """The number of items of a list before it was made longer."""
    for step in path:
        data = data[step]
    return len(data) - COPIES[field_of(path)] + 1


def _crowded(data: Any, path: Path) -> Any:
    if isinstance(data, Mapping):
        return {key: _crowded(item, (*path, key)) for key, item in data.items()}
    if not isinstance(data, (list, tuple)) or not data:
        return data
    items = [_crowded(item, (*path, position)) for position, item in enumerate(data)]
    return [*items, *items[:1] * (COPIES.get(field_of(path), 1) - 1)]
