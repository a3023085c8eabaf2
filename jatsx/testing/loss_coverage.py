"""The fields that a format drops without reporting a loss."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jatsx.documents.content import content_bytes
from jatsx.documents.document import ExportContext
from jatsx.findings.translation import N_
from jatsx.model import Article, Dates, Published, inheritance
from jatsx.model.fields import field_of
from jatsx.plugin.exporter import Exporter
from jatsx.testing.changes import Change, changes, renamings

EXEMPT: Final[Mapping[str, str]] = {
    "id": N_("The id is used only in the input files and in the names of output files."),
    "status": N_("This is a setting: it decides whether the article is exported."),
    "affiliations.id": N_("The id is used only in the input files."),
    "issue.id": N_("The id is used only in the input files and in the names of output files."),
    "issue.sections.id": N_("The id is used only in the input files."),
    "issue.articles": N_(
        "The ids are used only in the input files, to give the order of articles."
    ),
    "files": N_(
        "Paths say where files are, not what the article is. Only formats that are sent together"
        " with files include them."
    ),
    "issue.files": N_(
        "Paths say where files are, not what the issue is. Only formats that are sent together with"
        " files include them."
    ),
    "issue.journal.doi_prefix": N_("This is a setting for rules."),
    "issue.journal.languages": N_("This is a setting for rules."),
    "issue.journal.patterns": N_("This is a setting for articles without a DOI or URL."),
    "issue.journal.affiliations": N_("Articles contain the affiliations that they name."),
    "issue.journal.rules": N_("This is a setting for rules."),
    "issue.journal.ledger": N_("This is a setting for deposits."),
    "issue.journal.requirements": N_("These are rules that the journal declares."),
    "issue.journal.formats": N_("This is a setting for formats."),
}
"""Fields that formats need not write, and the reasons: paths in the model, without positions."""

OPTIONAL: Final = ("files", "issue.files")
"""The fields among them that some formats write."""

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
"""Fields that an article inherits from its issue, and the issue from its journal. A change that
does not affect the inherited value does not change the article."""


@dataclass(frozen=True, slots=True)
class SilentChange:
    """A change that neither the documents of a format nor its losses show."""

    field: str
    how: str
    change: Change = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Export:
    documents: tuple[tuple[str, bytes], ...]
    losses: frozenset[str]


def silent_changes(
    exporter: Exporter, article: Article, context: ExportContext, of: Iterable[Change] | None = None
) -> Iterator[SilentChange]:
    """The changes of an article, all or those of ``of``, that neither documents nor losses show."""
    before = _exported(exporter, article, context)
    for change in changes(article) if of is None else of:
        after = None if exemption(exporter, change.field) else change.article
        if after is None or _is_as_inherited(change.field, article, after):
            continue
        if not _is_shown(change.field, before, _exported(exporter, after, context)):
            yield SilentChange(change.field, change.how, change)


def fields_without_language(
    exporter: Exporter, article: Article, context: ExportContext
) -> tuple[str, ...]:
    """The fields of an article whose values a format writes without their language."""
    found = silent_changes(exporter, article, context, renamings(article))
    return tuple(dict.fromkeys(field_of(one.field) for one in found))


def is_without_language(exporter: Exporter, field: str) -> bool:
    """Whether a format has no place for the language of a field."""
    path = re.sub(r"\[\d*\]", "", field)
    return any(is_within(path, one) for one in exporter.without_language)


def inheriting(article: Article) -> Iterator[Article]:
    """The article without own values of inherited fields, then also without those of its issue."""
    own = {"language": None, "licenses": (), "dates": Dates()}
    found = article.model_copy(update=own)
    yield found
    without = {"language": None, "licenses": (), "published": Published()}
    yield found.model_copy(update={"issue": found.issue.model_copy(update=without)})


def exemption(exporter: Exporter, field: str) -> str | None:
    """Why a format need not write a field; None if the format must write it."""
    reasons = {**EXEMPT, **exporter.own_record}
    path = re.sub(r"\[\d*\]", "", field)
    return next((why for exempt, why in reasons.items() if is_within(path, exempt)), None)


def is_optional(field: str) -> bool:
    """Whether some formats write a field that formats need not write."""
    path = re.sub(r"\[\d*\]", "", field)
    return any(is_within(path, one) for one in OPTIONAL)


def is_within(field: str, other: str) -> bool:
    """Whether a field is another field or a part of it."""
    return field == other or field.startswith((f"{other}.", f"{other}["))


def _exported(exporter: Exporter, article: Article, context: ExportContext) -> _Export:
    documents = list(exporter.export([article], context))
    losses = (loss.field for document in documents for loss in document.all_losses)
    return _Export(tuple((one.name, content_bytes(one)) for one in documents), frozenset(losses))


def _is_shown(field: str, before: _Export, after: _Export) -> bool:
    losses, new = before.losses | after.losses, after.losses - before.losses
    return (
        before.documents != after.documents
        or any(is_within(field, loss) for loss in losses)
        or any(is_within(loss, field) for loss in new)
    )


def _is_as_inherited(field: str, before: Article, after: Article) -> bool:
    is_inherited = any(is_within(field, one) for one in INHERITED)
    return is_inherited and _inherited(before) == _inherited(after)


def _inherited(article: Article) -> tuple[Any, ...]:
    """The values of the fields of :data:`INHERITED`, with inheritance applied."""
    language = inheritance.language(article)
    dates = (
        *inheritance.publication_dates(article),
        *inheritance.issue_publication_dates(article.issue),
    )
    return (
        language and language.value,
        tuple(found.value for found in inheritance.licenses(article)),
        tuple((date.medium, date.date) for date in dates),
    )
