"""The one mapping of the model: immutable, ordered, hashable."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, overload

from jatsx.text import LEGAL

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Value = TypeVar("Value", covariant=True)
Default = TypeVar("Default")


class FrozenMap(Mapping[str, Value], Generic[Value]):
    """A mapping from text to values that keeps its order and can't be changed.

    Two maps are equal when they hold the same items in the same order: the first title of a
    journal is its registered one, so order carries meaning.

    >>> FrozenMap({"kk": "Хабаршы", "ru": "Вестник"})["ru"]
    'Вестник'
    """

    __slots__ = ("_items",)
    _items: dict[str, Value]

    def __init__(self, items: Mapping[str, Value] | Iterable[tuple[str, Value]] = ()) -> None:
        given = items._items if isinstance(items, FrozenMap) else items
        object.__setattr__(self, "_items", dict(given))

    def __getitem__(self, key: str) -> Value:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    @overload
    def get(self, key: str, /) -> Value | None: ...
    @overload
    def get(self, key: str, /, default: Value | Default) -> Value | Default: ...
    def get(self, key: str, /, default: Any = None) -> Any:
        return self._items.get(key, default)

    def keys(self) -> KeysView[str]:
        return self._items.keys()

    def values(self) -> ValuesView[Value]:
        return self._items.values()

    def items(self) -> ItemsView[str, Value]:
        return self._items.items()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} can't be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} can't be changed")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenMap):
            return NotImplemented
        return list(self._items.items()) == list(other._items.items())

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[Value]], tuple[dict[str, Value]]]:
        return type(self), (self._items,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        (value,) = get_args(source) or (Any,)
        key = core_schema.str_schema(strict=True, pattern=LEGAL)
        items = core_schema.dict_schema(key, handler(value))
        as_dict = core_schema.wrap_serializer_function_ser_schema(
            lambda frozen, items: items(dict(frozen)), schema=items
        )
        return core_schema.no_info_after_validator_function(cls, items, serialization=as_dict)
