"""Where contributors work: ``town``, ``country``, ``orgName``.

Each holds all places of work of one person in one language, apart by semicolons and in one order,
so that the second town is that of the second institution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jatsx import Built, Loss, element, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.languages import country_name
from jatsx_rsci.texts import said

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Affiliation, Contributor

SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text, and the fields that say it."""

    text: str
    fields: tuple[str, ...]


Slot = Callable[["Affiliation", str, str], "SourcedText | None"]


def place_elements(
    article: Article, contributor: Contributor, tag: str, field: str
) -> Iterator[Built]:
    """``town``, ``country`` and ``orgName`` of a contributor in a language."""
    for name, words in place_words(article, contributor, tag):
        text = SEPARATOR.join(one.text for one in words)
        yield element(
            name, None, text, field=words[0].fields[0] if words else f"{field}.affiliations"
        )


def place_words(
    article: Article, contributor: Contributor, tag: str
) -> Iterator[tuple[str, list[SourcedText]]]:
    """What stands in each element: one for each institution, or nothing.

    An institution without a town would shift the towns that follow: then none is written.
    """
    places = [n for n in workplaces(article, contributor) if _is_named(article, n, tag)]
    for name, slot in SLOTS.items():
        found = [slot(article.affiliations[n], tag, f"affiliations[{n}]") for n in places]
        words = [one for one in found if one is not None]
        yield name, words if len(words) == len(found) else []


def workplaces(article: Article, contributor: Contributor) -> list[int]:
    """The positions of a contributor's affiliations; of two with one id, the first's."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return list(dict.fromkeys(ids.index(id) for id in contributor.affiliations if id in ids))


def town(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """The city."""
    city = said(affiliation.city.get(tag))
    return SourcedText(city, (subpath(field, "city", tag),)) if city else None


def country(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """The country's name as printed, else as the language calls it."""
    printed = said(affiliation.country_name.get(tag))
    if printed:
        return SourcedText(printed, (subpath(field, "country_name", tag),))
    known = country_name(affiliation.country or "", tag)
    return SourcedText(known, (f"{field}.country",)) if known else None


def org_name(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """Department and institution."""
    parts = [
        (text, subpath(field, key, tag))
        for key in ("department", "institution")
        if (text := said(getattr(affiliation, key).get(tag)))
    ]
    return SourcedText(", ".join(text for text, _ in parts), tuple(key for _, key in parts))


SLOTS: Final[dict[str, Slot]] = {"town": town, "country": country, "orgName": org_name}


def affiliation_losses(article: Article, told: Iterable[SourcedText]) -> Iterator[Loss]:
    """What of the affiliations stands nowhere, given what is told of all persons."""
    fields = {key for words in told for key in words.fields}
    for n, affiliation in enumerate(article.affiliations):
        field = f"affiliations[{n}]"
        yield from _unwritten(affiliation, field, fields)
        if said(affiliation.ror):
            yield Loss(f"{field}.ror", "orgName is a name, without an identifier")


def _unwritten(affiliation: Affiliation, field: str, told: set[str]) -> Iterator[Loss]:
    for key in ("institution", "department", "city", "country_name"):
        for tag in present(getattr(affiliation, key)):
            if subpath(field, key, tag) not in told:
                yield Loss(subpath(field, key, tag), _why(affiliation, key, tag))
    if said(affiliation.country) and f"{field}.country" not in told:
        yield Loss(f"{field}.country", "country is a name, without a code")


def _why(affiliation: Affiliation, field: str, tag: str) -> str:
    if field != "institution" and not said(affiliation.institution.get(tag)):
        return "it stands beside the institution's name in its language, and there is none"
    if field in ("city", "country_name"):
        return "towns and countries are as many as institutions, in a person's own languages"
    return "orgName stands in a person's own languages, and none is described in this one"


def _is_named(article: Article, position: int, tag: str) -> bool:
    return said(article.affiliations[position].institution.get(tag)) is not None
