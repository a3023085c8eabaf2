"""JSON values that know their field of the model.

An exporter builds its document from the inside out, as with :mod:`jatsx.documents.xml`. None is
omitted. Values are immutable. An error of the schema about a value, or about a missing value, is
reported at the field of the value.

    >>> author = json_object({"name": Sourced("Нұр", "group.kk"), "id": Sourced(None, "orcid")})
    >>> dict(author), author.fields["id"]
    ({'name': 'Нұр'}, 'orcid')

Losses are yielded together with the values, and separated from them when an object or a list is
made:

    >>> parts = [Sourced("Нұр", "group.kk"), Loss("group.en", "one-name")]
    >>> values, losses = values_and_losses(parts)
    >>> [loss.field for loss in losses]
    ['group.en']

They are written as plain JSON objects, lists, strings and numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from jatsx.documents.loss import Loss
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.sourced import Sourced

Plain: TypeAlias = "Mapping[str, Any] | tuple[Any, ...] | list[Any] | str | int | float | bool"


Given: TypeAlias = "Sourced[Plain | None] | Plain | None"
"""A value of an object or a list, with or without its field; or None."""


Value = TypeVar("Value")


class JsonObject(FrozenMap[Any]):
    """A JSON object with its field, and the fields of its keys."""

    __slots__ = ("field", "fields")
    field: str | None
    fields: Mapping[str, str]

    def __init__(
        self,
        items: Mapping[str, Plain],
        field: str | None = None,
        fields: Mapping[str, str] = FrozenMap(),
    ) -> None:
        super().__init__(items)
        object.__setattr__(self, "field", field)
        object.__setattr__(self, "fields", fields)

    def __reduce__(self) -> Any:
        return type(self), (dict(self), self.field, self.fields)


class JsonList(tuple[Any, ...]):
    """A JSON list with its field, and the fields of its items.

    ``kinds`` contains the fields of items by the value that distinguishes them, such as their type.
    """

    field: str | None
    fields: tuple[str | None, ...]
    kinds: Mapping[str, str]

    def __new__(
        cls,
        items: Iterable[Plain],
        field: str | None = None,
        fields: tuple[str | None, ...] = (),
        kinds: Mapping[str, str] = FrozenMap(),
    ) -> JsonList:
        made = super().__new__(cls, items)
        made.__dict__.update(field=field, fields=fields, kinds=kinds)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __reduce__(self) -> Any:
        return type(self), (tuple(self), self.field, self.fields, self.kinds)


def json_object(values: Mapping[str, Given], *, field: str | None = None) -> JsonObject | None:
    """A JSON object with the values that are not None; None if there are none.

    Args:
        values: the values by key.
        field: the path of the model's field for the whole object.
    """
    items: dict[str, Plain] = {}
    fields: dict[str, str] = {}
    for key, given in values.items():
        value, own = _split(given)
        if value is not None:
            items[key] = value
        if own:
            fields[key] = own
    return JsonObject(items, field, fields) if items else None


def json_list(
    values: Iterable[Given],
    *,
    field: str | None = None,
    kinds: Mapping[str, str] = FrozenMap(),
) -> JsonList | None:
    """A JSON list with the values that are not None; None if there are none.

    Args:
        values: the values.
        field: the path of the model's field for the whole list.
        kinds: the fields of items by the value that distinguishes them (``{"doi": "doi"}`` for
            ``{"type": "doi", …}``). An error about a missing item is reported at this field.
    """
    kept = [(value, own) for value, own in map(_split, values) if value is not None]
    fields = tuple([own for _, own in kept])
    return JsonList([value for value, _ in kept], field, fields, kinds) if kept else None


def values_and_losses(
    parts: Iterable[Value | Loss | None],
) -> tuple[tuple[Value, ...], tuple[Loss, ...]]:
    """The values and the losses of some parts, each in order. None is omitted.

    With it, a function can yield either a value or, if the format does not allow it, a loss.
    """
    values: list[Value] = []
    losses: list[Loss] = []
    for part in parts:
        if isinstance(part, Loss):
            losses.append(part)
        elif part is not None:
            values.append(part)
    return tuple(values), tuple(losses)


def _split(given: Given) -> tuple[Plain | None, str | None]:
    """The value and its field."""
    if isinstance(given, Sourced):
        return given.value, given.field
    return given, given.field if isinstance(given, (JsonObject, JsonList)) else None
