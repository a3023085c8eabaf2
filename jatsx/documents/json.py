"""JSON as values that know which field of the model they stand for.

An exporter builds its document from the leaves up, as with :mod:`jatsx.documents.xml`: None is left
out, nothing is changed after it is made, and a schema's error about any value, or about one
that is missing, is led back to the field that made it or would have made it.

    >>> author = json_object({"name": Sourced("Нұр", "group.kk"), "id": Sourced(None, "orcid")})
    >>> dict(author), author.fields["id"]
    ({'name': 'Нұр'}, 'orcid')

What the document does not include is yielded beside the values, and separated from them where an
object or a list is made:

    >>> parts = [Sourced("Нұр", "group.kk"), Loss("group.en", "one-name")]
    >>> values, losses = values_and_losses(parts)
    >>> [loss.field for loss in losses]
    ['group.en']

Written as JSON they are plain objects, lists, texts and numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from jatsx.documents.loss import Loss
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.sourced import Sourced

Plain: TypeAlias = "Mapping[str, Any] | tuple[Any, ...] | list[Any] | str | int | float | bool"


Given: TypeAlias = "Sourced[Plain | None] | Plain | None"
"""A value of an object or a list, with or without the field that it stands for; or nothing."""


Value = TypeVar("Value")


class JsonObject(FrozenMap[Any]):
    """An object of JSON, the field that it stands for, and the fields of its keys."""

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
    """A list of JSON, the field that it stands for, and the fields of its items.

    ``kinds`` are the fields of items by what tells them apart, such as their type.
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
        raise AttributeError(f"{type(self).__name__} can't be changed")

    def __reduce__(self) -> Any:
        return type(self), (tuple(self), self.field, self.fields, self.kinds)


def json_object(values: Mapping[str, Given], *, field: str | None = None) -> JsonObject | None:
    """An object of what there is among the values, or None where there is nothing.

    ``field`` is the path of the model's field that the object as a whole stands for.
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
    """A list of what there is among the values, or None where there is nothing.

    ``kinds`` are the fields of items by what tells them apart (``{"doi": "doi"}`` for
    ``{"type": "doi", …}``), so that a schema that misses such an item is led to its field.
    """
    kept = [(value, own) for value, own in map(_split, values) if value is not None]
    fields = tuple([own for _, own in kept])
    return JsonList([value for value, _ in kept], field, fields, kinds) if kept else None


def values_and_losses(
    parts: Iterable[Value | Loss | None],
) -> tuple[tuple[Value, ...], tuple[Loss, ...]]:
    """The values among the parts, and the losses among them, each in order; None is left out.

    A function that yields a value or, where the format does not allow it, its loss decides in one
    place.
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
    """The value, and the field that it stands for."""
    if isinstance(given, Sourced):
        return given.value, given.field
    return given, given.field if isinstance(given, (JsonObject, JsonList)) else None
