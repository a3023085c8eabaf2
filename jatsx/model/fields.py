"""The fields of the model, and the field of a path in an article.

A field is written without positions and keys, for example ``contributors[].name.LANG.family``.
LANG means any language, KEY any other key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from jatsx.model import Article, Part, PerLanguage
from jatsx.model.fieldpath import Path, parse_path
from jatsx.model.frozenmap import FrozenMap

LANGUAGE = "LANG"
KEY = "KEY"


@dataclass(frozen=True, slots=True)
class Field:
    """A field without fields inside: its path, and its name in its part of the model."""

    path: str
    part: type[Part]
    name: str


def fields(part: type[Part] = Article, path: str = "") -> Iterator[Field]:
    """Every field below a part of the model, in the order of the classes."""
    for name, info in part.model_fields.items():
        steps, held = unfolded(info.annotation)
        inner = f"{path}.{name}{steps}".removeprefix(".")
        if is_part(held):
            yield from fields(held, inner)
        else:
            yield Field(inner, part, name)


def field_of(path: Path | str) -> str:
    """The field of a path in an article.

    >>> field_of("contributors[1].name.kk.family"), field_of("identifiers.edn")
    ('contributors[].name.LANG.family', 'identifiers.KEY')
    """
    steps = list(parse_path(path) if isinstance(path, str) else path)
    annotation: Any = Article
    parts: list[str] = []
    while steps:
        annotation, general = _stepped(_plain(annotation), steps.pop(0))
        if annotation is None:
            break
        parts.append(general)
    return "".join(parts).removeprefix(".")


def is_per_language(path: Path) -> bool:
    """Whether the keys of the mapping at a path are languages."""
    return field_of((*path, LANGUAGE)) == f"{field_of(path)}.{LANGUAGE}"


def unfolded(annotation: Any) -> tuple[str, Any]:
    """The steps through a field's lists and mappings, and the innermost type."""
    plain = _plain(annotation)
    inner, general = _stepped(plain, 0) if not is_part(plain) else (None, "")
    if inner is None:
        return "", plain
    steps, held = unfolded(inner)
    return general + steps, held


def is_part(annotation: Any) -> bool:
    """Whether an annotation is a class of the model."""
    return isinstance(annotation, type) and issubclass(annotation, Part)


def _stepped(annotation: Any, step: str | int) -> tuple[Any, str]:
    """The type one step further inside, and the general step; None for a plain value."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_part(annotation):
        field = annotation.model_fields.get(str(step))
        return (field.annotation, f".{step}") if field else (None, "")
    if origin is tuple:
        return arguments[0], "[]"
    if origin is PerLanguage:
        return arguments[0], f".{LANGUAGE}"
    if origin is FrozenMap:
        return arguments[0], f".{KEY}"
    return None, ""


def _plain(annotation: Any) -> Any:
    """The annotation without None and without the metadata of pydantic."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if NoneType in get_args(annotation):
        return _plain(next(one for one in get_args(annotation) if one is not NoneType))
    return annotation
