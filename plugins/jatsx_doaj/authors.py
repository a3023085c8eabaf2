"""Authors, and where they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import inheritance
from jatsx.fieldpath import joined, written
from jatsx.identifiers import orcid_url
from jatsx.languages import country_name
from jatsx.model.inheritance import Said
from jatsx_doaj.texts import filled

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.formats import Json
    from jatsx.model import Affiliation, Contributor, PersonName

AUTHOR: Final = "author"
"""The one kind of contributor that DOAJ lists."""


def authors(article: Article, language: str | None) -> list[Json]:
    """Those of the contributors that are authors and have a name, in order."""
    return [
        author(contributor, name.value, article, language)
        for n, contributor in enumerate(article.contributors)
        if contributor.kind == AUTHOR and (name := author_name(article, n, language))
    ]


def author(
    contributor: Contributor, name: str, article: Article, language: str | None
) -> dict[str, Json]:
    """An author: name, affiliation and ORCID iD, each where it is known."""
    places = [
        affiliation_text(article, position, language)
        for position in workplaces(article, contributor)
    ]
    described = {
        "name": name,
        "affiliation": "; ".join(place for place in places if place),
        "orcid_id": orcid_url(contributor.orcid or ""),
    }
    return {field: value for field, value in described.items() if value}


def author_name(article: Article, position: int, language: str | None) -> Said[str] | None:
    """The one name of a contributor, a person's or else a group's."""
    contributor = article.contributors[position]
    of = f"contributors[{position}]"
    names = {tag: full_name(name) for tag, name in contributor.name.items()}
    return _one(f"{of}.name", names, article, language) or _one(
        f"{of}.group", contributor.group, article, language
    )


def full_name(name: PersonName) -> str:
    """Given names, patronymic, family name and suffix, as far as they are known."""
    parts = map(filled, (name.given, name.patronymic, name.family, name.suffix))
    return " ".join(part for part in parts if part)


def workplaces(article: Article, contributor: Contributor) -> Iterator[int]:
    """The positions of a contributor's affiliations; of two with one id, the first's."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return (ids.index(id) for id in contributor.affiliations if id in ids)


def affiliation_text(article: Article, position: int, language: str | None) -> str:
    """An affiliation as one text: department, institution, city, country."""
    return ", ".join(piece.value for piece in affiliation_pieces(article, position, language))


def affiliation_pieces(
    article: Article, position: int, language: str | None
) -> tuple[Said[str], ...]:
    """The pieces of an affiliation's text, with the fields that say them."""
    affiliation = article.affiliations[position]
    of = f"affiliations[{position}]"
    pieces = (
        _one(f"{of}.department", affiliation.department, article, language),
        _one(f"{of}.institution", affiliation.institution, article, language),
        _one(f"{of}.city", affiliation.city, article, language),
        _country(affiliation, of, article, language),
    )
    return tuple(piece for piece in pieces if piece)


def _country(
    affiliation: Affiliation, of: str, article: Article, language: str | None
) -> Said[str] | None:
    """The country's name: as printed in the language, else CLDR's, else as printed in another."""
    printed = affiliation.country_name
    if language and not filled(printed.get(language)):
        name = country_name(affiliation.country or "", language)
        if name:
            return Said(name, f"{of}.country")
    return _one(f"{of}.country_name", printed, article, language)


def _one(
    field: str, values: Mapping[str, str], article: Article, language: str | None
) -> Said[str] | None:
    """The value in a language or, where there is none, in the next best."""
    kept = {tag: text for tag, value in values.items() if (text := filled(value))}
    chosen = inheritance.one_language(kept, article, language)
    return Said(chosen[1], joined(field, written((chosen[0],)))) if chosen else None
