"""Who paid: ``funding-group``.

An ``award-group`` for each award, with the funder that it belongs to; one for a funder without
awards. Source: JATS Publishing Tag Library, ``award-group``; JATS4R, Funding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import Element, FrozenMap, el
from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model import Article, Award, Funding
from jatsx.standards.identifiers import bare_doi, funder_registry_doi, is_doi, ror_url
from jatsx_jats.said import main_first
from jatsx_jats.texts import PLAIN, WITHOUT_MATH, WITHOUT_SCRIPTS, worded
from jatsx_jats.version import Version

FUNDER_REGISTRY: Final = FrozenMap(
    {
        "institution-id-type": "doi",
        "vocab": "open-funder-registry",
        "vocab-identifier": "10.13039/open_funder_registry",
    }
)
"""The attributes of an id of the Open Funder Registry."""


def funding_group(article: Article, version: Version) -> Pieces:
    """The awards with their funders, then what the article says of them."""
    return wrapped(
        "funding-group",
        None,
        [_award_groups(article, n, version) for n in range(len(article.funding))],
        [_statements(article, n, version) for n in range(len(article.funding))],
        of="funding",
    )


def _award_groups(article: Article, n: int, version: Version) -> Iterator[Inside]:
    funding, of = article.funding[n], f"funding[{n}]"
    source = _funding_source(funding, of)
    awards = [(award, at(f"{of}.awards", k)) for k, award in enumerate(funding.awards) if award]
    for award, award_of in awards:
        yield wrapped(
            "award-group",
            None,
            source,
            _award_ids(award, award_of),
            _award_names(award, award_of, article, version),
            of=award_of,
            fields={"funding-source": "../../funder", "award-id": "number"},
        )
    if not awards:
        yield wrapped("award-group", None, source, of=of)


def _funding_source(funding: Funding, of: str) -> Pieces:
    """The funder: its id, and its name in each language."""
    names = [
        wrapped("institution", None, name, of=at(f"{of}.funder", tag), lang=tag)
        for tag, name in stated(funding.funder).items()
    ]
    inside, path = (_institution_id(funding.funder_id, of), names), f"{of}.funder"
    fields = {"institution-id": "../funder_id"}
    wrap = wrapped("institution-wrap", None, inside, of=path, fields=fields)
    return wrapped("funding-source", None, wrap, of=path)


def _institution_id(written: str | None, of: str) -> Element | None:
    attributes, value = _funder_id(written or "")
    return el("institution-id", attributes, value, of=f"{of}.funder_id")


def _funder_id(written: str) -> tuple[Mapping[str, str], str]:
    """The attributes and the text of a funder's id."""
    if registered := funder_registry_doi(written):
        return FUNDER_REGISTRY, registered
    if ror := ror_url(written):
        return {"institution-id-type": "ror"}, ror
    doi = bare_doi(written)
    return ({"institution-id-type": "doi"}, doi) if is_doi(doi) else ({}, written)


def _award_ids(award: Award, of: str) -> Iterator[Element | None]:
    yield el("award-id", None, award.number, of=f"{of}.number")
    doi = bare_doi(award.doi or "")
    yield el("award-id", {"award-id-type": "doi"}, doi, of=f"{of}.doi")


def _award_names(award: Award, of: str, article: Article, version: Version) -> Iterator[Inside]:
    """The title of the project, in each language that there is an ``award-name`` for."""
    for k, (tag, title) in enumerate(main_first(award.title, article)):
        field = at(f"{of}.title", tag)
        if k == 0 or version.repeats_award_name:
            yield worded("award-name", title, field, lang=tag, slot=PLAIN)
        else:
            yield Lost(field, f"JATS {version.number} has one award-name in an award-group")


def _statements(article: Article, n: int, version: Version) -> Iterator[Inside]:
    slot = WITHOUT_MATH if version.statement_has_scripts else WITHOUT_SCRIPTS
    for tag, statement in main_first(article.funding[n].statement, article):
        of = at(f"funding[{n}].statement", tag)
        yield worded("funding-statement", statement, of, lang=tag, slot=slot)
