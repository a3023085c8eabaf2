"""Whatever is changed in an article, its document changes, or a loss names what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jatsx import Deposit
from jatsx.frozenmap import FrozenMap
from jatsx.model import Article, CitedWork, Part
from jatsx.testing.truth import silences
from jatsx_doaj.exporter import EXPORTER

from .articles import article


def test_nothing_is_dropped_in_silence() -> None:
    deposit = Deposit("20240601120000000", "2024-2-20240601120000000")
    assert list(silences(EXPORTER, article(), deposit)) == []


def test_the_rich_article_says_everything() -> None:
    assert [field for field in fields(Article) if not says(article(), field)] == []


def says(value: Any, field: str) -> bool:
    """Whether something is said in a field, in any language and at any position."""
    if isinstance(value, FrozenMap):
        return any(says(item, field) for item in value.values())
    if isinstance(value, tuple):
        return any(says(item, field) for item in value)
    if not field:
        return bool(value)
    name, _, rest = field.partition(".")
    return says(getattr(value, name), rest)


def fields(part: type[Part], path: str = "") -> Iterator[str]:
    """Every field of the model below a part, without languages and positions."""
    for name, info in part.model_fields.items():
        inner = re.search(r"jatsx\.model\.\w+\.(\w+)", str(info.annotation))
        kind = PARTS.get(inner[1]) if inner else None
        if kind is None:
            yield f"{path}{name}"
        elif kind is not CitedWork:  # references are lost whole
            yield from fields(kind, f"{path}{name}.")


PARTS = {part.__name__: part for part in Part.__subclasses__()}
