"""Affiliations of authors. Each affiliation is one text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jatsx import Extent, Loss, affiliation_losses, inheritance, non_blank

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Affiliation


@dataclass(frozen=True, slots=True)
class AffiliationText:
    """An affiliation as one text, with its losses if an author has it."""

    text: str
    losses: tuple[Loss, ...]


def affiliation_text(article: Article, position: int, language: str | None) -> AffiliationText:
    """Department, institution, city and country in one language, separated by commas."""
    affiliation, own = article.affiliations[position], f"affiliations[{position}]"
    article_language = inheritance.language_tag(article)
    parts = inheritance.affiliation_in_language(affiliation, own, language, article_language)
    text = ", ".join(part.value.strip() for part in parts.values())
    written = [part.field for part in parts.values()]
    return AffiliationText(text, tuple(_losses(affiliation, own, written)))


def _losses(affiliation: Affiliation, own: str, written: Collection[str]) -> Iterator[Loss]:
    yield from affiliation_losses(affiliation, own, written, "one-affiliation-text")
    country = f"{own}.country"
    if non_blank(affiliation.country) and country not in written:
        is_named = any(field.startswith(f"{own}.country_name") for field in written)
        yield Loss(country, "country-name", extent=Extent.FORM if is_named else Extent.WHOLE)
    if non_blank(affiliation.ror):
        yield Loss(f"{own}.ror", "no-institution-identifier")
