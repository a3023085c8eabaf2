"""Authors, and where they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jatsx import Sourced, inheritance, json_list, json_object, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import orcid_url
from jatsx.standards.languages import country_name
from jatsx_doaj.texts import filled

if TYPE_CHECKING:
    from jatsx import Article, JsonList, JsonObject
    from jatsx.model import Affiliation, Contributor, PersonName

AUTHOR: Final = "author"
"""The one kind of contributor that DOAJ lists."""


@dataclass(frozen=True, slots=True)
class People:
    """What DOAJ takes of an article's people in a language.

    ``names`` are the one name of each author, by position among the contributors; ``affiliations``
    the pieces of each affiliation's text.
    """

    names: Mapping[int, Sourced[str]]
    affiliations: Sequence[Sequence[Sourced[str]]]


def people(article: Article, language: str | None) -> People:
    """What DOAJ takes of an article's people."""
    positions = range(len(article.affiliations))
    return People(
        author_names(article, language),
        [affiliation_pieces(article, n, language) for n in positions],
    )


def authors(article: Article, taken: People) -> JsonList | None:
    """Those of the contributors that are authors and have a name, in order."""
    described = (author(article, n, taken) for n in taken.names)
    return json_list(described, field="contributors")


def author(article: Article, position: int, taken: People) -> JsonObject | None:
    """An author: name, affiliation and ORCID iD, each where it is known."""
    contributor, own = article.contributors[position], f"contributors[{position}]"
    name = taken.names[position]
    places = [affiliation_text(taken.affiliations[n]) for n in workplaces(article, contributor)]
    affiliation = "; ".join(place for place in places if place)
    return json_object(
        {
            "name": Sourced(name.value, name.field),
            "affiliation": Sourced(affiliation or None, f"{own}.affiliations"),
            "orcid_id": Sourced(orcid_url(contributor.orcid or ""), f"{own}.orcid"),
        },
        field=own,
    )


def author_name(article: Article, position: int, language: str | None) -> Sourced[str] | None:
    """The one name of a contributor, a person's or else a group's."""
    contributor = article.contributors[position]
    own = f"contributors[{position}]"
    names = {tag: full_name(name) for tag, name in contributor.name.items()}
    return _one(f"{own}.name", names, article, language) or _one(
        f"{own}.group", contributor.group, article, language
    )


def author_names(article: Article, language: str | None) -> dict[int, Sourced[str]]:
    """The names of the authors that have one, by their positions among the contributors."""
    return {
        n: name
        for n, contributor in enumerate(article.contributors)
        if contributor.kind == AUTHOR and (name := author_name(article, n, language))
    }


def full_name(name: PersonName) -> str:
    """Given names, patronymic, family name and suffix, as far as they are known."""
    parts = map(filled, (name.given, name.patronymic, name.family, name.suffix))
    return " ".join(filter(None, parts))


def workplaces(article: Article, contributor: Contributor) -> Iterator[int]:
    """The positions of a contributor's affiliations; of two with one id, the first's."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return (ids.index(id) for id in contributor.affiliations if id in ids)


def affiliation_text(pieces: Sequence[Sourced[str]]) -> str:
    """An affiliation as one text: department, institution, city, country."""
    return ", ".join([piece.value for piece in pieces])


def affiliation_pieces(
    article: Article, position: int, language: str | None
) -> tuple[Sourced[str], ...]:
    """The pieces of an affiliation's text, with the fields that say them."""
    affiliation = article.affiliations[position]
    own = f"affiliations[{position}]"
    pieces = (
        _one(f"{own}.department", affiliation.department, article, language),
        _one(f"{own}.institution", affiliation.institution, article, language),
        _one(f"{own}.city", affiliation.city, article, language),
        _country(affiliation, own, article, language),
    )
    return tuple(filter(None, pieces))


def _country(
    affiliation: Affiliation, own: str, article: Article, language: str | None
) -> Sourced[str] | None:
    """The country's name: as printed in the language, else CLDR's, else as printed in another."""
    printed = affiliation.country_name
    if language and not filled(printed.get(language)):
        name = country_name(affiliation.country or "", language)
        if name:
            return Sourced(name, f"{own}.country")
    return _one(f"{own}.country_name", printed, article, language)


def _one(
    field: str, values: Mapping[str, str], article: Article, language: str | None
) -> Sourced[str] | None:
    """The value in a language or, where there is none, in the next best."""
    chosen = inheritance.one_language(present(values), language, inheritance.language_tag(article))
    return Sourced(chosen[1].strip(), subpath(field, chosen[0])) if chosen else None
