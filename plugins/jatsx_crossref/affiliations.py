"""``affiliations``: the institutions of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from jatsx import (
    Built,
    Content,
    Extent,
    Loss,
    affiliation_losses,
    element,
    inheritance,
    non_blank,
    partition,
)
from jatsx.model.inheritance import InLanguage, workplaces
from jatsx.standards.identifiers import ror_url
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import text_element

if TYPE_CHECKING:
    from jatsx.model import Affiliation, Article, Contributor

PlaceParts: TypeAlias = Mapping[str, InLanguage[str]]
"""The parts of an affiliation in one language."""


class Institutions:
    """The institutions of an article's affiliations, each made once."""

    def __init__(self, article: Article, settings: Settings) -> None:
        self._institutions = [
            partition(institution(affiliation, f"affiliations[{n}]", article, settings))
            for n, affiliation in enumerate(article.affiliations)
        ]
        self._article = article

    def affiliations(self, person: Contributor, field: str) -> Built:
        """``affiliations`` of a person: the institutions, in order."""
        inside = (self._institutions[n][0] for n in workplaces(self._article, person))
        return element("affiliations", None, inside, field=field)

    def losses(self, people: Iterable[Contributor]) -> Iterator[Loss]:
        """The losses of the institutions, given the persons that a deposit includes."""
        used = {n for person in people for n in workplaces(self._article, person)}
        for n, (_, losses) in enumerate(self._institutions):
            if n in used:
                yield from losses
            else:
                yield Loss(f"affiliations[{n}]", "affiliation-unused")


def institution(
    affiliation: Affiliation, field: str, article: Article, settings: Settings
) -> Iterator[Content]:
    """``institution``: name, ROR id, place and department, all in one language."""
    own = inheritance.language_tag(article)
    parts = inheritance.affiliation_in_language(affiliation, field, settings.language, own)
    identified = (
        *_line("institution_name", parts, "institution"),
        *institution_id(affiliation, field),
    )
    located = (
        *institution_place(affiliation, field, parts),
        *_line("institution_department", parts, "department"),
    )
    if not partition(identified)[0]:
        yield Loss(field, "institution-empty")
        return
    fields = {"institution_name": "institution", "institution_id": "ror"}
    yield element("institution", None, identified + located, field=field, fields=fields)
    written = [part.field for part in parts.values()]
    yield from affiliation_losses(affiliation, field, written, "one-affiliation-language")


def institution_place(affiliation: Affiliation, field: str, parts: PlaceParts) -> Iterator[Content]:
    """``institution_place``: “City, Country”.

    Source: the annotation of ``institution_place`` in crossref5.5.0.xsd.
    """
    places = [parts[name] for name in ("city", "country") if name in parts]
    text = ", ".join(place.value.strip() for place in places)
    for n, place in enumerate(places):
        made = text_element("institution_place", text, place.field)
        if n == 0 or isinstance(made, Loss):
            yield made
    code = f"{field}.country"
    if non_blank(affiliation.country) and code not in [place.field for place in places]:
        is_named = "country" in parts
        yield Loss(code, "country-code", extent=Extent.FORM if is_named else Extent.WHOLE)


def institution_id(affiliation: Affiliation, field: str) -> Iterator[Content]:
    """``institution_id``: the ROR id as a URL."""
    address = ror_url(affiliation.ror or "")
    yield element("institution_id", {"type": "ror"}, address, field=f"{field}.ror")
    if affiliation.ror and address is None:
        yield Loss(f"{field}.ror", "ror-form")


def _line(tag: str, parts: PlaceParts, name: str) -> Iterator[Content]:
    """An element with a part of the affiliation."""
    if name in parts:
        yield text_element(tag, parts[name].value, parts[name].field)
