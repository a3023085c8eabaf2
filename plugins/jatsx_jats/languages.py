"""The order of languages of repeated elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jatsx import inheritance, present
from jatsx.model import Article

Value = TypeVar("Value")


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """The present values with their languages. The first value is in the article's own language,
    else in English, else the first one written. The others follow in the order written."""
    main = inheritance.one_language(values, inheritance.language_tag(article))
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in present(values).items() if tag != main[0]))
