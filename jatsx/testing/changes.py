"""Copies of an article, each with one changed value.

A correct exporter shows each change: in its document, or in a loss of the field or of a part that
contains the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.fields import is_per_language
from jatsx.testing.other_values import other_language, other_value


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one field, and the data of the changed article."""

    field: str
    how: Literal["changed", "removed", "moved to another language"]
    description: Any

    @property
    def article(self) -> Article | None:
        """The changed article; None if the model does not accept it."""
        try:
            return Article.model_validate(self.description)
        except ValueError:
            return None


def changes(article: Article) -> Iterator[Change]:
    """A change and a removal of each value of the article."""
    data = article.model_dump(exclude_defaults=True)
    for path, value in _values(data, ()):
        yield Change(format_path(path), "changed", _with(data, path, other_value(path, value)))
        yield Change(format_path(path), "removed", _without(data, path))


def renamings(article: Article) -> Iterator[Change]:
    """A change of the language of each value that has a language."""
    data = article.model_dump(exclude_defaults=True)
    for path, values in _per_language(data, ()):
        for tag in values:
            renamed = {other_language(values) if key == tag else key: values[key] for key in values}
            field = format_path((*path, tag))
            yield Change(field, "moved to another language", _with(data, path, renamed))


def _values(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every value that is not blank and contains no other values, with its path."""
    if isinstance(data, (Mapping, list, tuple)):
        for step, item in _items(data):
            yield from _values(item, (*path, step))
    elif not isinstance(data, str) or data.strip():
        yield path, data


def _per_language(data: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every value in several languages, with its path."""
    if isinstance(data, Mapping) and is_per_language(path):
        yield path, data
    if isinstance(data, (Mapping, list, tuple)):
        for step, item in _items(data):
            yield from _per_language(item, (*path, step))


def _items(data: Any) -> Iterator[tuple[str | int, Any]]:
    return iter(data.items() if isinstance(data, Mapping) else enumerate(data))


def _with(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    return _rebuilt(data, path[0], lambda item: _with(item, path[1:], value))


def _without(data: Any, path: Path) -> Any:
    """The data without a value, and without containers that become empty."""
    step, rest = path[0], path[1:]
    if not rest or not _without(data[step], rest):
        return _dropped(data, step)
    return _rebuilt(data, step, lambda item: _without(item, rest))


def _rebuilt(data: Any, step: str | int, change: Callable[[Any], Any]) -> Any:
    if isinstance(data, Mapping):
        return {key: change(item) if key == step else item for key, item in data.items()}
    return [change(item) if position == step else item for position, item in enumerate(data)]


def _dropped(data: Any, step: str | int) -> Any:
    if isinstance(data, Mapping):
        return {key: item for key, item in data.items() if key != step}
    return [item for position, item in enumerate(data) if position != step]
