"""Funding: ``fr:program``, a group for each funder and its own awards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Content, Loss, element, inheritance, other_languages, partition, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import funder_registry_doi, ror_url
from jatsx_crossref.identifiers import crossref_doi, doi_address
from jatsx_crossref.options import Settings
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Article, Award, Funding


def funding_program(article: Article, settings: Settings) -> Built:
    """``fr:program``: a fundgroup for each funder with its awards."""
    groups = (
        fundgroup(funding, f"funding[{n}]", article, settings)
        for n, funding in enumerate(article.funding)
    )
    attributes = {"name": "fundref"}
    return element("fr:program", attributes, groups, field="funding")


def fundgroup(
    funding: Funding, field: str, article: Article, settings: Settings
) -> Iterator[Content]:
    """The assertion ``fundgroup``: a funder and its awards, or only awards."""
    awards = (
        award(one, f"{field}.awards[{n}]", settings.version) for n, one in enumerate(funding.awards)
    )
    pieces = (funder(funding, field, article, settings), awards)
    yield element("fr:assertion", {"name": "fundgroup"}, pieces, field=field)
    if funding.statement:
        yield Loss(f"{field}.statement", "no-funding-statement")


def funder(funding: Funding, field: str, article: Article, settings: Settings) -> Iterator[Content]:
    """The funder: either its ROR id (since 5.4.0), or its name with its Funder Registry id inside.

    Source: Crossref documentation, "Funding information".
    """
    names, own = present(funding.funder), inheritance.language_tag(article)
    ror = ror_url(funding.funder_id or "")
    if ror is not None and "ror" in settings.version.funding_ids:
        yield assertion("ror", f"{field}.funder_id", ror)
        yield from (Loss(subpath(f"{field}.funder", tag), "funder-name-or-ror") for tag in names)
        return
    identifier, losses = partition(funder_identifier(funding, field, settings.version))
    name = inheritance.in_one_language(f"{field}.funder", names, settings.language, own)
    if name is None:
        yield (identifier, losses)
        return
    yield assertion("funder_name", name.field, name.value, identifier)
    yield losses
    params = {"element": "funder_name"}
    yield from other_languages(f"{field}.funder", names, name.language, "one-language", params)


def funder_identifier(funding: Funding, field: str, version: Version) -> Iterator[Content]:
    """The assertion ``funder_identifier``: an id of the Open Funder Registry as a URL."""
    doi = funder_registry_doi(funding.funder_id or "")
    if doi is not None:
        yield assertion("funder_identifier", f"{field}.funder_id", doi_address(doi))
    elif funding.funder_id and "ror" in version.funding_ids:
        yield Loss(f"{field}.funder_id", "funder-id-form")
    elif funding.funder_id:
        yield Loss(f"{field}.funder_id", "funder-registry-only", {"version": version.name})


def award(one: Award, field: str, version: Version) -> Iterator[Content]:
    """The assertions ``award_number`` and ``grant_doi``."""
    yield assertion("award_number", f"{field}.number", one.number)
    doi = crossref_doi(one.doi)
    if one.doi and "grant_doi" not in version.funding_ids:
        yield Loss(f"{field}.doi", "no-grant-doi", {"version": version.name})
    elif doi is not None:
        yield assertion("grant_doi", f"{field}.doi", doi)
    elif one.doi:
        yield Loss(f"{field}.doi", "doi-form", {"element": "grant_doi"})
    if one.title:
        yield Loss(f"{field}.title", "no-award-title")


def assertion(name: str, field: str, *inside: Content) -> Built:
    """``fr:assertion``."""
    return element("fr:assertion", {"name": name}, *inside, field=field)
