"""What views say of things: how many, which, and nothing that would upset a terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from jatsx.pipeline.result import ArticleResult

LONG = 70
"""How many characters of a title name an article."""


def counted(number: int, thing: str) -> str:
    """How many there are.

    >>> counted(0, "error"), counted(1, "error"), counted(2, "error")
    ('no errors', '1 error', '2 errors')
    """
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def article_heading(article: ArticleResult) -> str:
    """The id and title of an article, as far as they are known; else its file."""
    parts = (article.id, _shortened(article.title) if article.title else None)
    return visible(": ".join(part for part in parts if part) or article.source)


def article_name(article: ArticleResult) -> str:
    """The id of an article, else the name of its file."""
    return visible(article.id or Path(article.source).name)


def visible(text: str) -> str:
    """The text in one line, with a mark for each character that can't be seen."""
    return "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """The character, a space for any other space, a mark for one that can't be seen."""
    if character.isprintable():
        return character
    if character in "\t\n\r" or unicodedata.category(character).startswith("Z"):
        return " "
    return "\N{REPLACEMENT CHARACTER}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"
