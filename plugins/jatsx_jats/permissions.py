"""Copyright and licenses: ``permissions``.

Source: JATS Publishing Tag Library, ``license``: it does not repeat the URL of ``ali:license_ref``.
NISO RP-22, Access and License Indicators: a start date is a full date.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import (
    Built,
    Content,
    Loss,
    Sourced,
    element,
    inheritance,
    is_present,
    non_blank,
    present,
)
from jatsx.model import Article, License
from jatsx.model.fieldpath import subpath
from jatsx.standards.dates import parse_date
from jatsx_jats.languages import main_first
from jatsx_jats.texts import WITHOUT_MATH, text_element
from jatsx_jats.version import Version


def permissions(article: Article, version: Version) -> Built:
    """The copyright, then the licenses."""
    return element(
        "permissions",
        None,
        _statements(article),
        element("copyright-year", None, article.copyright.year, field="copyright.year"),
        _holders(article),
        [_license(granted, version) for granted in inheritance.licenses(article)],
        fields={"license": "licenses"},
    )


def _statements(article: Article) -> Iterator[Content]:
    for tag, statement in main_first(article.copyright.statement, article):
        field = subpath("copyright.statement", tag)
        yield text_element("copyright-statement", statement, field, lang=tag, slot=WITHOUT_MATH)


def _holders(article: Article) -> Iterator[Content]:
    for tag, holder in present(article.copyright.holder).items():
        field = subpath("copyright.holder", tag)
        yield element("copyright-holder", None, holder, field=field, lang=tag)


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
