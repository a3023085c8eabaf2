"""Every part of an article, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from jatsx.model.fieldpath import Path
from jatsx.model.part import Part


def parts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The part itself and every part inside it that says something, outside in, in order."""
    yield path, part
    for name in _fields_with_parts(type(part)):
        yield from _parts_in(getattr(part, name), (*path, name))


def _parts_in(value: object, path: Path) -> Iterator[tuple[Path, Part]]:
    if isinstance(value, Part):
        if value:
            yield from parts(value, path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _parts_in(item, (*path, key))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _parts_in(item, (*path, position))


@cache
def _fields_with_parts(part: type[Part]) -> tuple[str, ...]:
    fields = part.model_fields.items()
    return tuple(name for name, field in fields if _mentions_part(field.annotation))


def _mentions_part(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(_mentions_part(argument) for argument in get_args(annotation))
