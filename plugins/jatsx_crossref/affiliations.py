"""``affiliations``: the institutions of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jatsx import FrozenMap, el
from jatsx.documents.build import Inside, Lost, Pieces, apart, at, elements, stated, wrapped
from jatsx.standards.identifiers import ror_url
from jatsx_crossref.language import one_language
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import leaf, others

if TYPE_CHECKING:
    from jatsx.model import Affiliation, Article


class Institutions:
    """The institutions of an article's affiliations, each made once."""

    def __init__(self, article: Article, settings: Settings) -> None:
        self._institutions = [
            apart(institution(affiliation, f"affiliations[{n}]", article, settings))
            for n, affiliation in enumerate(article.affiliations)
        ]
        self._by_id: dict[str, int] = {}
        for n, affiliation in enumerate(article.affiliations):
            self._by_id.setdefault(affiliation.id, n)

    def affiliations(self, ids: Iterable[str], of: str) -> Pieces:
        """``affiliations`` of a person: the institutions of these ids, in order."""
        inside = (self._institutions[n][0] for n in self._named(ids))
        return wrapped("affiliations", None, inside, of=of)

    def losses(self, ids: Sequence[str]) -> Iterator[Lost]:
        """What is lost of the institutions, given the ids that persons name."""
        named = set(self._named(ids))
        for n, (_, lost) in enumerate(self._institutions):
            if n in named:
                yield from lost
            else:
                yield Lost(
                    f"affiliations[{n}]", "an institution stands inside a person, and none names it"
                )

    def _named(self, ids: Iterable[str]) -> Iterator[int]:
        return (self._by_id[id] for id in ids if id in self._by_id)


def institution(
    affiliation: Affiliation, of: str, article: Article, settings: Settings
) -> Iterator[Inside]:
    """``institution``: name, ROR id, place, department, in this order; one language each."""
    identified = (
        *_line("institution_name", affiliation.institution, f"{of}.institution", article, settings),
        *institution_id(affiliation, of),
    )
    located = (
        *_line("institution_place", affiliation.city, f"{of}.city", article, settings),
        *_line(
            "institution_department", affiliation.department, f"{of}.department", article, settings
        ),
    )
    if not elements(identified):
        yield Lost(of, "institution needs a name or a ROR id")
        return
    fields = {"institution_name": "institution", "institution_id": "ror"}
    yield wrapped("institution", None, identified + located, of=of, fields=fields)
    for field in ("country", "country_name"):
        if getattr(affiliation, field):
            yield Lost(f"{of}.{field}", "institution has no country")


def institution_id(affiliation: Affiliation, of: str) -> Iterator[Inside]:
    """``institution_id``: the ROR id as an address."""
    address = ror_url(affiliation.ror or "")
    yield el("institution_id", {"type": "ror"}, address, of=f"{of}.ror")
    if affiliation.ror and address is None:
        yield Lost(f"{of}.ror", "institution_id takes a ROR id: https://ror.org/…")


def _line(
    tag: str, values: FrozenMap[str], of: str, article: Article, settings: Settings
) -> Iterator[Inside]:
    """An element for one language, and the languages that it isn't in."""
    lines = stated(values)
    language, line = one_language(lines, article, settings)
    if language is not None:
        yield leaf(tag, line, at(of, language))
    yield from others(lines, language, of, f"institution holds one {tag} in one language")
