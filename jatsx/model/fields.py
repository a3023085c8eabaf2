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
from jatsx.model.part import FREE
from jatsx.model.text import Prose, Text

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


def is_known(path: Path | str) -> bool:
    """Whether the model has a field at a path of an article.

    >>> is_known("contributors[1].orcid"), is_known("contributors[1].orchid"), is_known("")
    (True, False, True)
    """
    annotation: Any = Article
    for step in parse_path(path) if isinstance(path, str) else path:
        annotation, _ = _stepped(_generic(_plain(annotation)), step)
        if annotation is None:
            return False
    return True


def _generic(annotation: Any) -> Any:
    """For a class of mappings, the type of the mapping that it is."""
    if isinstance(annotation, type) and issubclass(annotation, FrozenMap):
        return getattr(annotation, "__orig_bases__", (annotation,))[0]
    return annotation


def type_at(root: type[Part], path: Path) -> Any:
    """The type of the value at a path of a part, without None; None if the model has none there."""
    annotation: Any = root
    for step in path:
        annotation, _ = _stepped(_generic(_plain(annotation)), step)
        if annotation is None:
            return None
    return _generic(_plain(annotation))


def inner_type(held: Any) -> Any:
    """The type of the values in a list or mapping, without None."""
    return _generic(_plain(next(iter(get_args(held)), None)))


def part_at(root: type[Part], path: Path) -> type[Part] | None:
    """The class of the part at a path of a part; None if there is another value, or nothing.

    >>> part_at(Article, ("contributors", 0, "name", "kk")).__name__
    'PersonName'
    """
    held = type_at(root, path)
    return held if is_part(held) else None


def is_per_language(path: Path) -> bool:
    """Whether the keys of the mapping at a path are languages."""
    return field_of((*path, LANGUAGE)) == f"{field_of(path)}.{LANGUAGE}"


def is_free_text(path: Path, *, with_parts: bool = False) -> bool:
    """Whether the value at a path of an article is free text, not an identifier, code or date.

    Free text is every value in a language, text with markup, and what the model marks as
    :data:`~jatsx.model.part.PlainText`.

    Args:
        path: the path.
        with_parts: whether lists and mappings that contain free text count too.

    >>> is_free_text(("title", "kk")), is_free_text(("doi",)), is_free_text(("references", 0))
    (True, False, False)
    """
    annotation: Any = Article
    for step in path:
        annotation, general = _stepped(_plain(annotation), step)
        if annotation is None or general == f".{LANGUAGE}":
            return annotation is not None
    return _is_text(annotation) or (with_parts and _contains_text(annotation))


def _is_text(annotation: Any) -> bool:
    is_marked = any(FREE in getattr(one, "__metadata__", ()) for one in _with_inner(annotation))
    return is_marked or _plain(annotation) in (Text, Prose)


def _with_inner(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *get_args(annotation))


def _contains_text(annotation: Any) -> bool:
    """Whether a list or mapping contains free text."""
    plain = _plain(annotation)
    if is_part(plain):
        fields = (info.annotation for info in plain.model_fields.values())
        return any(_is_text(one) or _contains_text(one) for one in fields)
    if get_origin(plain) is PerLanguage:
        return True
    is_list = get_origin(plain) in (tuple, FrozenMap)
    return is_list and any(_is_text(one) or _contains_text(one) for one in get_args(plain)[:1])


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
