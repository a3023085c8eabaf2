"""Where people work: a name for each institution, with its ROR id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import Article, JsonObject, Loss, Sourced, json_object, present
from jatsx.model import Contributor
from jatsx.standards.identifiers import ror_url
from jatsx.standards.languages import country_name

from jatsx_datacite.parts import Chosen, Parts, chosen, filled, others

_ONE_NAME: Final = "an affiliation has one name, in one language"
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


def name_pieces(article: Article, position: int, language: str | None) -> tuple[Chosen[str], ...]:
    """The pieces of an affiliation's name, with the fields that say them."""
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
) -> Chosen[str] | None:
    """The country's name: as printed in the language, else CLDR's, else as printed in another."""
    if language and language not in present(printed):
        name = country_name(code, language)
        if name:
            return Chosen(language, name, f"{own}.country")
    return chosen(f"{own}.country_name", printed, article, language)


def affiliation_losses(
    article: Article, used: Mapping[int, frozenset[str | None]]
) -> Iterator[Loss]:
    """What no name of an affiliation says. ``used`` are the languages it is named in."""
    for n, affiliation in enumerate(article.affiliations):
        own = f"affiliations[{n}]"
        taken = [
            piece for language in used.get(n, ()) for piece in name_pieces(article, n, language)
        ]
        if not taken:
            yield Loss(own, _why_not(n in used))
            continue
        fields = {piece.field for piece in taken}
        for name in _NAMES:
            lost = others(f"{own}.{name}", getattr(affiliation, name), None, _ONE_NAME)
            yield from (one for one in lost if one.field not in fields)
        if filled(affiliation.country) and f"{own}.country" not in fields:
            yield Loss(f"{own}.country", "an affiliation's name holds the country's, and no code")
        if filled(affiliation.ror) and ror_url(affiliation.ror or "") is None:
            yield Loss(f"{own}.ror", "a ROR id has the form https://ror.org/0…")


def _why_not(is_used: bool) -> str:
    if is_used:
        return "an affiliation needs a name"
    return "an affiliation stands with its creator or contributor, and none has this one"
