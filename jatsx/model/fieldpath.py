"""Paths in the model: ``contributors[1].name.kk.family``.

A path is a tuple of attribute names, language tags or other keys, and positions in lists. In
findings, reports and the ``field=`` of an element, it is written as a string.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TypeAlias

__all__ = [
    "Path",
    "format_path",
    "join_path",
    "parse_path",
    "subpath",
]

Path: TypeAlias = tuple[str | int, ...]

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_STEP = re.compile(r'\.?([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]')


@lru_cache(maxsize=8192)
def format_path(path: Path) -> str:
    """The path as a string.

    >>> format_path(("title", "ru-Latn")), format_path(("identifiers", "e.library"))
    ('title.ru-Latn', 'identifiers["e.library"]')
    """
    return "".join(map(_step, path)).removeprefix(".")


def parse_path(field: str) -> Path:
    """The path that a string of :func:`format_path` describes.

    Raises:
        ValueError: the string is not a valid path.
    """
    steps: list[str | int] = []
    at = 0
    while at < len(field):
        step = _STEP.match(field, at)
        if step is None:
            raise ValueError(f"{field!r} is not a valid path in the model")
        key, position, quoted = step.groups()
        steps.append(key or (int(position) if position else json.loads(quoted)))
        at = step.end()
    return tuple(steps)


def join_path(parent: str, child: str) -> str:
    """The path of a child, from the path of its parent and the child's path inside it."""
    if not parent or not child or child.startswith("["):
        return parent + child
    return f"{parent}.{child}"


@lru_cache(maxsize=8192)
def subpath(field: str, *steps: str | int) -> str:
    """The path of a value inside a field.

    >>> subpath("contributors[0].name", "kk"), subpath("references", 2, "doi")
    ('contributors[0].name.kk', 'references[2].doi')
    """
    return join_path(field, format_path(steps))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.match(step) else f"[{json.dumps(step, ensure_ascii=False)}]"
