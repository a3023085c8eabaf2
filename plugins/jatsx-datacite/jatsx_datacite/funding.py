"""Funders and grants."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import (
    Article,
    Loss,
    Sourced,
    json_object,
    lost_markup,
    non_blank,
    other_languages,
    present,
    stripped,
)
from jatsx.model import Award, Funding
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import funder_registry_doi, ror_url

from jatsx_datacite.addresses import any_doi, doi_address
from jatsx_datacite.parts import Parts, Value, Values, chosen, plain
from jatsx_datacite.settings import Settings


def funding_references(article: Article, settings: Settings) -> Parts:
    """``fundingReferences``: one for each award, and one for each funder without awards."""
    for n, funding in enumerate(article.funding):
        yield from _funder(funding, f"funding[{n}]", article, settings)


def _funder(funding: Funding, own: str, article: Article, settings: Settings) -> Parts:
    name = chosen(f"{own}.funder", funding.funder, article, settings.language)
    if name is None:
        yield Loss(own, "funder-name-missing")
        return
    funder = {"funderName": Sourced(name.value.strip(), name.field), **_funder_id(funding, own)}
    for n, award in enumerate(funding.awards):
        yield _award(funder, award, f"{own}.awards[{n}]", article, settings)
        yield from _award_losses(award, f"{own}.awards[{n}]", article, settings)
    if not any(map(_is_identified, funding.awards)):
        yield json_object(funder, field=own)
    yield from other_languages(f"{own}.funder", funding.funder, name.language, "one-funder-name")
    for tag in present(funding.statement):
        yield Loss(subpath(own, "statement", tag), "no-funding-statement")


def _funder_id(funding: Funding, own: str) -> Values:
    """The identifier of a funder and its type."""
    written, field = stripped(funding.funder_id), f"{own}.funder_id"
    if written is None:
        return {}
    if ror := ror_url(written):
        return {"funderIdentifier": Sourced(ror, field), "funderIdentifierType": "ROR"}
    if doi := funder_registry_doi(written):
        found = Sourced(f"https://doi.org/{doi}", field)
        return {"funderIdentifier": found, "funderIdentifierType": "Crossref Funder ID"}
    return {"funderIdentifier": Sourced(written, field), "funderIdentifierType": "Other"}


def _award(
    funder: Values, award: Award, own: str, article: Article, settings: Settings
) -> Value | None:
    if not _is_identified(award):
        return None
    doi, title = any_doi(award.doi), chosen(f"{own}.title", award.title, article, settings.language)
    described: Values = {
        **funder,
        "awardNumber": Sourced(stripped(award.number), f"{own}.number"),
        "awardUri": Sourced(doi_address(doi) if doi else None, f"{own}.doi"),
        "awardTitle": Sourced(plain(title.value), title.field) if title else None,
    }
    return json_object(described, field=own)


def _is_identified(award: Award) -> bool:
    return bool(non_blank(award.number) or any_doi(award.doi) or present(award.title))


def _award_losses(award: Award, own: str, article: Article, settings: Settings) -> Iterator[Loss]:
    title = chosen(f"{own}.title", award.title, article, settings.language)
    if title:
        yield from other_languages(f"{own}.title", award.title, title.language, "one-award-title")
        yield from lost_markup(title.value, title.field, "plain-text")
    if non_blank(award.doi) and any_doi(award.doi) is None:
        yield Loss(f"{own}.doi", "doi-form")
