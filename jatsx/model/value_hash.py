"""Hashes of the values of an article or issue, to see whether a value was changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from jatsx.model.fieldpath import Path
from jatsx.model.part import Part

LENGTH: Final = 16
"""How many hexadecimal digits a hash has."""


class ValueHashes:
    """The hashes of the values of a part of the model."""

    def __init__(self, part: Part) -> None:
        self._data: Any = part.model_dump(mode="json", exclude_defaults=True)

    def of(self, path: Path) -> str:
        """The hash of the value at a path; that of ``null`` if there is no value.

        It does not depend on the order of languages, or on fields that are not written.
        """
        text = json.dumps(value_at(self._data, path), ensure_ascii=False, sort_keys=True)
        return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]


def value_at(data: Any, path: Path) -> Any:
    """The value at a path in plain data; None if there is none."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
