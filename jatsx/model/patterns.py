"""Patterns of DOIs and URLs: ``https://example.org/{issue.year}/{article.id}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import quote

from jatsx.model.article import Article
from jatsx.model.fields import fields, unfolded
from jatsx.model.issue import Issue
from jatsx.model.journal import Journal
from jatsx.model.part import Part

OWNERS: Final[dict[str, type[Part]]] = {"article": Article, "issue": Issue, "journal": Journal}
"""The parts whose fields may be placeholders, by the name in the placeholder."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
"""A placeholder, or a brace that belongs to none."""


def filled_doi(pattern: str, article: Article) -> str | None:
    """The DOI that a pattern gives an article; None if a placeholder is unknown or empty.

    >>> filled_doi("10.5555/sample.{article.id}", Article(id="01"))
    '10.5555/sample.01'
    """
    return _filled(pattern, article, is_url=False)


def filled_url(pattern: str, article: Article) -> str | None:
    """The URL that a pattern gives an article; None if a placeholder is unknown or empty.

    Characters that have a meaning in a URL are escaped (RFC 3986, section 2), except in a value at
    the start of the pattern, which is itself the start of a URL.

    >>> filled_url("https://example.org/{article.id}", Article(id="1/2 а"))
    'https://example.org/1%2F2%20%D0%B0'
    """
    return _filled(pattern, article, is_url=True)


def placeholders(pattern: str) -> list[str]:
    """The names in a pattern: ``issue.year``; a brace that belongs to none as it is."""
    return [_name(found) for found in _PLACEHOLDER.finditer(pattern)]


def empty_placeholders(pattern: str, article: Article) -> list[str]:
    """The known placeholders of a pattern that have no value for an article."""
    known = (name for name in placeholders(pattern) if name in known_placeholders())
    return [name for name in known if not _value(name, article)]


@cache
def known_placeholders() -> frozenset[str]:
    """The names of all placeholders: the fields that have one plain value."""
    return frozenset(
        f"{owner}.{path}" for owner, part in OWNERS.items() for path in _plain_fields(part)
    )


def _plain_fields(part: type[Part]) -> Iterator[str]:
    inner = ("issue.", "journal.", "patterns.")
    for field in fields(part):
        is_plain = re.fullmatch(r"[a-z_.]+", field.path) and not field.path.startswith(inner)
        if is_plain and unfolded(field.part.model_fields[field.name].annotation)[1] is str:
            yield field.path


def _filled(pattern: str, article: Article, *, is_url: bool) -> str | None:
    names = placeholders(pattern)
    if not all(name in known_placeholders() and _value(name, article) for name in names):
        return None

    def value(found: re.Match[str]) -> str:
        text = _value(_name(found), article)
        return quote(text, safe="") if is_url and found.start() else text

    return _PLACEHOLDER.sub(value, pattern)


def _name(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) == 1 else found[0][1:-1]


def _value(name: str, article: Article) -> str:
    """The value of a known placeholder; empty if there is none."""
    owner, *steps = name.split(".")
    issue = article.issue
    value: object = {"article": article, "issue": issue, "journal": issue.journal}[owner]
    for step in steps:
        value = getattr(value, step)
    return value.strip() if isinstance(value, str) else ""
