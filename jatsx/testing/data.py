"""Values in the data of an article: finding them, and copies with another value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jatsx.model.fieldpath import Path
from jatsx.model.fields import is_per_language


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that is not blank and contains no other values, with its path."""
    for found, value in nodes(data, path):
        is_container = isinstance(value, (Mapping, list, tuple))
        if not is_container and (not isinstance(value, str) or value.strip()):
            yield found, value


def nodes(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value with its path, from the outside in."""
    yield path, data
    if isinstance(data, (Mapping, list, tuple)):
        for step, item in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from nodes(item, (*path, step))


def per_language(data: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every value in several languages, with its path."""
    for path, value in nodes(data):
        if isinstance(value, Mapping) and is_per_language(path):
            yield path, value


def value_at(data: Any, path: Path) -> Any:
    """The value at a path; None if there is none."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def with_value(data: Any, path: Path, value: Any) -> Any:
    """A copy of the data with another value at a path."""
    if not path:
        return value
    return _rebuilt(data, path[0], lambda item: with_value(item, path[1:], value))


def without_value(data: Any, path: Path) -> Any:
    """A copy of the data without a value, and without containers that become empty."""
    step, rest = path[0], path[1:]
    if not rest or not without_value(data[step], rest):
        return _dropped(data, step)
    return _rebuilt(data, step, lambda item: without_value(item, rest))


def _rebuilt(data: Any, step: str | int, change: Callable[[Any], Any]) -> Any:
    if isinstance(data, Mapping):
        return {key: change(item) if key == step else item for key, item in data.items()}
    return [change(item) if position == step else item for position, item in enumerate(data)]


def _dropped(data: Any, step: str | int) -> Any:
    if isinstance(data, Mapping):
        return {key: item for key, item in data.items() if key != step}
    return [item for position, item in enumerate(data) if position != step]
