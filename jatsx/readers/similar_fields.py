"""The field that an unknown name probably means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

_SEPARATOR = re.compile(r"[\s_\-.]+")


def similar_field(written: str, allowed: Sequence[str]) -> str | None:
    """The allowed field that a name probably means: a synonym, or a field with a similar name.

    >>> similar_field("Authors", ["title", "contributors"]), similar_field("tilte", ["title"])
    ('contributors', 'title')
    """
    by_name = {_plain(field): field for field in allowed}
    name = _plain(written)
    if name in by_name:
        return by_name[name]
    meant = next((field for field in _synonyms().get(name, ()) if field in allowed), None)
    if meant is not None:
        return meant
    similar = get_close_matches(name, by_name, n=1)
    return by_name[similar[0]] if similar else None


@cache
def _synonyms() -> dict[str, list[str]]:
    """The fields by each name that may stand for them."""
    from jatsx.readers.yaml_text import read_yaml

    path = files("jatsx").joinpath("readers", "field_synonyms.yaml")
    listed, _ = read_yaml(path.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for field, names in listed.items():
        for name in names:
            found.setdefault(_plain(name), []).append(field)
    return found


def _plain(name: str) -> str:
    return _SEPARATOR.sub("", name.casefold()).replace("ё", "е")
