"""Counts, names of articles, and text that is safe to print in a terminal."""

from __future__ import annotations

import textwrap
from pathlib import Path

from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import ngettext
from jatsx.findings.visible import visible as visible
from jatsx.findings.visible import visible_character as visible_character
from jatsx.pipeline.result import ArticleResult
from jatsx.validation.schema import Schema

LONG = 70
"""The largest number of characters of a title in a heading."""


def wrapped(text: str, columns: int, indent: str = "", hanging: str | None = None) -> str:
    """Text in lines of at most this width. Words are never broken, also not at hyphens.

    ``indent`` is before the first line, ``hanging`` before the others; by default the same.
    """
    further = indent if hanging is None else hanging
    lines = textwrap.wrap(
        text,
        columns,
        initial_indent=indent,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def article_count(number: int) -> str:
    """A number of articles.

    >>> article_count(1), article_count(2)
    ('1 article', '2 articles')
    """
    return ngettext("{number} article", "{number} articles", number).format(number=number)


def error_count(number: int) -> str:
    """A number of errors.

    >>> error_count(0), error_count(1), error_count(2)
    ('no errors', '1 error', '2 errors')
    """
    if not number:
        return _("no errors")
    return ngettext("{number} error", "{number} errors", number).format(number=number)


def warning_count(number: int) -> str:
    """A number of warnings.

    >>> warning_count(0), warning_count(1), warning_count(2)
    ('no warnings', '1 warning', '2 warnings')
    """
    if not number:
        return _("no warnings")
    return ngettext("{number} warning", "{number} warnings", number).format(number=number)


def article_heading(article: ArticleResult) -> str:
    """The id and title of an article; its file if neither is known."""
    parts = (article.id, _shortened(article.title) if article.title else None)
    return visible(": ".join(part for part in parts if part) or article.source)


def article_name(article: ArticleResult) -> str:
    """The id of an article; the name of its file if the id is unknown."""
    return visible(article.id or Path(article.source).name)


def _shortened(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"


def validated_by(schema: Schema) -> str:
    """How the documents of a format are validated."""
    if schema.kind == "none":
        return _("no schema: not validated")
    if schema.kind == "function":
        return _("no schema: checked by the plugin")
    return _("schema: {name}").format(name=schema.name)
