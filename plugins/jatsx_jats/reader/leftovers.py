"""What JATS has no element for, in ``custom-meta`` (the option ``leftovers``).

The name of each value is ``jatsx:`` with the path of the field. The value is JSON: ``value`` is the
field's value, ``read`` is what a reader of the other elements finds in its place, if anything. For
a mapping whose keys are only in another order, ``order`` contains the keys. A value is used only if
the other elements still contain what ``read`` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Article, Part
from jatsx.model.fieldpath import Path, parse_path
from jatsx_jats.reader.tree import JatsElement

PREFIX: Final = "jatsx:"
"""How the names of these values begin."""

OUTSIDE: Final = (
    ("issue", "journal", "affiliations"),
    ("issue", "journal", "patterns"),
    ("issue", "journal", "rules"),
    ("issue", "journal", "requirements"),
    ("issue", "journal", "formats"),
    ("issue", "journal", "ledger"),
)
"""The settings of the journal, which are not values of an article."""

Leftover: TypeAlias = tuple[Path, dict[str, Any]]
"""The path of a value, and what its ``custom-meta`` says of it."""


class _Unfit(Exception):
    """A value that does not fit the article."""


def leftovers(article: Article, read: Article) -> Iterator[Leftover]:
    """The values of an article that were not read from its document."""
    for path, said in _differences(_data(article), _data(read), ()):
        if "value" in said or _is_map(article, path):
            yield path, said


def meta_value(said: Mapping[str, Any]) -> str:
    """The text of a ``meta-value``."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def take_leftovers(meta: JatsElement) -> list[JatsElement]:
    """Takes the elements with such values."""
    return [
        element
        for group in meta.take_all("custom-meta-group", "custom-meta-wrap")
        for element in group.find("custom-meta")
        if _name(element).startswith(PREFIX)
    ]


def with_leftovers(article: Article, kept: list[JatsElement], notes: ReaderNotes) -> Article:
    """The article with these values. A value that does not fit is reported, and not used."""
    if not kept:
        return article
    data = _data(article)
    used = [one for one in kept if _is_used(one, data, notes)]
    try:
        return Article.model_validate(_without_nothing(data)) if used else article
    except (ValidationError, RecursionError):
        for element in used:
            notes.warn("jats-leftover-unread", (), element, name=_name(element))
        return article


def _is_used(element: JatsElement, data: dict[str, Any], notes: ReaderNotes) -> bool:
    element.pass_over()
    name = _name(element)
    try:
        text = next((one.line_of_text for one in element.find("meta-value")), "")
        _apply(data, parse_path(name.removeprefix(PREFIX)), json.loads(text))
    except (_Unfit, ValueError, RecursionError):
        notes.warn("jats-leftover-unread", (), element, name=name)
        return False
    return True


def _name(element: JatsElement) -> str:
    return next((one.line_of_text for one in element.find("meta-name")), "")


def _data(article: Article) -> dict[str, Any]:
    """The article as plain data, without default values."""
    data = article.model_dump(mode="json", exclude_defaults=True)
    for *around, last in OUTSIDE:
        holder: Any = data
        for step in around:
            holder = holder.get(step, {})
        holder.pop(last, None)
    return data


def _differences(value: Any, read: Any, path: Path) -> Iterator[Leftover]:
    """What makes ``read`` equal to ``value``, also in the order of keys."""
    if isinstance(value, dict) and isinstance(read, dict):
        for key in (*value, *(key for key in read if key not in value)):
            yield from _differences(value.get(key), read.get(key), (*path, key))
        if [*value] != [key for key in dict.fromkeys((*read, *value)) if key in value]:
            yield path, {"order": [*value]}
    elif isinstance(value, list) and isinstance(read, list) and len(value) == len(read):
        for n, (one, other) in enumerate(zip(value, read, strict=True)):
            yield from _differences(one, other, (*path, n))
    elif value != read:
        yield path, {"value": value} if read is None else {"value": value, "read": read}


def _is_map(article: Article, path: Path) -> bool:
    """Whether the value at a path is a mapping, whose keys have an order."""
    value: Any = article
    for step in path:
        if isinstance(value, Part):
            value = getattr(value, str(step))
        elif isinstance(value, FrozenMap):
            value = value[str(step)]
        elif isinstance(value, tuple):
            value = value[int(step)]
        else:
            return False  # inside running text
    return isinstance(value, FrozenMap)


def _apply(data: dict[str, Any], path: Path, said: Any) -> None:
    """Puts a value in its place.

    Raises:
        _Unfit: the article has no such place, or another value there.
    """
    if not path or not isinstance(said, dict):
        raise _Unfit
    holder: Any = data
    for step in path[:-1]:
        holder = _step(holder, step)
    last = path[-1]
    if "order" in said:
        _reorder(_step(holder, last), said["order"])
        return
    own = holder.get(last) if isinstance(holder, dict) else _step(holder, last)
    if "value" not in said or own != said.get("read"):
        raise _Unfit
    holder[last] = said["value"]


def _step(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict) and isinstance(step, str):
        return holder.setdefault(step, {})
    if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        return holder[step]
    raise _Unfit


def _reorder(holder: Any, order: Any) -> None:
    if not isinstance(holder, dict) or not isinstance(order, list):
        raise _Unfit
    present = {key for key in holder if holder[key] is not None}
    if present != {*map(str, order)}:
        raise _Unfit
    values = {key: holder[key] for key in order}
    holder.clear()
    holder.update(values)


def _without_nothing(value: Any) -> Any:
    """The data without null, which stands for a value that only the document has."""
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_nothing(one) for one in value]
    return value
