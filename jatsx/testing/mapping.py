"""What becomes of each field of the model in a format, found by changing it.

What carries a field is what changes in the documents with its value. Nothing is declared here, so
nothing here can be untrue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.xml import Element
from jatsx.model import Article, Dates, Published
from jatsx.plugin.exporter import Exporter
from jatsx.testing.changes import Change, changes
from jatsx.testing.fields import field_of, fields
from jatsx.testing.loss_coverage import exemption, is_within

_OWN: Final = {"language": None, "licenses": (), "dates": Dates()}


@dataclass(slots=True)
class FieldMapping:
    """What becomes of a field: the places that carry it, why it is lost, why it needs neither."""

    carriers: dict[str, None] = field(default_factory=dict)
    losses: dict[str, None] = field(default_factory=dict)
    exempt: str | None = None


def field_mappings(
    exporter: Exporter, article: Article, context: ExportContext
) -> Mapping[str, FieldMapping]:
    """The fate of every field, told by an article that says them all.

    What it inherits from issue and journal is told by the article without values of its own.
    """
    found = {one.path: FieldMapping(exempt=exemption(exporter, one.path)) for one in fields()}
    for telling in _tellings(article):
        silent = {path for path, fate in found.items() if fate == FieldMapping()}
        for path, change in _changes_of(telling, silent):
            _tell(found[path], change, telling, exporter, context)
    return found


def _tellings(article: Article) -> Iterator[Article]:
    """The article; without own values for what is inherited; and its issue without them too."""
    yield article
    inheriting = article.model_copy(update={**_OWN})
    yield inheriting
    issue = article.issue.model_copy(
        update={"language": None, "licenses": (), "published": Published()}
    )
    yield inheriting.model_copy(update={"issue": issue})


def _changes_of(article: Article, paths: Iterable[str]) -> Iterator[tuple[str, Change]]:
    for change in changes(article):
        path = field_of(change.field)
        if path in paths and change.how == "changed":
            yield path, change


def _tell(
    fate: FieldMapping, change: Change, before: Article, exporter: Exporter, context: ExportContext
) -> None:
    """Adds to a fate what one change tells."""
    after = change.article
    if after is None:
        return
    old, new = (list(exporter.export([one], context)) for one in (before, after))
    fate.carriers |= dict.fromkeys(changed_places(old, new))
    fate.losses |= dict.fromkeys(_reasons(exporter, change.field, old))


def changed_places(old: Iterable[Document], new: Iterable[Document]) -> list[str]:
    """The places whose values differ between documents, in the order of the second."""
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
    """Every value in a document: its place, which is the last two steps to it, and the value."""
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
