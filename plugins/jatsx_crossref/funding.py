"""Funding: ``fr:program``, a group for each funder and its own awards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Children, Element, el
from jatsx.documents.build import Inside, Lost, Pieces, apart, at, stated, wrapped
from jatsx.standards.identifiers import funder_registry_doi, ror_url
from jatsx_crossref.identifiers import crossref_doi, doi_address
from jatsx_crossref.language import one_language
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import others

if TYPE_CHECKING:
    from jatsx.model import Article, Award, Funding


def funding_program(article: Article, settings: Settings) -> Pieces:
    """``fr:program``: a fundgroup for each funder, so that awards stay with theirs."""
    groups = (
        fundgroup(funding, f"funding[{n}]", article, settings)
        for n, funding in enumerate(article.funding)
    )
    attributes = {"name": "fundref"}
    return wrapped("fr:program", attributes, groups, of="funding")


def fundgroup(funding: Funding, of: str, article: Article, settings: Settings) -> Iterator[Inside]:
    """The assertion ``fundgroup``: a funder and its awards, or awards alone."""
    awards = (award(one, f"{of}.awards[{n}]") for n, one in enumerate(funding.awards))
    pieces = (funder(funding, of, article, settings), awards)
    yield wrapped("fr:assertion", {"name": "fundgroup"}, pieces, of=of)
    if funding.statement:
        yield Lost(f"{of}.statement", "fr:program names funders and awards, and has no statement")


def funder(funding: Funding, of: str, article: Article, settings: Settings) -> Iterator[Inside]:
    """The funder: by its ROR id alone, or by name, with its Funder Registry id inside.

    Source: Crossref documentation, "Funding information".
    """
    names = stated(funding.funder)
    ror = ror_url(funding.funder_id or "")
    if ror is not None:
        yield assertion("ror", f"{of}.funder_id", ror)
        why = "a fundgroup names its funder once, here by the ROR id"
        yield from others(names, None, f"{of}.funder", why)
        return
    identifier, lost = apart(funder_identifier(funding, of))
    language, name = one_language(names, article, settings)
    if language is None:
        yield (identifier, lost)
        return
    yield assertion("funder_name", at(f"{of}.funder", language), name, identifier)
    yield lost
    yield from others(names, language, f"{of}.funder", "funder_name is in one language")


def funder_identifier(funding: Funding, of: str) -> Iterator[Inside]:
    """The assertion ``funder_identifier``: an address of the Open Funder Registry."""
    doi = funder_registry_doi(funding.funder_id or "")
    if doi is not None:
        yield assertion("funder_identifier", f"{of}.funder_id", doi_address(doi))
    elif funding.funder_id:
        yield Lost(
            f"{of}.funder_id",
            "Crossref knows funders by ROR and by Funder Registry id (10.13039/…)",
        )


def award(one: Award, of: str) -> Iterator[Inside]:
    """The assertions ``award_number`` and ``grant_doi``."""
    yield assertion("award_number", f"{of}.number", one.number)
    doi = crossref_doi(one.doi)
    if doi is not None:
        yield assertion("grant_doi", f"{of}.doi", doi)
    elif one.doi:
        yield Lost(f"{of}.doi", "grant_doi takes a DOI")
    if one.title:
        yield Lost(f"{of}.title", "fr:program has no titles of projects")


def assertion(name: str, of: str, *inside: Children) -> Element | None:
    """``fr:assertion``: something said of the funding."""
    return el("fr:assertion", {"name": name}, *inside, of=of)
