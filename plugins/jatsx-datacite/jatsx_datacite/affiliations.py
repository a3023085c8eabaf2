"""Where people work: a name for each institution, with its ROR id."""

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
    present,
)
from jatsx.model import Contributor
from jatsx.model.inheritance import InLanguage
from jatsx.standards.identifiers import ror_url
from jatsx.standards.languages import country_name

from jatsx_datacite.parts import Parts, chosen

_NAMES: Final = ("department", "institution", "city", "country_name")


def affiliations(article: Article, contributor: Contributor, language: str | None) -> Parts:
    """``affiliation``: the places where a contributor works, in order."""
    for n in workplaces(article, contributor):
        yield affiliation(article, n, language)


def workplaces(article: Article, contributor: Contributor) -> Iterator[int]:
    """The positions of a contributor's affiliations; of two with one id, the first's."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return (ids.index(id) for id in contributor.affiliations if id in ids)


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
    """The pieces of an affiliation's name, with their fields."""
    affiliation, own = article.affiliations[position], f"affiliations[{position}]"
    pieces = [
        chosen(f"{own}.{field}", getattr(affiliation, field), article, language)
        for field in ("department", "institution", "city")
    ]
    printed, code = affiliation.country_name, affiliation.country or ""
    pieces.append(_country(f"{own}", printed, code, article, language))
    return tuple(piece for piece in pieces if piece)


def _country(
    own: str, printed: Mapping[str, str], code: str, article: Article, language: str | None
) -> InLanguage[str] | None:
    """The country's name: as printed in the language, else CLDR's, else as printed in another."""
    if language and language not in present(printed):
        name = country_name(code, language)
        if name:
            return InLanguage(language, name, f"{own}.country")
    return chosen(f"{own}.country_name", printed, article, language)


def affiliation_losses(
    article: Article, used: Mapping[int, frozenset[str | None]]
) -> Iterator[Loss]:
    """What no name of an affiliation includes. ``used`` are the languages it is named in."""
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
