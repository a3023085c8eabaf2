"""The mapping type of the model: immutable, ordered, hashable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, get_args

from jatsx.model.text import LEGAL

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    Base = Mapping
else:
    Base = dict

Value = TypeVar("Value", covariant=True)


class FrozenMap(Base[str, Value], Generic[Value]):
    """An immutable mapping from strings to values that keeps its order.

    Two maps are equal if they contain the same items in the same order. The order matters: for
    example, the first title of a journal is its registered title.

    At run time it is a subclass of ``dict``, so that lookups are fast. For type checkers it is a
    ``Mapping``, which has no methods that change it.

    >>> FrozenMap({"kk": "Хабаршы", "ru": "Вестник"})["ru"]
    'Вестник'
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self, items: Mapping[str, Value] | Iterable[tuple[str, Value]] = ()
        ) -> None: ...
        def __getitem__(self, key: str) -> Value: ...
        def __iter__(self) -> Iterator[str]: ...
        def __len__(self) -> int: ...

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is immutable")

    __setitem__ = __delitem__ = __or__ = __ror__ = __ior__ = _refuse
    clear = copy = pop = popitem = setdefault = update = _refuse

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, dict):
            return NotImplemented
        return isinstance(other, FrozenMap) and list(self.items()) == list(other.items())

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(tuple(self.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self)!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[Value]], tuple[dict[str, Value]]]:
        return type(self), (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        (value,) = get_args(source) or (Any,)
        key = core_schema.str_schema(strict=True, pattern=LEGAL)
        items = core_schema.dict_schema(key, handler.generate_schema(value))
        return core_schema.no_info_after_validator_function(cls, items)
