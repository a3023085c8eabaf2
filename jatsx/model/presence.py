"""Whether a value of the model is present: not None, not blank, not empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jatsx.model.part import Part
from jatsx.model.text import Prose, Text

__all__ = ["is_present", "non_blank", "present", "stripped"]

Value = TypeVar("Value")


def non_blank(text: str | None) -> str | None:
    """The text, unchanged; None if it contains only white space.

    >>> non_blank(" Нұр "), non_blank("  "), non_blank(None)
    (' Нұр ', None, None)
    """
    return text if text and text.strip() else None


def stripped(text: str | None) -> str | None:
    """The text without white space at its ends; None if nothing is left.

    >>> stripped(" Нұр "), stripped("  "), stripped(None)
    ('Нұр', None, None)
    """
    return (text or "").strip() or None


def present(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that contain anything, in their order.

    >>> present({"kk": "Хабаршы", "ru": " ", "en": ("",)})
    {'kk': 'Хабаршы'}
    """
    kept: dict[str, Value] = {}
    for key, value in values.items():
        if isinstance(value, tuple):
            is_kept = any(map(is_present, value))
        else:
            is_kept = bool(value.strip() if isinstance(value, str) else value)
        if is_kept:
            kept[key] = value
    return kept


def is_present(value: object) -> bool:
    """Whether a value of the model contains anything, at any depth. A count of 0 is present.

    >>> is_present(""), is_present(0), is_present((" ", None)), is_present(({"en": "Title"},))
    (False, True, False, True)
    """
    if not value:
        return type(value) is int
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, (int, Text, Prose)):
        return True
    if isinstance(value, tuple):
        return any(map(is_present, value))
    if isinstance(value, Mapping):
        return any(map(is_present, value.values()))
    return not isinstance(value, Part) or any(map(is_present, value.__dict__.values()))
