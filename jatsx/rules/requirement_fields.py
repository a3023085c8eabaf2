"""The fields of an article that a requirement of a journal may name, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jatsx.model import Article
from jatsx.model.fields import KEY, LANGUAGE, Field, fields, unfolded
from jatsx.model.text import Prose, Text


@lru_cache(maxsize=1)
def article_fields() -> frozenset[str]:
    """The fields of an article that a requirement may name: ``contributors.orcid``.

    ``KEY`` means any key, as in ``identifiers.KEY``.
    """
    found: set[str] = set()
    for field in fields(Article):
        steps = _without_positions(field.path).split(".")
        found |= {".".join(steps[:end]) for end in range(1, len(steps) + 1)}
    return frozenset(one for one in found if one.partition(".")[0] not in ("issue", "id"))


def is_article_field(field: str) -> bool:
    """Whether a requirement may name the field."""
    above = field.rpartition(".")[0]
    return field in article_fields() or f"{above}.{KEY}" in article_fields()


@lru_cache(maxsize=1024)
def is_list(field: str) -> bool:
    """Whether a field, in each language, is a list."""
    return any(path.endswith("[]") for path in _paths_to(field))


@lru_cache(maxsize=1024)
def is_text(field: str) -> bool:
    """Whether a field, or each entry of it, is a text."""
    held = (unfolded(one.part.model_fields[one.name].annotation)[1] for one in _leaves(field))
    return any(one in (str, Text, Prose) for one in held)


def _leaves(field: str) -> Iterator[Field]:
    """The fields of the model that a field names, without those that have fields inside."""
    for one in fields(Article):
        if _without_positions(one.path) in (field, f"{field.rpartition('.')[0]}.{KEY}"):
            yield one


def _paths_to(field: str) -> Iterator[str]:
    """The paths in the model that lead to a field, with the steps into its languages and lists."""
    for one in fields(Article):
        steps = one.path.split(".")
        for end in range(1, len(steps) + 1):
            path = ".".join(steps[:end])
            if _without_positions(path) == field:
                yield path


def _without_positions(path: str) -> str:
    names = (step.removesuffix("[]") for step in path.split("."))
    return ".".join(name for name in names if name != LANGUAGE)
