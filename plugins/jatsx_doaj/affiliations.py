"""Where authors work: each affiliation is one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jatsx import (
    Loss,
    Sourced,
    non_blank,
    other_languages,
    values_and_losses,
)
from jatsx.standards.languages import country_name
from jatsx_doaj.parts import TextParts, in_one_language

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Affiliation, Contributor


@dataclass(frozen=True, slots=True)
class AffiliationText:
    """An affiliation as one text, and the losses if an author has it."""

    text: str
    losses: tuple[Loss, ...]


def affiliation_text(article: Article, position: int, language: str | None) -> AffiliationText:
    """Department, institution, city and country, separated by commas."""
    pieces, losses = values_and_losses(_pieces(article, position, language))
    return AffiliationText(", ".join(piece.value for piece in pieces), losses)


def workplaces(article: Article, contributor: Contributor) -> Iterator[int]:
    """The positions of a contributor's affiliations; of two with one id, the first's."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return (ids.index(id) for id in contributor.affiliations if id in ids)


def _pieces(article: Article, position: int, language: str | None) -> TextParts:
    affiliation, own = article.affiliations[position], f"affiliations[{position}]"
    for name in ("department", "institution", "city"):
        texts = getattr(affiliation, name)
        yield from in_one_language(
            f"{own}.{name}", texts, article, language, "one-affiliation-text"
        )
    yield from _country(article, affiliation, own, language)
    if non_blank(affiliation.ror):
        yield Loss(f"{own}.ror", "no-institution-identifier")


def _country(
    article: Article, affiliation: Affiliation, own: str, language: str | None
) -> TextParts:
    """The country's name: as printed in the language, else CLDR's, else as printed in another."""
    printed, field = affiliation.country_name, f"{own}.country_name"
    is_printed = language is not None and non_blank(printed.get(language))
    if language and not is_printed and (name := country_name(affiliation.country or "", language)):
        yield Sourced(name, f"{own}.country")
        yield from other_languages(field, printed, None, "one-affiliation-text")
        return
    yield from in_one_language(field, printed, article, language, "one-affiliation-text")
    if non_blank(affiliation.country):
        yield Loss(f"{own}.country", "country-name")
