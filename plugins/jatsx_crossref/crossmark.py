"""``crossmark``: updates of other works, the manuscript's history, funding, licenses.

It stands where the journal has a policy (the option ``crossmark_policy``). Funding and licenses
then stand in it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap, el
from jatsx.documents.build import Inside, Lost, Pieces, wrapped
from jatsx.standards.dates import parse_date
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.options import Settings, origin_of

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
"""What ``update/@type`` calls each kind of update."""

HISTORY: Final = {"group_name": "publication_history", "group_label": "Publication History"}
"""The group of the manuscript's dates. Source: Crossref documentation, "Crossmark"."""


def crossmark(article: Article, settings: Settings, programs: Inside) -> Pieces:
    """``crossmark``, around the programs for funding and licenses."""
    custom_metadata = (history(article), programs)
    pieces = (
        el("crossmark_policy", None, settings.crossmark_policy, of=origin_of("crossmark_policy")),
        domains(settings),
        wrapped("updates", None, updates(article)),
        wrapped("custom_metadata", None, custom_metadata),
    )
    fields = {"crossmark_policy": origin_of("crossmark_policy")}
    return wrapped("crossmark", None, pieces, fields=fields)


def domains(settings: Settings) -> Iterator[Inside]:
    """``crossmark_domains``: the domains of the journal's site."""
    inside = (
        el("crossmark_domain", None, el("domain", None, domain))
        for domain in settings.crossmark_domains
    )
    yield el("crossmark_domains", None, inside, of=origin_of("crossmark_domains"))


def updates(article: Article) -> Iterator[Inside]:
    """An ``update`` for each work that this one corrects, retracts or otherwise updates."""
    for n, relation in enumerate(article.relations):
        if relation.type in UPDATE_TYPES:
            yield from update(relation, f"relations[{n}]")


def update(relation: Relation, of: str) -> Iterator[Inside]:
    """``update``: the DOI of the other work, and the day."""
    doi, date = crossref_doi(relation.doi), parse_date(relation.date)
    if doi is None or date is None or not date.is_full:
        yield Lost(of, "update takes a DOI and a full date: YYYY-MM-DD")
        return
    attributes = {"type": UPDATE_TYPES[relation.type], "date": date.iso}
    fields = {"@type": "../type", "@date": "../date"}
    yield el("update", attributes, doi, of=f"{of}.doi", fields=fields)
    for field in ("url", "title"):
        if getattr(relation, field):
            yield Lost(f"{of}.{field}", "update holds the DOI of the other work alone")


def history(article: Article) -> Iterator[Inside]:
    """An ``assertion`` for each date of the manuscript before it was accepted."""
    order = 0
    for name, written, of in _manuscript_dates(article):
        date = parse_date(written)
        if date is None:
            yield Lost(of, f"{written} isn't a date")
            continue
        attributes = {"name": name, "label": name.capitalize(), **HISTORY, "order": str(order)}
        yield el("assertion", attributes, date.iso, of=of)
        order += 1


def losses_without_policy(article: Article) -> Iterator[Lost]:
    """What only Crossmark has a place for, where the journal has no policy."""
    for _, _, of in _manuscript_dates(article):
        yield Lost(of, "the date stands in crossmark, which needs the option crossmark_policy")
    for n, relation in enumerate(article.relations):
        if relation.type in UPDATE_TYPES:
            yield Lost(
                f"relations[{n}]",
                "an update stands in crossmark, which needs the option crossmark_policy",
            )


def _manuscript_dates(article: Article) -> Iterator[tuple[str, str, str]]:
    """When the manuscript was received and revised: name, date, field."""
    if article.dates.received:
        yield "received", article.dates.received, "dates.received"
    for n, revised in enumerate(article.dates.revised):
        if revised:
            yield "revised", revised, f"dates.revised[{n}]"
