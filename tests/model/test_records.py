"""The records of the model cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import jatsx.model


def records() -> Iterator[type[Any]]:
    """The dataclasses that the modules of the model define."""
    for found in iter_modules(jatsx.model.__path__, "jatsx.model."):
        module = import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == found.name and is_dataclass(value):
                yield value


def test_every_record_of_the_model_is_frozen() -> None:
    found = {one.__qualname__: vars(one)["__dataclass_params__"].frozen for one in records()}
    assert len(found) > 5
    changed = [name for name, is_frozen in found.items() if not is_frozen]
    assert changed == ["Texts"]  # filled while an article is walked
