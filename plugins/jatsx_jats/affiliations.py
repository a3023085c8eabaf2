"""Affiliations: ``aff``, or ``aff-alternatives`` for several languages.

Source: JATS Publishing Tag Library, ``aff``, ``institution-wrap``; JATS4R, Authors and
Affiliations. XML ids contain the position, so that ids of the input may have any form. An
``aff`` is in one language, which is one of the institution's languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jatsx import (
    Built,
    Content,
    Extent,
    Loss,
    element,
    inheritance,
    non_blank,
    partition,
    present,
)
from jatsx.model import Affiliation, Article
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import ror_url


def affs(article: Article) -> tuple[Content, ...]:
    """The element of each affiliation, in order, with its losses."""
    return tuple(_affiliation(article, n) for n in range(len(article.affiliations)))


def aff_ids(article: Article, affs: tuple[Content, ...]) -> Mapping[str, str]:
    """The XML id of each affiliation that has an element, by its id in the input. If two have the
    same id, it is that of the first."""
    return {
        affiliation.id: _aff_id(n)
        for n, affiliation in reversed([*enumerate(article.affiliations)])
        if partition(affs[n])[0]
    }


def _affiliation(article: Article, n: int) -> tuple[Content, ...]:
    """An affiliation in each language in which it can be written, and the losses of the others."""
    affiliation, field = article.affiliations[n], f"affiliations[{n}]"
    languages = inheritance.affiliation_languages(affiliation) or (None,)
    lost = tuple(_losses(affiliation, field, languages))
    if len(languages) == 1:
        return _aff(article, n, languages[0], xml_id=_aff_id(n)), lost
    affs = [_aff(article, n, tag) for tag in languages]
    return element("aff-alternatives", {"id": _aff_id(n)}, affs, field=field), lost


def _losses(
    affiliation: Affiliation, field: str, languages: tuple[str | None, ...]
) -> Iterator[Loss]:
    """The losses of names in languages in which the affiliation has no institution."""
    for name in ("department", "city", "country_name"):
        tags = present(getattr(affiliation, name))
        is_written = any(tag in languages for tag in tags)
        extent = Extent.LANGUAGE if is_written or name == "country_name" else Extent.WHOLE
        for tag in tags:
            if tag not in languages:
                yield Loss(subpath(field, name, tag), "institution-missing", extent=extent)


def _aff_id(n: int) -> str:
    return f"aff{n + 1}"


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
    """The country: its printed name, else its name in CLDR in this language, else its code."""
    code, own = non_blank(affiliation.country), inheritance.language_tag(article)
    parts = inheritance.affiliation_in_language(affiliation, field, tag, own)
    name = parts.get("country")
    if name and name.field != f"{field}.country":
        fields = {"@country": "../../country"}
        return element("country", {"country": code}, name.value, field=name.field, fields=fields)
    if code is None:
        return None
    text = name.value if name else code
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
