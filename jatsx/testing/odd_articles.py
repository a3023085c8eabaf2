"""The rich article with odd values: the same text in every field, or a field less."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from jatsx.model import Article
from jatsx.testing.awkward import RICH, read

ODD_TEXTS: Final = ("", " ", "x", "?", "—", "0", "<", "&amp;", "\u0301", "\U0001f600", "ё" * 3_000)
"""Texts that a person may write into any field, by mistake or as a try."""

Steps = tuple[str | int, ...]


@cache
def odd_articles() -> tuple[tuple[str, Article], ...]:
    """Odd articles, each with a phrase that names it."""
    return tuple(_odd_articles())


def _odd_articles() -> Iterator[tuple[str, Article]]:
    for text in ODD_TEXTS:
        article = _article(_with_text(text))
        if article is not None:
            yield f"the article with {text[:10]!r} in every field", article
    for field in _data():
        without = _article({name: value for name, value in _data().items() if name != field})
        if without is not None:
            yield f"the article without {field}", without
    for part in ("issue", "journal"):
        for field in _part(_data(), part):
            without = _article(_without(part, field))
            if without is not None:
                yield f"the article without {field} of its {part}", without
    alone = _article({"id": "01", "issue": {"id": "2024-1"}})
    if alone is not None:
        yield "the article with only an id", alone


def _data() -> dict[str, Any]:
    """The data of the rich article, with its issue and journal; a new copy each time."""
    article = read(RICH / "articles" / "full.yaml")
    issue = {"id": "2024-1", **read(RICH / "issue.yaml"), "journal": read(RICH / "journal.yaml")}
    copy: dict[str, Any] = json.loads(json.dumps({**article, "issue": issue}))
    return copy


def _article(data: Mapping[str, Any]) -> Article | None:
    """The article; None if the model does not allow it."""
    try:
        return Article.model_validate(data)
    except ValueError:
        return None


def _with_text(text: str) -> dict[str, Any]:
    """The data with a text in every field that may have it."""
    data = _data()
    for steps in _texts(data):
        inside: Any = data
        for step in steps[:-1]:
            inside = inside[step]
        before, inside[steps[-1]] = inside[steps[-1]], text
        if _article(data) is None:
            inside[steps[-1]] = before
    return data


def _texts(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    if isinstance(value, str):
        yield steps
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*steps, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value[:1]):
            yield from _texts(inner, (*steps, position))


def _part(data: dict[str, Any], part: str) -> dict[str, Any]:
    """The issue or the journal in the data of an article."""
    inner: dict[str, Any] = data["issue"] if part == "issue" else data["issue"]["journal"]
    return inner


def _without(part: str, field: str) -> dict[str, Any]:
    data = _data()
    del _part(data, part)[field]
    return data
