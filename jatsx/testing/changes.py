"""An article with one thing changed, for each thing it says.

A format that drops nothing in silence shows each of these changes: in its document, or in a loss
that names the field or a part around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jatsx.fieldpath import Path, written
from jatsx.model import Article

OTHER_VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "accepted": ("2024-05-02", "2024-05-03"),
    "accessed": ("2024-01-02", "2024-01-03"),
    "applies_to": ("vor", "am"),
    "archives": ("CLOCKSS", "Portico"),
    "code": ("11.25.15", "12.09.11"),
    "content_type": ("application/pdf", "text/html"),
    "country": ("KZ", "UZ"),
    "credit_roles": ("software", "validation"),
    "date": ("2024-05-04", "2024-05-05"),
    "doi": ("10.5555/one", "10.5555/two"),
    "electronic": ("2788-5909", "2618-1215"),
    "email": ("one@example.org", "two@example.org"),
    "funder_id": ("https://ror.org/05k56jn26", "https://ror.org/03q0vrn42"),
    "isbn": ("978-5-9535-0537-6", "978-0-306-40615-7"),
    "kind": ("author", "editor"),
    "language": ("ru", "en"),
    "linking": ("2414-570X", "1563-0285"),
    "online": ("2024-06-07", "2024-06-08"),
    "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700"),
    "print": ("2024-06-05", "2024-06-06"),
    "received": ("2024-02-02", "2024-02-03"),
    "revised": ("2024-03-02", "2024-03-03"),
    "ror": ("https://ror.org/05k56jn26", "https://ror.org/03q0vrn42"),
    "start_date": ("2024-06-10", "2024-06-11"),
    "url": ("https://example.org/one", "https://example.org/two"),
    "year": ("2023", "2024"),
}
"""Two sound values for fields that don't take any text."""

OTHER_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "type": ("research-article", "editorial"),
    "relations": ("has-translation", "translation-of"),
    "references": ("journal", "book"),
    "other_abstracts": ("graphical", "teaser"),
    "issn": ("2414-570X", "1563-0285"),
}
"""Two sound values for ``type`` and ``print``, by the field around them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one field, and the article that it leaves."""

    field: str
    how: str
    article: Article


def changes(article: Article) -> Iterator[Change]:
    """The article with each value that it says changed, and each removed."""
    data = article.model_dump(exclude_defaults=True)
    for path, value in _values(data, ()):
        for how, changed in _variants(data, path, value):
            try:
                yield Change(written(path), how, Article.model_validate(changed))
            except ValueError:
                continue


def _variants(data: Any, path: Path, value: Any) -> Iterator[tuple[str, Any]]:
    yield "changed", _with(data, path, _other(path, value))
    yield "removed", _without(data, path)


def _other(path: Path, value: Any) -> Any:
    """Another value that a field can hold."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    names = [step for step in path if isinstance(step, str)]
    around = names[-2] if len(names) > 1 else names[-1]
    one, other = OTHER_TYPES.get(around if names[-1] in ("type", "print") else "", ("", ""))
    if names == ["type"]:
        one, other = OTHER_TYPES["type"]
    if not one:
        one, other = OTHER_VALUES.get(names[-1], ("", ""))
    if not one:
        return f"{value} more"
    return other if value == one else one


def _values(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every value that isn't made of others, with its path."""
    if isinstance(data, Mapping):
        for key, item in data.items():
            yield from _values(item, (*path, key))
    elif isinstance(data, (list, tuple)):
        for position, item in enumerate(data):
            yield from _values(item, (*path, position))
    else:
        yield path, data


def _with(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    return _rebuilt(data, path, lambda item: _with(item, path[1:], value))


def _without(data: Any, path: Path) -> Any:
    """The data without a value, and without what held nothing else."""
    step, rest = path[0], path[1:]
    if not rest or not _without(data[step], rest):
        return _dropped(data, step)
    return _rebuilt(data, path, lambda item: _without(item, rest))


def _rebuilt(data: Any, path: Path, change: Any) -> Any:
    step = path[0]
    if isinstance(data, Mapping):
        return {key: change(item) if key == step else item for key, item in data.items()}
    return [change(item) if position == step else item for position, item in enumerate(data)]


def _dropped(data: Any, step: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: item for key, item in data.items() if key != step}
    return [item for position, item in enumerate(data) if position != step]
