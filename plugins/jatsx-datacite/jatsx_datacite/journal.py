"""The journal and the issue: the publisher, and the position of the article."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import (
    Article,
    Loss,
    Sourced,
    inheritance,
    is_present,
    json_object,
    non_blank,
    other_languages,
    present,
    stripped,
)
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import is_issn

from jatsx_datacite.addresses import any_doi
from jatsx_datacite.dates import issue_year
from jatsx_datacite.parts import Parts, Values, chosen
from jatsx_datacite.settings import Settings


def publisher(article: Article, settings: Settings) -> Parts:
    """``publisher``: an object from version 4.5, a text in earlier versions."""
    own, names = "issue.journal.publisher", article.issue.journal.publisher.name
    name = chosen(f"{own}.name", names, article, settings.language)
    if name:
        yield from other_languages(f"{own}.name", names, name.language, "one-publisher-name")
    for tag in present(article.issue.journal.publisher.place):
        yield Loss(subpath(f"{own}.place", tag), "no-publisher-place")
    if name is None:
        return
    text = Sourced(name.value.strip(), name.field)
    if settings.version.has_publisher_object:
        yield json_object({"name": text, "lang": name.language}, field=name.field)
    else:
        yield text


def container_identifiers(article: Article) -> Iterator[tuple[str, str, str, str | None]]:
    """The field, type and value of each identifier of journal and issue, and its resource type."""
    issue, journal = article.issue, article.issue.journal
    own = "issue.journal"
    for field, kind in (("print", "ISSN"), ("electronic", "EISSN"), ("linking", "LISSN")):
        issn = stripped(getattr(journal.issn, field))
        if issn and is_issn(issn):
            yield f"{own}.issn.{field}", kind, issn, "Journal"
    for of_part, part, general in ((own, journal, "Journal"), ("issue", issue, "Collection")):
        if found := any_doi(part.doi):
            yield f"{of_part}.doi", "DOI", found, general
        if page := stripped(part.url):
            yield f"{of_part}.url", "URL", page, general


def issue_number(article: Article) -> Sourced[str] | None:
    """The number of an issue, with its field: within its volume, else its whole number, else the
    supplement or special issue."""
    names = ("number", "whole_number", "supplement", "special")
    parts = {f"issue.{name}": stripped(getattr(article.issue, name)) for name in names}
    return next((Sourced(part, field) for field, part in parts.items() if part), None)


def number_losses(article: Article) -> Iterator[Loss]:
    """The losses of the whole number, the supplement and the special issue, beside the number."""
    number = issue_number(article)
    for name in ("whole_number", "supplement", "special"):
        field = f"issue.{name}"
        if non_blank(getattr(article.issue, name)) and number and number.field != field:
            yield Loss(field, "one-issue-number")


def container_losses(article: Article) -> Iterator[Loss]:
    """The losses of invalid DOIs and ISSNs of journal and issue."""
    for field, part in (("issue.journal", article.issue.journal), ("issue", article.issue)):
        if non_blank(part.doi) and any_doi(part.doi) is None:
            yield Loss(f"{field}.doi", "doi-form")
    for medium, issn in article.issue.journal.issn:
        if non_blank(issn) and not is_issn(issn):
            yield Loss(f"issue.journal.issn.{medium}", "issn-form")


def place_values(article: Article) -> Values:
    """Year, volume and number of the issue, as in an item."""
    return {
        "publicationYear": issue_year(article.issue),
        "volume": Sourced(stripped(article.issue.volume), "issue.volume"),
        "issue": issue_number(article),
    }


def series_information(article: Article, settings: Settings) -> Parts:
    """The description ``SeriesInformation`` of version 4.3: journal, volume(issue), pages.

    Source: documentation of version 4.3, property 17.
    """
    titles, field = article.issue.journal.title, "issue.journal.title"
    title, version = chosen(field, titles, article, settings.language), settings.version.name
    if title:
        params = {"version": version}
        yield from other_languages(field, titles, title.language, "one-series-text", params)
    yield from number_losses(article)
    yield from _series_losses(article, version, has_title=title is not None)
    if title:
        described: Values = {
            "description": Sourced(f"{title.value.strip()}{_place(article)}", title.field),
            "descriptionType": "SeriesInformation",
            "lang": title.language,
        }
        yield json_object(described, field=title.field)


def _place(article: Article) -> str:
    """The known values of volume, number and pages: ``, 12(2), 5-14``."""
    number, volume = issue_number(article), stripped(article.issue.volume) or ""
    of_issue = f"{volume}({number.value})" if number else volume
    pages = "-".join(filter(None, map(stripped, (article.pages.first, article.pages.last))))
    place = pages or stripped(article.elocation_id)
    return "".join(f", {part}" for part in (of_issue, place) if part)


def _series_losses(article: Article, version: str, has_title: bool) -> Iterator[Loss]:
    """The losses of values that the text of version 4.3 does not contain. Without a title of the
    journal there is no text."""
    issue, pages = article.issue, article.pages
    inherited = {date.field for date in inheritance.publication_dates(article)}
    values: dict[str, object] = {
        "issue.title": issue.title,
        "issue.journal.abbreviated_title": issue.journal.abbreviated_title,
        "elocation_id": (pages.first or pages.last) and article.elocation_id,
        "issue.year": None if "issue.year" in inherited else issue.year,
    }
    if not has_title:
        names = ("volume", "number", "whole_number", "supplement", "special")
        values |= {f"issue.{name}": getattr(issue, name) for name in names}
        values |= {"pages.first": pages.first, "pages.last": pages.last}
        values["elocation_id"] = article.elocation_id
    for field, value in values.items():
        if is_present(value):
            yield Loss(field, "series-fields", {"version": version})
