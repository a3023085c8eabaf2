"""Whether a format says truly what it drops."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jatsx.documents.content import content_bytes
from jatsx.documents.document import ExportContext
from jatsx.model import Article, inheritance
from jatsx.plugin.exporter import Exporter
from jatsx.testing.changes import Change, changes, renamings
from jatsx.testing.fields import field_of

EXEMPT: Final[Mapping[str, str]] = {
    "id": "names the article in the input and its file in the output",
    "affiliations.id": "used only inside the input",
    "issue.id": "names the issue in the input and its file in the output",
    "issue.sections.id": "used only inside the input",
    "issue.articles": "used only inside the input; what is said is the articles' order",
    "issue.journal.doi_prefix": "a setting, asked by rules",
    "issue.journal.languages": "a setting, asked by rules",
    "issue.journal.rules": "a setting of rules",
    "issue.journal.formats": "a setting of formats",
}
"""Fields that no format has to show, and why: paths in the model, without positions."""

INHERITED: Final = (
    "language",
    "issue.language",
    "issue.journal.language",
    "licenses",
    "issue.licenses",
    "issue.journal.licenses",
    "dates.published",
    "issue.published",
    "issue.year",
)
"""Fields that an article takes from its issue, and the issue from its journal. A change that
leaves what is inherited changes nothing of the article."""


@dataclass(frozen=True, slots=True)
class SilentChange:
    """A change that a format neither shows in its documents nor names in its losses."""

    field: str
    how: str
    change: Change = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Export:
    documents: tuple[tuple[str, bytes], ...]
    losses: frozenset[str]


def silences(
    exporter: Exporter, article: Article, context: ExportContext, of: Iterable[Change] | None = None
) -> Iterator[SilentChange]:
    """The changes of an article, all or those given, that a format makes without a word."""
    before = _exported(exporter, article, context)
    for change in changes(article) if of is None else of:
        after = None if exemption(exporter, change.field) else change.article
        if after is None or _is_as_inherited(change.field, article, after):
            continue
        if not _is_shown(change.field, before, _exported(exporter, after, context)):
            yield SilentChange(change.field, change.how, change)


def unsaid_languages(
    exporter: Exporter, article: Article, context: ExportContext
) -> tuple[str, ...]:
    """The fields of an article whose values a format writes, without saying their language."""
    found = silences(exporter, article, context, renamings(article))
    return tuple(dict.fromkeys(field_of(silence.field) for silence in found))


def exemption(exporter: Exporter, field: str) -> str | None:
    """Why a format needn't show a field; None where it must."""
    reasons = {**EXEMPT, **exporter.own_record}
    path = re.sub(r"\[\d*\]", "", field)
    return next((why for exempt, why in reasons.items() if is_within(path, exempt)), None)


def is_within(field: str, other: str) -> bool:
    """Whether a field is another or a part of it."""
    return field == other or field.startswith((f"{other}.", f"{other}["))


def _exported(exporter: Exporter, article: Article, context: ExportContext) -> _Export:
    documents = list(exporter.export([article], context))
    losses = (loss.field for document in documents for loss in document.all_losses)
    return _Export(tuple((one.name, content_bytes(one)) for one in documents), frozenset(losses))


def _is_shown(field: str, before: _Export, after: _Export) -> bool:
    losses = before.losses | after.losses
    return before.documents != after.documents or any(is_within(field, loss) for loss in losses)


def _is_as_inherited(field: str, before: Article, after: Article) -> bool:
    is_inherited = any(is_within(field, one) for one in INHERITED)
    return is_inherited and _inherited(before) == _inherited(after)


def _inherited(article: Article) -> tuple[Any, ...]:
    """What the article and its issue take from around them, wherever it is written."""
    language = inheritance.language(article)
    dates = (
        *inheritance.publication_dates(article),
        *inheritance.issue_publication_dates(article.issue),
    )
    return (
        language and language.value,
        tuple(said.value for said in inheritance.licenses(article)),
        tuple((date.medium, date.date) for date in dates),
    )
