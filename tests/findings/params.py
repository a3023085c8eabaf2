"""Which words of a finding's params come from nowhere but the code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jatsx.findings.value_types import VALUE_TYPES
from jatsx.model.part import Part

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CODE_POINT: Final = re.compile(r"U\+[0-9A-F]{4,6}|\\u[0-9a-f]{4}")
UNTRANSLATED: Final = ("detail", "path")
"""Params that are shown as they are: the messages of libraries, and paths."""
SYNTAXES: Final = frozenset({"JSON", "YAML", "XML"})


def words(text: str) -> set[str]:
    """The words of a text, without code points."""
    return set(_WORD.findall(_CODE_POINT.sub(" ", text)))


FIELDS: Final = words(
    " ".join(name for part in Part.__subclasses__() for name in part.model_fields)
)
FILES: Final = words("journal.yaml issue.yaml")
LANGUAGES: Final = words("kk ru en")


def words_beyond(params: Mapping[str, str], *sources: str) -> set[str]:
    """The words in params that are in none of the sources, and are no codes or fields."""
    known = FIELDS | FILES | LANGUAGES | SYNTAXES | set(VALUE_TYPES) | words(" ".join(sources))
    shown = " ".join(value for name, value in params.items() if name not in UNTRANSLATED)
    return words(shown) - known
