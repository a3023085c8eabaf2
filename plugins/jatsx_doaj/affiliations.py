"""Affiliations of authors. Each affiliation is one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jatsx import (
    Loss,
    Sourced,
    inheritance,
    non_blank,
    other_languages,
    values_and_losses,
)
from jatsx_doaj.parts import TextParts, in_one_language

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Affiliation


@dataclass(frozen=True, slots=True)
class AffiliationText:
    """An affiliation as one text, with its losses if an author has it."""

    text: str
    losses: tuple[Loss, ...]


def affiliation_text(article: Article, position: int, language: str | None) -> AffiliationText:
    """Department, institution, city and country, separated by commas."""
    pieces, losses = values_and_losses(_pieces(article, position, language))
    return AffiliationText(", ".join(piece.value for piece in pieces), losses)


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
    """The country's name: printed in the language, else from CLDR, else printed in another one."""
    printed, field = affiliation.country_name, f"{own}.country_name"
    name = inheritance.country_in_language(affiliation, language, own) if language else None
    if name and name.field == f"{own}.country":
        yield Sourced(name.value, name.field)
        yield from other_languages(field, printed, None, "one-affiliation-text")
        return
    yield from in_one_language(field, printed, article, language, "one-affiliation-text")
    if non_blank(affiliation.country):
        yield Loss(f"{own}.country", "country-name")
