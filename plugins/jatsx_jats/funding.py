"""Funders and awards: ``funding-group``.

There is an ``award-group`` for each award with its funder, and for each funder without awards.
Source: JATS Publishing Tag Library, ``award-group``; JATS4R, Funding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import Built, Content, Extent, FrozenMap, Loss, Text, element, present
from jatsx.model import Article, Award, Funding
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import bare_doi, funder_registry_doi, is_doi, ror_url
from jatsx_jats.languages import main_first
from jatsx_jats.texts import PLAIN, WITHOUT_MATH, WITHOUT_SCRIPTS, inline, text_element
from jatsx_jats.version import Version

FUNDER_REGISTRY: Final = FrozenMap(
    {
        "institution-id-type": "doi",
        "vocab": "open-funder-registry",
        "vocab-identifier": "10.13039/open_funder_registry",
    }
)
"""The attributes of an id of the Open Funder Registry."""


def funding_group(article: Article, version: Version) -> Built:
    """The awards with their funders, then the funding statements."""
    return element(
        "funding-group",
        None,
        [_award_groups(article, n, version) for n in range(len(article.funding))],
        [_statements(article, n, version) for n in range(len(article.funding))],
        field="funding",
    )


def _award_groups(article: Article, n: int, version: Version) -> Iterator[Content]:
    funding, field = article.funding[n], f"funding[{n}]"
    source = _funding_source(funding, field)
    awards = [
        (award, subpath(f"{field}.awards", k)) for k, award in enumerate(funding.awards) if award
    ]
    for award, award_of in awards:
        yield element(
            "award-group",
            None,
            source,
            _award_ids(award, award_of),
            _award_names(award, award_of, article, version),
            field=award_of,
            fields={"funding-source": "../../funder", "award-id": "number"},
        )
    if not awards:
        yield element("award-group", None, source, field=field)


def _funding_source(funding: Funding, field: str) -> Built:
    """The funder: its id, and its name in each language."""
    names = [
        element("institution", None, name, field=subpath(f"{field}.funder", tag), lang=tag)
        for tag, name in present(funding.funder).items()
    ]
    inside, path = (_institution_id(funding.funder_id, field), names), f"{field}.funder"
    fields = {"institution-id": "../funder_id"}
    wrap = element("institution-wrap", None, inside, field=path, fields=fields)
    return element("funding-source", None, wrap, field=path)


def _institution_id(written: str | None, field: str) -> Built:
    attributes, value = _funder_id(written or "")
    return element("institution-id", attributes, value, field=f"{field}.funder_id")


def _funder_id(written: str) -> tuple[Mapping[str, str], str]:
    """The attributes and the text of a funder's id."""
    if registered := funder_registry_doi(written):
        return FUNDER_REGISTRY, registered
    if ror := ror_url(written):
        return {"institution-id-type": "ror"}, ror
    doi = bare_doi(written)
    return ({"institution-id-type": "doi"}, doi) if is_doi(doi) else ({}, written)


def _award_ids(award: Award, field: str) -> Iterator[Built]:
    yield element("award-id", None, award.number, field=f"{field}.number")
    doi = bare_doi(award.doi or "")
    yield element("award-id", {"award-id-type": "doi"}, doi, field=f"{field}.doi")


def _award_names(award: Award, field: str, article: Article, version: Version) -> Iterator[Content]:
    """The title of the project in each language. If the version allows only one, the others are the
    description of the award."""
    titles = main_first(award.title, article)
    named = titles if version.repeats_award_name else titles[:1]
    for tag, title in named:
        own = subpath(f"{field}.title", tag)
        yield text_element("award-name", title, own, lang=tag, slot=PLAIN)
    yield _award_desc(dict(titles[len(named) :]), field, version)


def _award_desc(titles: Mapping[str, Text], field: str, version: Version) -> Iterator[Content]:
    """The titles as one text. It has a language if there is only one title."""
    paths = {tag: subpath(f"{field}.title", tag) for tag in titles}
    lang = next(iter(titles)) if len(titles) == 1 else None
    text = " / ".join(title.plain for title in titles.values())
    own = next(iter(paths.values()), field)
    yield element("award-desc", None, text, field=own, lang=lang)
    for tag, title in titles.items():
        yield from inline("award-desc", title, paths[tag], PLAIN)[1]
        if lang is None:
            yield Loss(paths[tag], "award-name-limit", {"version": version.number}, Extent.FORM)


def _statements(article: Article, n: int, version: Version) -> Iterator[Content]:
    slot = WITHOUT_MATH if version.statement_has_scripts else WITHOUT_SCRIPTS
    for tag, statement in main_first(article.funding[n].statement, article):
        field = subpath(f"funding[{n}].statement", tag)
        yield text_element("funding-statement", statement, field, lang=tag, slot=slot)
