"""Copies of an article, each with one change.

A correct exporter shows each change: in its document, or in a loss of the field or of a part that
contains the field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx.testing.data import leaves, nodes, per_language, with_value, without_value
from jatsx.testing.other_values import other_language, other_value, similar_values

CHANGED: Final = "changed"
REMOVED: Final = "removed"
MOVED: Final = "moved to another language"
SWAPPED: Final = "swapped with the next item of its list"
REPEATED: Final = "repeated at the end of its list"

REPEATABLE: Final[tuple[Path, ...]] = (("contributors",), ("references",))
"""Lists in which two equal items are not the same: two people may have one name."""


@dataclass(frozen=True)
class Change:
    """A change of one field: what was done to it, and the data of the changed article."""

    field: str
    how: str
    description: Any

    @cached_property
    def article(self) -> Article | None:
        """The changed article; None if the model does not accept it."""
        try:
            return Article.model_validate(self.description)
        except ValueError:
            return None


def changes(article: Article) -> Iterator[Change]:
    """A change and a removal of each value of the article."""
    data = article.model_dump(exclude_defaults=True)
    for path, value in leaves(data):
        changed = with_value(data, path, other_value(path, value))
        yield Change(format_path(path), CHANGED, changed)
        yield Change(format_path(path), REMOVED, without_value(data, path))


def renamings(article: Article) -> Iterator[Change]:
    """A change of the language of each value that has a language."""
    data = article.model_dump(exclude_defaults=True)
    for path, values in per_language(data):
        for tag in values:
            renamed = {other_language(values) if key == tag else key: values[key] for key in values}
            field = format_path((*path, tag))
            yield Change(field, MOVED, with_value(data, path, renamed))


def rearrangements(article: Article) -> Iterator[Change]:
    """Each pair of neighbours in a list swapped, and the last contributor and reference repeated.

    Affiliations, and items of different kinds, have no order.
    """
    data = article.model_dump(exclude_defaults=True)
    for path, items in nodes(data):
        if not isinstance(items, (list, tuple)) or path == ("affiliations",):
            continue
        for n, (one, following) in enumerate(pairwise(items)):
            if one != following and _kind(one) == _kind(following):
                swapped = [*items[:n], following, one, *items[n + 2 :]]
                yield Change(format_path((*path, n)), SWAPPED, with_value(data, path, swapped))
        if path in REPEATABLE:
            repeated = with_value(data, path, [*items, items[-1]])
            yield Change(format_path((*path, len(items))), REPEATED, repeated)


def _kind(item: Any) -> Any:
    names = ("kind", "type", "scheme")
    return [item.get(name) for name in names] if isinstance(item, Mapping) else None


def reshapings(article: Article) -> Iterator[Change]:
    """Each text without its headings or its paragraphs, and other values of dates and codes."""
    data = article.model_dump(exclude_defaults=True)
    for path, value in nodes(data):
        for how, reshaped in _reshaped(path, value):
            yield Change(format_path(path), how, with_value(data, path, reshaped))


def _reshaped(path: Path, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, str):
        for other in similar_values(path, value):
            yield f"changed from {value!r} to {other!r}", other
        if "\n\n" in value:
            yield "changed: its paragraphs were joined", value.replace("\n\n", " ")
    elif _has_headings(value):
        parts = [text for part in value for text in (part.get("title"), part["text"]) if text]
        yield "changed: its headings became paragraphs", "\n\n".join(parts)


def _has_headings(value: Any) -> bool:
    """Whether a value is a text in sections."""
    return isinstance(value, (list, tuple)) and any(
        isinstance(one, Mapping) and {*one} == {"title", "text"} for one in value
    )
