"""``affiliations``: the institutions of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Content, FrozenMap, Loss, element, inheritance, other_languages, partition
from jatsx.model.inheritance import workplaces
from jatsx.standards.identifiers import ror_url
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import text_element

if TYPE_CHECKING:
    from jatsx.model import Affiliation, Article, Contributor


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
    """``institution``: name, ROR id, place and department, each in one language."""
    identified = (
        *_line(
            "institution_name", affiliation.institution, f"{field}.institution", article, settings
        ),
        *institution_id(affiliation, field),
    )
    located = (
        *_line("institution_place", affiliation.city, f"{field}.city", article, settings),
        *_line(
            "institution_department",
            affiliation.department,
            f"{field}.department",
            article,
            settings,
        ),
    )
    if not partition(identified)[0]:
        yield Loss(field, "institution-empty")
        return
    fields = {"institution_name": "institution", "institution_id": "ror"}
    yield element("institution", None, identified + located, field=field, fields=fields)
    for key in ("country", "country_name"):
        if getattr(affiliation, key):
            yield Loss(f"{field}.{key}", "no-country")


def institution_id(affiliation: Affiliation, field: str) -> Iterator[Content]:
    """``institution_id``: the ROR id as a URL."""
    address = ror_url(affiliation.ror or "")
    yield element("institution_id", {"type": "ror"}, address, field=f"{field}.ror")
    if affiliation.ror and address is None:
        yield Loss(f"{field}.ror", "ror-form")


def _line(
    tag: str, values: FrozenMap[str], field: str, article: Article, settings: Settings
) -> Iterator[Content]:
    """An element in one language, and the losses of the other languages."""
    own = inheritance.language_tag(article)
    line = inheritance.in_one_language(field, values, settings.language, own)
    if line:
        yield text_element(tag, line.value, line.field)
        yield from other_languages(field, values, line.language, "one-language", {"element": tag})
