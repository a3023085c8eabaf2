"""Plain data into the model, with every fault of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jatsx.findings.finding import Finding, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Part, PerLanguage, TitledText
from jatsx.model.text import ILLEGAL, Prose, shown
from jatsx.readers.json_text import Number

PartType = TypeVar("PartType", bound=Part)


def parsed_part(
    kind: type[PartType], data: Mapping[str, Any]
) -> tuple[PartType | None, list[ShapeError]]:
    """The part of the model that the data describe, or None and what is wrong with them."""
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        return None, [ShapeError(kind, detail) for detail in error.errors(include_url=False)]


_TAGS_AT_FAULT = {
    "text-tag-unclosed": "<{tag}>",
    "text-tag-unopened": "</{tag}>",
    "text-tag-crossing": "</{closed}>",
    "text-tag-attributes": "{written}",
}
"""How the tag at fault was written, by the code of the fault."""


class ShapeError:
    """A fault of the data's shape: pydantic's detail in our words."""

    def __init__(self, kind: type[Part], detail: ErrorDetails) -> None:
        self.kind = kind
        self.detail = detail
        self.path: Path = tuple(step for step in detail["loc"] if step != "[key]")

    def finding(self, place: Place | None, prefix: Path = ()) -> Finding:
        """The finding, its field below ``prefix``."""
        code, params = self._code_and_params()
        return Finding(
            code,
            params=FrozenMap({"field": field_name(self.path), **params}),
            field=shown(format_path((*prefix, *self.path))),
            place=place,
            excerpt=self.excerpt,
        )

    @property
    def is_of_key(self) -> bool:
        """Whether the key is at fault, and not its value."""
        return self.detail["type"] == "extra_forbidden" or self.detail["loc"][-1:] == ("[key]",)

    @property
    def excerpt(self) -> str:
        """The tag at fault, where the value holds no other like it."""
        value, context = self.detail["input"], self.detail.get("ctx", {})
        tag = _TAGS_AT_FAULT.get(self.detail["type"], "").format_map(context)
        return tag if tag and isinstance(value, str) and value.count(tag) == 1 else ""

    def _code_and_params(self) -> tuple[str, dict[str, str]]:
        kind, value = self.detail["type"], self.detail["input"]
        context = self.detail.get("ctx", {})
        if kind == "extra_forbidden":
            return "field-unknown", {"suggestion": self._similar_field()}
        if kind == "missing":
            return "field-missing", {}
        if kind in ("string_pattern_mismatch", "string_unicode"):
            return "character-illegal", {"character": _illegal(value)}
        if kind == "string_type":
            return "value-not-text", {"found": _found(value), "suggestion": _as_text_hint(value)}
        if kind == "tuple_type":
            return "value-not-list", {"found": _found(value)}
        if kind in ("dict_type", "model_type"):
            hint = self._mapping_hint()
            return "value-not-mapping", {"found": _found(value), "suggestion": hint}
        if kind.startswith("bool"):
            return "value-not-flag", {}
        if kind.startswith(("int", "greater_than_equal")):
            return "value-not-count", {}
        if kind.startswith(("text-", "character-")):
            return kind, {name: str(param) for name, param in context.items()}
        return "value-unfit", {"detail": self.detail["msg"]}

    def _similar_field(self) -> str:
        fields = list(_fields_at(self.kind, self.path[:-1]))
        similar = get_close_matches(str(self.path[-1]), fields, n=1)
        if similar:
            return f"Did you mean {similar[0]}?"
        return f"Known here: {', '.join(fields)}."

    def _mapping_hint(self) -> str:
        name = self.path[-1] if self.path else "…"
        if _is_per_language(self.kind, self.path):
            return f"Say it in each language: {name}: {{kk: …, ru: …, en: …}}"
        fields = ", ".join(_fields_at(self.kind, self.path))
        return f"It has the fields: {fields}." if fields else ""


def field_name(path: Path) -> str:
    """What a message calls a field: its name with its language, without what stands around it."""
    fields = _field_names()
    last = next((n for n, step in enumerate(reversed(path)) if step in fields), len(path) - 1)
    return shown(format_path(path[len(path) - 1 - last :])) or "The file"


@cache
def _field_names() -> frozenset[str | int]:
    return frozenset(name for part in Part.__subclasses__() for name in part.model_fields)


def _found(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"{value}".lower()
    if isinstance(value, (int, float, Number)):
        return f"the number {_digits(value)}"
    if isinstance(value, dict):
        return "fields with values"
    return "a list" if isinstance(value, (list, tuple)) else "text"


def _as_text_hint(value: object) -> str:
    if isinstance(value, (bool, int, float, Number)):
        return f'Put it in quotes: "{_digits(value)}".'
    if isinstance(value, list):
        return "Only one value is possible here."
    return ""


def _digits(value: bool | int | float | Number) -> str:
    return value.written if isinstance(value, Number) else str(value).lower()


def _illegal(value: object) -> str:
    found = ILLEGAL.search(value) if isinstance(value, str) else None
    return f"U+{ord(found[0]):04X}" if found else "?"


def _fields_at(kind: type[Part], path: Path) -> Iterator[str]:
    part = _annotation_at(kind, path)
    if isinstance(part, type) and issubclass(part, Part):
        yield from part.model_fields


def _is_per_language(kind: type[Part], path: Path) -> bool:
    return get_origin(_annotation_at(kind, path)) is PerLanguage


def _annotation_at(kind: type[Part], path: Path) -> Any:
    """What the model wants at a path."""
    annotation: Any = kind
    for step in path:
        if isinstance(annotation, type) and issubclass(annotation, Part):
            field = annotation.model_fields.get(str(step))
            annotation = field.annotation if field else None
        else:
            annotation = next(iter(get_args(annotation)), None)
        annotation = _without_none(annotation)
        if get_args(annotation)[:1] == (Prose,):
            annotation = tuple[TitledText, ...]
    return annotation


def _without_none(annotation: Any) -> Any:
    arguments = get_args(annotation)
    if type(None) not in arguments:
        return annotation
    return next(argument for argument in arguments if argument is not type(None))
