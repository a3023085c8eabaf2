"""A value and the field that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Sourced"]

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[Value]):
    """A value and the path of its field, from the article."""

    value: Value
    field: str
