"""How a format maps each field of the model, found by changing the field.

The places of a field are those that change in the documents if its value changes. Nothing is
declared by hand, so the result is always up to date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.xml import Element
from jatsx.model import Article
from jatsx.model.fields import field_of, fields
from jatsx.plugin.exporter import Exporter
from jatsx.testing.changes import Change, changes
from jatsx.testing.loss_coverage import exemption, inheriting, is_optional, is_within


@dataclass(slots=True)
class FieldMapping:
    """The places of a field, the reasons of its losses, or why it needs neither."""

    carriers: dict[str, None] = field(default_factory=dict)
    losses: dict[str, None] = field(default_factory=dict)
    exempt: str | None = None


def field_mappings(
    exporter: Exporter, article: Article, context: ExportContext
) -> Mapping[str, FieldMapping]:
    """The mapping of every field, found with an article that has a value in every field.

    Inherited fields of the issue and the journal are found with an article that has no own values
    for them.
    """
    exempt = {one.path: exemption(exporter, one.path) for one in fields()}
    found = {
        path: FieldMapping(exempt=None if is_optional(path) else why)
        for path, why in exempt.items()
    }
    for source in (article, *inheriting(article)):
        unknown = {path for path, mapping in found.items() if mapping == FieldMapping()}
        for path, change in _changes_of(source, unknown):
            _add_change(found[path], change, source, exporter, context)
    for path, mapping in found.items():
        if mapping == FieldMapping():
            mapping.exempt = exempt[path]
    return found


def _changes_of(article: Article, paths: Iterable[str]) -> Iterator[tuple[str, Change]]:
    for change in changes(article):
        path = field_of(change.field)
        if path in paths and change.how == "changed":
            yield path, change


def _add_change(
    mapping: FieldMapping,
    change: Change,
    before: Article,
    exporter: Exporter,
    context: ExportContext,
) -> None:
    """Adds the places and losses that one change of the field shows."""
    after = change.article
    if after is None:
        return
    old, new = (list(exporter.export([one], context)) for one in (before, after))
    mapping.carriers |= dict.fromkeys(changed_places(old, new))
    mapping.losses |= dict.fromkeys(_reasons(exporter, change.field, old))


def changed_places(old: Iterable[Document], new: Iterable[Document]) -> list[str]:
    """The places with different values in two lists of documents, in the order of the second."""
    before, after = (Counter(_all_places(documents)) for documents in (old, new))
    differing = (*(after - before), *(before - after))
    return list(dict.fromkeys(place for place, _ in differing))


def _reasons(exporter: Exporter, field: str, documents: Iterable[Document]) -> Iterator[str]:
    losses = (loss for document in documents for loss in document.all_losses)
    return (exporter.reason(loss) for loss in losses if is_within(field, loss.field))


def _all_places(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        yield from _places(document.content, ())


def _places(content: Any, steps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every value in a document with its place, which is the last two steps of its path."""
    if isinstance(content, Element):
        yield from _places_of_element(content, (*steps, content.tag))
    elif isinstance(content, Mapping):
        for key, item in content.items():
            yield from _places(item, (*steps, key))
    elif isinstance(content, (list, tuple)):
        for item in content:
            yield from _places(item, steps)
    else:
        yield "/".join(steps[-2:]), str(content)


def _places_of_element(element: Element, steps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        if value is not None:
            yield f"{steps[-1]}/@{name}", value
    for child in element.children:
        yield from _places(child, steps)
