"""Copyright and licenses: ``permissions``.

Source: JATS Publishing Tag Library, ``license``: it does not repeat the URL of ``ali:license_ref``.
NISO RP-22, Access and License Indicators: a start date is a full date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import (
    Built,
    Content,
    Extent,
    FrozenMap,
    Loss,
    Sourced,
    Text,
    element,
    inheritance,
    is_present,
    non_blank,
    present,
)
from jatsx.model import Article, License
from jatsx.model.fieldpath import subpath
from jatsx.standards.dates import parse_date
from jatsx_jats.languages import group_attributes, main_first
from jatsx_jats.texts import WITHOUT_MATH, text_element
from jatsx_jats.version import Version

GROUP: Final = "permissions"
"""The id of the permissions in the article's language."""

FIELDS: Final = FrozenMap({"license": "/licenses"})
"""The fields of the required parts of ``permissions``."""


def permissions(article: Article, version: Version) -> Iterator[Content]:
    """The copyright and the licenses: in each language of the copyright if the version allows it,
    else in one."""
    tags = _languages(article)
    licenses = [_license(granted, version) for granted in inheritance.licenses(article)]
    if version.repeats_permissions and len(tags) > 1:
        own = inheritance.language_tag(article)
        for n, tag in enumerate(tags):
            attributes = group_attributes(GROUP, tag, tags, own, version)
            inside = (_copyright(article, tag), () if n else licenses)
            yield element(
                "permissions", attributes, inside, field="copyright", lang=tag, fields=FIELDS
            )
        return
    copyright = (*_one_language(article, version), licenses)
    yield element("permissions", None, copyright, fields=FIELDS)


def _languages(article: Article) -> tuple[str, ...]:
    """The languages of the copyright, with the article's own first."""
    written = article.copyright
    tags = FrozenMap({**present(written.statement), **present(written.holder)})
    return tuple(tag for tag, _ in main_first(tags, article))


def _copyright(article: Article, tag: str) -> Iterator[Content]:
    """The copyright in one language."""
    written = article.copyright
    statement, holder = written.statement.get(tag), written.holder.get(tag)
    yield _statement(statement, tag, None)
    yield _year(article)
    yield element("copyright-holder", None, holder, field=subpath("copyright.holder", tag))


def _one_language(article: Article, version: Version) -> Iterator[Content]:
    """The statement and the holder, each in the article's language if it is written in it."""
    written, params = article.copyright, {"version": version.number}
    statements, holders = (
        main_first(written.statement, article),
        main_first(written.holder, article),
    )
    for tag, statement in statements[:1]:
        yield _statement(statement, tag, tag)
    yield _year(article)
    for tag, holder in holders[:1]:
        field = subpath("copyright.holder", tag)
        yield element("copyright-holder", None, holder, field=field, lang=tag)
    for name, values in (("statement", statements), ("holder", holders)):
        for tag, _ in values[1:]:
            field = subpath("copyright", name, tag)
            yield Loss(field, "copyright-language", params, Extent.LANGUAGE)


def _statement(statement: Text | None, tag: str, lang: str | None) -> Built:
    field = subpath("copyright.statement", tag)
    return text_element("copyright-statement", statement, field, lang=lang, slot=WITHOUT_MATH)


def _year(article: Article) -> Built:
    return element("copyright-year", None, article.copyright.year, field="copyright.year")


def _license(granted: Sourced[License], version: Version) -> Built:
    """A license: its URL, the version that it applies to, and its start date."""
    value, field = granted.value, granted.field
    date = parse_date(value.start_date)
    is_day = date is not None and date.is_full
    attributes = {
        "start_date": value.start_date if is_day else None,
        version.license_version: non_blank(value.applies_to),
    }
    fields = {
        "@start_date": "../start_date",
        f"@{version.license_version}": "../applies_to",
    }
    reference = element(
        "ali:license_ref", attributes, value.url, field=f"{field}.url", fields=fields
    )
    if not reference:
        return (Loss(field, "license-without-url"),)
    lost = Loss(f"{field}.start_date", "start-date-form")
    is_lost = is_present(value.start_date) and not is_day
    inside = (reference, lost if is_lost else None)
    return element("license", None, inside, field=field, fields={"ali:license_ref": "url"})
