"""Who paid for the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, json_object, of
from jatsx.documents.build import Lost, at, stated
from jatsx.model import Award, Funding
from jatsx.standards.identifiers import funder_registry_doi, ror_url

from jatsx_datacite.addresses import any_doi, doi_address
from jatsx_datacite.parts import Parts, Value, Values, chosen, filled, markup_lost, others, plain
from jatsx_datacite.settings import Settings

_ONE_NAME: Final = "funderName is one name, in no language in particular"
_ONE_TITLE: Final = "awardTitle is one title, in no language in particular"


def funding_references(article: Article, settings: Settings) -> Parts:
    """``fundingReferences``: one for each award of a funder, or for the funder without awards."""
    for n, funding in enumerate(article.funding):
        yield from _funder(funding, f"funding[{n}]", article, settings)


def _funder(funding: Funding, own: str, article: Article, settings: Settings) -> Parts:
    name = chosen(f"{own}.funder", funding.funder, article, settings.language)
    if name is None:
        yield Lost(own, "a funding reference needs the funder's name")
        return
    funder = {"funderName": of(name.field, name.value.strip()), **_funder_id(funding, own)}
    for n, award in enumerate(funding.awards):
        yield _award(funder, award, f"{own}.awards[{n}]", article, settings)
        yield from _award_losses(award, f"{own}.awards[{n}]", article, settings)
    if not any(map(_is_said, funding.awards)):
        yield json_object(funder, of=own)
    yield from others(f"{own}.funder", funding.funder, name, _ONE_NAME)
    for tag in stated(funding.statement):
        yield Lost(at(own, "statement", tag), "a funding reference has no place for words")


def _funder_id(funding: Funding, own: str) -> Values:
    """The identifier of a funder and its type."""
    written, field = filled(funding.funder_id), f"{own}.funder_id"
    if written is None:
        return {}
    if ror := ror_url(written):
        return {"funderIdentifier": of(field, ror), "funderIdentifierType": "ROR"}
    if doi := funder_registry_doi(written):
        found = of(field, f"https://doi.org/{doi}")
        return {"funderIdentifier": found, "funderIdentifierType": "Crossref Funder ID"}
    return {"funderIdentifier": of(field, written), "funderIdentifierType": "Other"}


def _award(
    funder: Values, award: Award, own: str, article: Article, settings: Settings
) -> Value | None:
    if not _is_said(award):
        return None
    doi, title = any_doi(award.doi), chosen(f"{own}.title", award.title, article, settings.language)
    described: Values = {
        **funder,
        "awardNumber": of(f"{own}.number", filled(award.number)),
        "awardUri": of(f"{own}.doi", doi_address(doi) if doi else None),
        "awardTitle": of(title.field, plain(title.value)) if title else None,
    }
    return json_object(described, of=own)


def _is_said(award: Award) -> bool:
    return bool(filled(award.number) or any_doi(award.doi) or stated(award.title))


def _award_losses(award: Award, own: str, article: Article, settings: Settings) -> Iterator[Lost]:
    title = chosen(f"{own}.title", award.title, article, settings.language)
    yield from others(f"{own}.title", award.title, title, _ONE_TITLE)
    if title:
        yield from markup_lost(title.value, title.field)
    if filled(award.doi) and any_doi(award.doi) is None:
        yield Lost(f"{own}.doi", "a DOI has the form 10.NNNN/suffix")
