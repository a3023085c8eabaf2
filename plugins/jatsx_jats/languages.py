"""In which order an element is repeated for each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jatsx import inheritance, present
from jatsx.model import Article

Value = TypeVar("Value")


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """The present values with their languages. The first is the one for a slot that holds one
    language: the article's own, else English, else the first one written; the others follow in the
    order written."""
    main = inheritance.one_language(values, inheritance.language_tag(article))
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in present(values).items() if tag != main[0]))
