"""Affiliations: ``aff``, or ``aff-alternatives`` for several languages.

Source: JATS Publishing Tag Library, ``aff``, ``institution-wrap``; JATS4R, Authors and
Affiliations. XML ids contain the position, so that ids of the input may have any form.
"""

from __future__ import annotations

from collections.abc import Mapping

from jatsx import Built, element, inheritance, non_blank, partition, present
from jatsx.model import Affiliation, Article
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import ror_url
from jatsx.standards.languages import country_name


def affs(article: Article) -> tuple[Built, ...]:
    """The element of each affiliation, in order; None if it is empty."""
    return tuple(_affiliation(article, n) for n in range(len(article.affiliations)))


def aff_ids(article: Article, affs: tuple[Built, ...]) -> Mapping[str, str]:
    """The XML id of each affiliation that has an element, by its id in the input. If two have the
    same id, it is that of the first."""
    return {
        affiliation.id: _aff_id(n)
        for n, affiliation in reversed([*enumerate(article.affiliations)])
        if partition(affs[n])[0]
    }


def _affiliation(article: Article, n: int) -> Built:
    """An affiliation, in each language of its values."""
    languages = _languages(article.affiliations[n])
    if len(languages) == 1:
        return _aff(article, n, languages[0], xml_id=_aff_id(n))
    affs = [_aff(article, n, tag) for tag in languages]
    return element("aff-alternatives", {"id": _aff_id(n)}, affs, field=f"affiliations[{n}]")


def _aff_id(n: int) -> str:
    return f"aff{n + 1}"


def _languages(affiliation: Affiliation) -> list[str | None]:
    """The languages of its values; only None if it has only codes and ids."""
    maps = (
        affiliation.institution,
        affiliation.department,
        affiliation.city,
        affiliation.country_name,
    )
    return [*dict.fromkeys(tag for values in maps for tag in present(values))] or [None]


def _aff(article: Article, n: int, tag: str | None, xml_id: str | None = None) -> Built:
    affiliation, field = article.affiliations[n], f"affiliations[{n}]"
    return element(
        "aff",
        {"id": xml_id},
        _institution_wrap(affiliation, tag, field),
        _in_language("city", affiliation.city, tag, f"{field}.city"),
        _country(affiliation, tag, field, article),
        field=field,
        lang=tag,
    )


def _institution_wrap(affiliation: Affiliation, tag: str | None, field: str) -> Built:
    department = _in_language(
        "institution", affiliation.department, tag, f"{field}.department", content_type="dept"
    )
    return element(
        "institution-wrap",
        None,
        _institution_id(affiliation, field),
        _in_language("institution", affiliation.institution, tag, f"{field}.institution"),
        department,
        field=field,
        fields={"institution": "institution", "institution-id": "ror"},
    )


def _institution_id(affiliation: Affiliation, field: str) -> Built:
    """The ROR id as a URL; any other id as written."""
    if affiliation.ror is None:
        return None
    address = ror_url(affiliation.ror) or affiliation.ror
    return element("institution-id", {"institution-id-type": "ror"}, address, field=f"{field}.ror")


def _country(affiliation: Affiliation, tag: str | None, field: str, article: Article) -> Built:
    """The country: its printed name, else its name in CLDR in the language or in English, else its
    code."""
    code = non_blank(affiliation.country)
    language = tag or inheritance.language_tag(article) or "en"
    name = inheritance.country_in_language(affiliation, language, field)
    if name and name.field != f"{field}.country":
        fields = {"@country": "../../country"}
        return element("country", {"country": code}, name.value, field=name.field, fields=fields)
    if code is None:
        return None
    text = name.value if name else country_name(code, "en") or code
    return element("country", {"country": code}, text, field=f"{field}.country")


def _in_language(
    name: str,
    values: Mapping[str, str],
    tag: str | None,
    field: str,
    content_type: str | None = None,
) -> Built:
    """The value in the language of the ``aff``."""
    if tag is None or tag not in values:
        return None
    return element(name, {"content-type": content_type}, values[tag], field=subpath(field, tag))
