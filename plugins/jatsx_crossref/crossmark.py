"""``crossmark``: updates of other works, history, copyright, statements, funding, licenses.

It is written if the journal has a policy (the option ``crossmark_policy``). Then funding and
licenses are inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, FrozenMap, Loss, element, losses_of, option_path
from jatsx.standards.dates import parse_date
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.options import NAME, Settings
from jatsx_crossref.statements import copyright_assertions, statement_assertions

if TYPE_CHECKING:
    from jatsx.model import Article, Relation

UPDATE_TYPES: Final = FrozenMap(
    {
        "addendum-to": "addendum",
        "clarification-of": "clarification",
        "correction-of": "correction",
        "corrigendum-of": "corrigendum",
        "erratum-of": "erratum",
        "expression-of-concern-about": "expression_of_concern",
        "new-edition-of": "new_edition",
        "new-version-of": "new_version",
        "partial-retraction-of": "partial_retraction",
        "removal-of": "removal",
        "retraction-of": "retraction",
        "withdrawal-of": "withdrawal",
    }
)
"""The value of ``update/@type`` for each type of update."""

ASSERTED: Final = "crossmark-not-chosen"
"""The code of the loss of values that only ``crossmark`` contains."""

HISTORY: Final = {"group_name": "publication_history", "group_label": "Publication History"}
"""The group of the manuscript's dates. Source: Crossref documentation, "Crossmark"."""


def crossmark(article: Article, settings: Settings, programs: Content) -> Built:
    """``crossmark``, with the programs for funding and licenses."""
    assertions = (history(article), copyright_assertions(article), statement_assertions(article))
    custom_metadata = (assertions, programs)
    field = option_path(NAME, "crossmark_policy")
    pieces = (
        element("crossmark_policy", None, settings.crossmark_policy, field=field),
        domains(settings),
        element("updates", None, updates(article)),
        element("custom_metadata", None, custom_metadata),
    )
    return element("crossmark", None, pieces, fields={"crossmark_policy": field})


def domains(settings: Settings) -> Iterator[Content]:
    """``crossmark_domains``: the domains of the journal's website."""
    inside = (
        element("crossmark_domain", None, element("domain", None, domain))
        for domain in settings.crossmark_domains
    )
    yield element("crossmark_domains", None, inside, field=option_path(NAME, "crossmark_domains"))


def updates(article: Article) -> Iterator[Content]:
    """An ``update`` for each work that the article corrects, retracts or otherwise updates."""
    for n, relation in enumerate(article.relations):
        if relation.type in UPDATE_TYPES:
            yield from update(relation, f"relations[{n}]")


def update(relation: Relation, field: str) -> Iterator[Content]:
    """``update``: the DOI of the other work, and the date."""
    doi, date = crossref_doi(relation.doi), parse_date(relation.date)
    if doi is None or date is None or not date.is_full:
        yield Loss(field, "update-form")
        return
    attributes = {"type": UPDATE_TYPES[relation.type], "date": date.iso}
    fields = {"@type": "../type", "@date": "../date"}
    yield element("update", attributes, doi, field=f"{field}.doi", fields=fields)
    for key in ("url", "title"):
        if getattr(relation, key):
            yield Loss(f"{field}.{key}", "update-doi-only")


def history(article: Article) -> Iterator[Content]:
    """An ``assertion`` for each date of the manuscript before it was accepted, as written."""
    for order, (name, written, field) in enumerate(_manuscript_dates(article)):
        attributes = {"name": name, "label": name.capitalize(), **HISTORY, "order": str(order)}
        yield element("assertion", attributes, written, field=field)


def losses_without_policy(article: Article) -> Iterator[Loss]:
    """The losses of values that are allowed only in ``crossmark``, if the journal has no policy."""
    for _, _, field in _manuscript_dates(article):
        yield Loss(field, ASSERTED, {"element": "assertion"})
    for loss in losses_of(article, {"copyright": ASSERTED, "statements": ASSERTED}):
        yield replace(loss, params=FrozenMap({"element": "assertion"}))
    for n, relation in enumerate(article.relations):
        if relation.type in UPDATE_TYPES:
            yield Loss(f"relations[{n}]", ASSERTED, {"element": "update"})


def _manuscript_dates(article: Article) -> Iterator[tuple[str, str, str]]:
    """The dates when the manuscript was received and revised: name, date, field."""
    if article.dates.received:
        yield "received", article.dates.received, "dates.received"
    for n, revised in enumerate(article.dates.revised):
        if revised:
            yield "revised", revised, f"dates.revised[{n}]"
