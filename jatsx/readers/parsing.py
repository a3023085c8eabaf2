"""Parsing plain data into the model. All errors are found at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article, Issue, Journal
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Part, PerLanguage, TitledText
from jatsx.model.text import ILLEGAL, Prose, shown
from jatsx.readers.forms import is_person, list_form, mapping_form, pair_form, text_form
from jatsx.readers.json_text import Number
from jatsx.readers.similar_fields import similar_field
from jatsx.readers.yaml_names import LANGUAGE
from jatsx.standards.languages import USUAL

PartType = TypeVar("PartType", bound=Part)


def parsed_part(
    kind: type[PartType], data: Mapping[str, Any]
) -> tuple[PartType | None, list[ShapeError]]:
    """The part of the model that the data describes, or None and the errors in the data."""
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
"""The incorrect tag as it was written, by the code of the error."""


class ShapeError:
    """An error in the structure of the data, made from pydantic's error."""

    def __init__(self, kind: type[Part], detail: ErrorDetails) -> None:
        self.kind = kind
        self.detail = detail
        self.path: Path = tuple(step for step in detail["loc"] if step != "[key]")

    def finding(self, place: Place | None, prefix: Path = ()) -> Finding:
        """The finding. ``prefix`` is the path from the article to the data."""
        code, params = self._code_and_params()
        return Finding(
            code,
            params=FrozenMap({**self._field_param(), **params}),
            field=shown(format_path((*prefix, *self.path))),
            place=place,
            excerpt=self.excerpt,
        )

    def _field_param(self) -> dict[str, str]:
        """The name of the field; an unknown name as it was written."""
        is_odd = self.detail["type"] == "extra_forbidden" and not str(self.path[-1]).isascii()
        name = shown(str(self.path[-1])) if is_odd else field_name(self.path)
        return {"field": name} if name else {}

    @property
    def is_of_key(self) -> bool:
        """Whether the error is in a key, not in its value."""
        return self.detail["type"] == "extra_forbidden" or self.detail["loc"][-1:] == ("[key]",)

    @property
    def is_missing(self) -> bool:
        """Whether the error is that the value is missing."""
        return self.detail["type"] == "missing"

    @property
    def excerpt(self) -> str:
        """The incorrect tag, if the value contains it only once; else empty."""
        value, context = self.detail["input"], self.detail.get("ctx", {})
        tag = _TAGS_AT_FAULT.get(self.detail["type"], "").format_map(context)
        return tag if tag and isinstance(value, str) and value.count(tag) == 1 else ""

    def _code_and_params(self) -> tuple[str, dict[str, str]]:
        kind, value = self.detail["type"], self.detail["input"]
        context = self.detail.get("ctx", {})
        if kind == "extra_forbidden":
            return "field-unknown", self._known_fields()
        if kind == "missing":
            return "field-missing", {}
        if kind in ("string_pattern_mismatch", "string_unicode"):
            return "character-illegal", {"character": _illegal(value)}
        if kind == "string_type":
            return "value-not-text", {"found": json_type(value), **self._written(value)}
        if kind == "tuple_type":
            return "value-not-list", {"found": json_type(value), **self._list_form(value)}
        if kind in ("dict_type", "model_type"):
            found = {"found": json_type(value)}
            return "value-not-mapping", {**found, **self._form(value), **self._expected_keys()}
        if kind.startswith("bool"):
            return "value-not-flag", {}
        if kind.startswith(("int", "greater_than_equal")):
            return "value-not-count", {}
        if kind.startswith(("text-", "character-")):
            return kind, {name: str(param) for name, param in context.items()}
        return "value-unfit", {"detail": self.detail["msg"]}

    def _known_fields(self) -> dict[str, str]:
        """The known field most similar to an unknown one; if none is similar, all known ones."""
        fields, written = list(_fields_at(self.kind, self.path[:-1])), str(self.path[-1])
        if written in USUAL:
            return {"tag": written}
        is_of_article = self.kind is Article and len(self.path) == 1
        file = _file_with(written) if is_of_article else None
        if file is not None:
            return {"file": file}
        similar = similar_field(written, fields)
        return {"similar": similar} if similar else {"fields": ", ".join(fields)}

    def _form(self, value: object) -> dict[str, str]:
        """A text in the form that the model expects, for example ``{first: 115, last: 123}``."""
        annotation = _annotation_at(self.kind, self.path)
        last = self.path[-1] if self.path else None
        tag = last if isinstance(last, str) and LANGUAGE.match(last) else None
        form = mapping_form(annotation, value, tag)
        if form is None:
            return {}
        name = "- " if isinstance(last, int) else f"{last}: "
        return {"person" if is_person(annotation) else "form": f"{name}{form}"}

    def _written(self, value: object) -> dict[str, str]:
        """The value as text: a number as it was written, a text in square brackets."""
        is_text = _is_per_language(self.kind, self.path[:-1])
        form = text_form(value) if is_text else None
        in_list = _is_per_language(self.kind, self.path[:-2])
        pair = pair_form(value) if is_text or in_list else None
        found = {"form": form, "colon_form": pair}
        return {name: one for name, one in found.items() if one} or _written(value)

    def _list_form(self, value: object) -> dict[str, str]:
        """A text in the form of a list; for a mapping, its first field, which needs a dash."""
        last = self.path[-1] if self.path else ""
        if isinstance(value, dict) and value:
            return {"first": shown(str(next(iter(value))))}
        item = next(iter(get_args(_annotation_at(self.kind, self.path))), None)
        form = list_form(item, value)
        return {"form": f"{last}: {form}"} if form else {}

    def _expected_keys(self) -> dict[str, str]:
        """The name of a field that has a value for each language; else the fields of a part."""
        if _is_per_language(self.kind, self.path):
            return {"key": str(self.path[-1])}
        fields = ", ".join(_fields_at(self.kind, self.path))
        return {"fields": fields} if fields else {}


def field_name(path: Path) -> str:
    """The name of a field as messages show it: from its last named step on, with the language.

    Empty for an empty path.
    """
    fields = _field_names()
    last = next((n for n, step in enumerate(reversed(path)) if step in fields), len(path) - 1)
    return shown(format_path(path[len(path) - 1 - last :]))


@cache
def _field_names() -> frozenset[str | int]:
    return frozenset(name for part in Part.__subclasses__() for name in part.model_fields)


def json_type(value: object) -> str:
    """The type of a value in JSON: ``object``, ``array``, ``string``, ``number`` …"""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float, Number)):
        return "number"
    if isinstance(value, dict):
        return "object"
    return "array" if isinstance(value, (list, tuple)) else "string"


def _written(value: object) -> dict[str, str]:
    """A number, true or false as it was written; nothing for other values."""
    if isinstance(value, Number):
        return {"written": value.written}
    return {"written": str(value).lower()} if isinstance(value, (bool, int, float)) else {}


def _illegal(value: object) -> str:
    found = ILLEGAL.search(value) if isinstance(value, str) else None
    return f"U+{ord(found[0]):04X}" if found else "?"


def _file_with(field: str) -> str | None:
    """The file of an issue folder that has a field: issue.yaml or journal.yaml."""
    files: dict[str, type[Part]] = {"issue.yaml": Issue, "journal.yaml": Journal}
    return next((file for file, part in files.items() if field in part.model_fields), None)


def _fields_at(kind: type[Part], path: Path) -> Iterator[str]:
    part = _annotation_at(kind, path)
    if isinstance(part, type) and issubclass(part, Part):
        yield from part.model_fields


def _is_per_language(kind: type[Part], path: Path) -> bool:
    return get_origin(_annotation_at(kind, path)) is PerLanguage


def _annotation_at(kind: type[Part], path: Path) -> Any:
    """The type that the model has at a path."""
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
