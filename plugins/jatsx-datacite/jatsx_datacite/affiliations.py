"""Affiliations: a name for each institution, with its ROR id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import (
    Article,
    JsonObject,
    Loss,
    Sourced,
    json_object,
    non_blank,
    other_languages,
)
from jatsx.model import Affiliation, Contributor
from jatsx.model.inheritance import InLanguage, country_in_language, workplaces
from jatsx.standards.identifiers import ror_url

from jatsx_datacite.parts import Parts, chosen

_NAMES: Final = ("department", "institution", "city", "country_name")


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
    """The parts of an affiliation's name, with their fields."""
    affiliation, own = article.affiliations[position], f"affiliations[{position}]"
    pieces = [
        chosen(f"{own}.{field}", getattr(affiliation, field), article, language)
        for field in ("department", "institution", "city")
    ]
    pieces.append(_country(own, affiliation, article, language))
    return tuple(piece for piece in pieces if piece)


def _country(
    own: str, affiliation: Affiliation, article: Article, language: str | None
) -> InLanguage[str] | None:
    """The country's name: printed in the language, else from CLDR, else printed in another one."""
    name = country_in_language(affiliation, language, own) if language else None
    return name or chosen(f"{own}.country_name", affiliation.country_name, article, language)


def affiliation_losses(
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
        for name in _NAMES:
            names = getattr(affiliation, name)
            lost = other_languages(f"{own}.{name}", names, None, "one-affiliation-name")
            yield from (one for one in lost if one.field not in fields)
        if non_blank(affiliation.country) and f"{own}.country" not in fields:
            yield Loss(f"{own}.country", "country-code")
        if non_blank(affiliation.ror) and ror_url(affiliation.ror or "") is None:
            yield Loss(f"{own}.ror", "ror-form")
