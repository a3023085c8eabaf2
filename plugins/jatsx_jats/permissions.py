"""Copyright and licenses: ``permissions``.

Source: JATS Publishing Tag Library, ``license``: where ``ali:license_ref`` gives the address,
``license`` doesn't repeat it. NISO RP-22, Access and License Indicators: a start date is a day.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import el, inheritance
from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model import Article, License
from jatsx.model.inheritance import Said
from jatsx.standards.dates import parse_date
from jatsx_jats.said import main_first, said
from jatsx_jats.texts import WITHOUT_MATH, worded
from jatsx_jats.version import Version


def permissions(article: Article, version: Version) -> Pieces:
    """The copyright, then the licenses."""
    return wrapped(
        "permissions",
        None,
        _statements(article),
        el("copyright-year", None, article.copyright.year, of="copyright.year"),
        _holders(article),
        [_license(granted, version) for granted in inheritance.licenses(article)],
        fields={"license": "licenses"},
    )


def _statements(article: Article) -> Iterator[Inside]:
    for tag, statement in main_first(article.copyright.statement, article):
        of = at("copyright.statement", tag)
        yield worded("copyright-statement", statement, of, lang=tag, slot=WITHOUT_MATH)


def _holders(article: Article) -> Iterator[Inside]:
    for tag, holder in stated(article.copyright.holder).items():
        of = at("copyright.holder", tag)
        yield wrapped("copyright-holder", None, holder, of=of, lang=tag)


def _license(granted: Said[License], version: Version) -> Pieces:
    """A license: its address, what it applies to, and from when."""
    value, of = granted.value, granted.field
    date = parse_date(value.start_date)
    is_day = date is not None and date.is_full
    attributes = {
        "start_date": value.start_date if is_day else None,
        version.license_version: said(value.applies_to),
    }
    fields = {
        "@start_date": "../start_date",
        f"@{version.license_version}": "../applies_to",
    }
    reference = el("ali:license_ref", attributes, value.url, of=f"{of}.url", fields=fields)
    if reference is None:
        return (Lost(of, "ali:license_ref holds an address, and there is none"),)
    lost = Lost(f"{of}.start_date", "@start_date of ali:license_ref is a day: YYYY-MM-DD")
    is_lost = said(value.start_date) is not None and not is_day
    inside = (reference, lost if is_lost else None)
    return wrapped("license", None, inside, of=of, fields={"ali:license_ref": "url"})
