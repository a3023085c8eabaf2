"""The issue: ``issue``, from ``volume`` to ``codes``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Loss, element, non_blank, option_path
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.files import issue_files
from jatsx_rsci.journal import one_language, one_language_losses
from jatsx_rsci.languages import language_code
from jatsx_rsci.options import NAME
from jatsx_rsci.pages import issue_pages
from jatsx_rsci.settings import Settings
from jatsx_rsci.texts import plain_element

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Issue

LARGEST: Final = 2**32 - 1
"""The largest volume (``xs:unsignedInt``)."""

FIELDS: Final = {
    "volume": "issue.volume",
    "number": "issue.number",
    "dateUni": "issue.year",
    "articles": "issue.articles",
}
"""The fields of the required elements of ``issue``."""

_DIGITS: Final = re.compile(r"[0-9]{1,10}\Z")
_YEAR: Final = re.compile(r"[0-9]{4}\Z")


def issue(articles: Sequence[Article], settings: Settings, inside: Content) -> Built:
    """``issue``: its numbers, its title, ``articles`` and the cover."""
    its = articles[0].issue
    fields = {**FIELDS, "pages": option_path(NAME, "pages") if settings.pages else "pages"}
    return element(
        "issue",
        {"type": issue_type(its, settings)},
        volume(its),
        element("number", None, its.number, field="issue.number"),
        element("altNumber", None, its.whole_number, field="issue.whole_number"),
        pages(articles, settings),
        date_uni(its),
        iss_title(its, settings),
        codes(its),
        inside,
        issue_files(its),
        fields=fields,
    )


def issue_type(its: Issue, settings: Settings) -> str:
    """``issue/@type``: the option's value, else special if the issue has the field ``special``."""
    return settings.issue_type or ("SPI" if non_blank(its.special) else "ISS")


def volume(its: Issue) -> Iterator[Built]:
    """``volume``, as a number."""
    if is_volume(its.volume):
        yield element("volume", None, its.volume, field="issue.volume")
    elif non_blank(its.volume):
        yield Loss("issue.volume", "volume-form")


def is_volume(written: str | None) -> bool:
    """Whether a string is allowed in ``volume``."""
    return bool(_DIGITS.match(written or "")) and int(written or "") <= LARGEST


def pages(articles: Sequence[Article], settings: Settings) -> Built:
    """``pages``: the option's value, else from the first page of the articles to the last."""
    if settings.pages:
        return element("pages", None, settings.pages, field=option_path(NAME, "pages"))
    return element("pages", None, issue_pages(article.pages for article in articles))


def date_uni(its: Issue) -> Iterator[Built]:
    """``dateUni``: only the year."""
    chosen = issue_year(its)
    if chosen:
        yield element("dateUni", None, chosen[0], field=f"issue.{chosen[1]}")
    if non_blank(its.year) and (not chosen or chosen[1] != "year"):
        yield Loss("issue.year", "one-year")


def issue_year(its: Issue) -> tuple[str, str] | None:
    """The year of an issue, and the field that it comes from."""
    if _YEAR.match(its.year or ""):
        return its.year or "", "year"
    for medium in ("print", "online"):
        date = parse_date(getattr(its.published, medium))
        if date:
            return f"{date.year:04}", f"published.{medium}"
    return None


def iss_title(its: Issue, settings: Settings) -> Iterator[Built]:
    """``issTitle``: the title of a thematic issue, as plain text in one language."""
    title = one_language("issue.title", its.title, settings)
    if title:
        attributes = {"lang": language_code(title.language)}
        yield from plain_element("issTitle", attributes, title.value, title.field)
        yield from one_language_losses("issue.title", its.title, title, "issTitle")


def codes(its: Issue) -> Built:
    """``codes``: the issue's DOI."""
    return element("codes", None, doi(its.doi, "issue.doi"))


def doi(written: str | None, field: str) -> Iterator[Built]:
    """``doi``, without a URL."""
    bare = bare_doi(written or "")
    if is_doi(bare):
        yield element("doi", None, bare, field=field)
    elif non_blank(written):
        yield Loss(field, "doi-form", {"element": "doi"})
