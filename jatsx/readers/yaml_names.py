"""Words that are names of fields in a file."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from jatsx.model import Article, Issue, Journal
from jatsx.model.part import Part

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?\Z")
"""A key that is a language tag, for example ``kk`` or ``ru-Latn``."""


@cache
def known_names() -> frozenset[str]:
    """The names of all fields of the model."""
    return frozenset(name for part in Part.__subclasses__() for name in part.model_fields)


@cache
def top_names() -> frozenset[str]:
    """The names of the fields that a file may have at its top."""
    return frozenset(name for part in (Article, Issue, Journal) for name in part.model_fields)


def is_name(word: str) -> bool:
    """Whether a word is the name of a field, or a language tag."""
    return word in known_names() or LANGUAGE.match(word) is not None
