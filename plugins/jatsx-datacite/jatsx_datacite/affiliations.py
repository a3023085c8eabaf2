"""Affiliations: a name for each institution, with its ROR id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jatsx import (
    Article,
    Extent,
    JsonObject,
    Loss,
    Sourced,
    affiliation_losses,
    inheritance,
    json_object,
    non_blank,
)
from jatsx.model import Contributor
from jatsx.model.inheritance import InLanguage, workplaces
from jatsx.standards.identifiers import ror_url

from jatsx_datacite.parts import Parts


def affiliations(article: Article, contributor: Contributor, language: str | None) -> Parts:
    """``affiliation``: the affiliations of a contributor, in order."""
    for n in workplaces(article, contributor):
        yield affiliation(article, n, language)


def affiliation(article: Article, position: int, language: str | None) -> JsonObject | None:
    """An affiliation with a name: department, institution, city, country."""
    own = f"affiliations[{position}]"
    name = ", ".join(piece.value.strip() for piece in name_pieces(article, position, language))
    if not name:
        return None
    ror = ror_url(article.affiliations[position].ror or "")
    identified = {
        "affiliationIdentifier": Sourced(ror, f"{own}.ror"),
        "affiliationIdentifierScheme": "ROR" if ror else None,
        "schemeUri": "https://ror.org" if ror else None,
    }
    return json_object({"name": Sourced(name, f"{own}.institution"), **identified}, field=own)


def name_pieces(
    article: Article, position: int, language: str | None
) -> tuple[InLanguage[str], ...]:
    """The parts of an affiliation's name, in one language, with their fields."""
    affiliation, own = article.affiliations[position], f"affiliations[{position}]"
    article_language = inheritance.language_tag(article)
    parts = inheritance.affiliation_in_language(affiliation, own, language, article_language)
    return tuple(parts.values())


def losses_of_affiliations(
    article: Article, used: Mapping[int, frozenset[str | None]]
) -> Iterator[Loss]:
    """The losses of affiliations. ``used`` contains the languages in which each is written."""
    for n, affiliation in enumerate(article.affiliations):
        own = f"affiliations[{n}]"
        pieces = [
            piece for language in used.get(n, ()) for piece in name_pieces(article, n, language)
        ]
        if not pieces:
            code = "affiliation-name-missing" if n in used else "affiliation-unused"
            yield Loss(own, code)
            continue
        fields = {piece.field for piece in pieces}
        yield from affiliation_losses(affiliation, own, fields, "one-affiliation-name")
        if non_blank(affiliation.country) and f"{own}.country" not in fields:
            is_named = any(field.startswith(f"{own}.country_name") for field in fields)
            extent = Extent.FORM if is_named else Extent.WHOLE
            yield Loss(f"{own}.country", "country-code", extent=extent)
        if non_blank(affiliation.ror) and ror_url(affiliation.ror or "") is None:
            yield Loss(f"{own}.ror", "ror-form")
