"""What stands in a document: what is said at all, and in which language first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jatsx import inheritance, present
from jatsx.model import Article

Value = TypeVar("Value")


def said(value: str | None) -> str | None:
    """A text that says something: None where it is mere space."""
    return value if value and value.strip() else None


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """What is said in each language. First the one that fills a slot for one language: the
    article's own, else English, else the first written; then the others as written."""
    main = inheritance.one_language(values, inheritance.language_tag(article))
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in present(values).items() if tag != main[0]))
