"""The journal and the issue: whose publisher, and where the article stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, Loss, Sourced, inheritance, json_object, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import is_issn

from jatsx_datacite.addresses import any_doi
from jatsx_datacite.dates import issue_year
from jatsx_datacite.parts import Parts, Values, chosen, filled, others
from jatsx_datacite.settings import Settings

_ONE_PUBLISHER: Final = "DataCite takes one name of the publisher, in one language"
_NO_NUMBER: Final = "an item has one number of an issue"


def publisher(article: Article, settings: Settings) -> Parts:
    """``publisher``: an object since version 4.5, before a text."""
    own, names = "issue.journal.publisher", article.issue.journal.publisher.name
    name = chosen(f"{own}.name", names, article, settings.language)
    yield from others(f"{own}.name", names, name, _ONE_PUBLISHER)
    for place in present(article.issue.journal.publisher.place):
        yield Loss(subpath(f"{own}.place", place), "the publisher has a name, and no place")
    if name is None:
        return
    text = Sourced(name.value.strip(), name.field)
    if settings.version.has_publisher_object:
        yield json_object({"name": text, "lang": name.tag}, field=name.field)
    else:
        yield text


def container_identifiers(article: Article) -> Iterator[tuple[str, str, str, str | None]]:
    """Field, type and value of what names the journal and the issue, and what each of them is."""
    issue, journal = article.issue, article.issue.journal
    own = "issue.journal"
    for field, kind in (("print", "ISSN"), ("electronic", "EISSN"), ("linking", "LISSN")):
        issn = filled(getattr(journal.issn, field))
        if issn and is_issn(issn):
            yield f"{own}.issn.{field}", kind, issn, "Journal"
    for of_part, part, general in ((own, journal, "Journal"), ("issue", issue, "Collection")):
        if found := any_doi(part.doi):
            yield f"{of_part}.doi", "DOI", found, general
        if page := filled(part.url):
            yield f"{of_part}.url", "URL", page, general


def issue_number(article: Article) -> Sourced[str] | None:
    """What an issue is called within its volume, and the field that says it first."""
    issue = article.issue
    parts = {
        "issue.number": filled(issue.number),
        "issue.supplement": filled(issue.supplement),
        "issue.special": filled(issue.special),
    }
    said = {field: part for field, part in parts.items() if part}
    if not said and (whole := filled(issue.whole_number)):
        return Sourced(whole, "issue.whole_number")
    return Sourced(" ".join(said.values()), next(iter(said))) if said else None


def number_losses(article: Article) -> Iterator[Loss]:
    """The number counted from the first issue, where the issue has another."""
    number = issue_number(article)
    if filled(article.issue.whole_number) and number and number.field != "issue.whole_number":
        yield Loss("issue.whole_number", _NO_NUMBER)


def container_losses(article: Article) -> Iterator[Loss]:
    """What is no identifier of the journal or the issue, though it stands in the place of one."""
    for field, part in (("issue.journal", article.issue.journal), ("issue", article.issue)):
        if filled(part.doi) and any_doi(part.doi) is None:
            yield Loss(f"{field}.doi", "a DOI has the form 10.NNNN/suffix")
    for medium, issn in article.issue.journal.issn:
        if filled(issn) and not is_issn(issn):
            yield Loss(f"issue.journal.issn.{medium}", "an ISSN has the form NNNN-NNNX")


def place_values(article: Article) -> Values:
    """Year, volume and number of the issue, as an item says them."""
    year, number = issue_year(article.issue), issue_number(article)
    return {
        "publicationYear": year,
        "volume": Sourced(filled(article.issue.volume), "issue.volume"),
        "issue": number,
    }


def series_information(article: Article, settings: Settings) -> Parts:
    """The description ``SeriesInformation`` of version 4.3: journal, volume(issue), pages.

    Source: documentation of version 4.3, property 17.
    """
    titles = article.issue.journal.title
    title = chosen("issue.journal.title", titles, article, settings.language)
    yield from others("issue.journal.title", titles, title, "version 4.3 has one text of it all")
    yield from number_losses(article)
    yield from _unsaid(article, is_said=title is not None)
    if title:
        described: Values = {
            "description": Sourced(f"{title.value.strip()}{_place(article)}", title.field),
            "descriptionType": "SeriesInformation",
            "lang": title.tag,
        }
        yield json_object(described, field=title.field)


def _place(article: Article) -> str:
    """``, 12(2), 5-14``, as far as it is known."""
    number, volume = issue_number(article), filled(article.issue.volume) or ""
    of_issue = f"{volume}({number.value})" if number else volume
    pages = "-".join(
        page for page in map(filled, (article.pages.first, article.pages.last)) if page
    )
    place = pages or filled(article.elocation_id)
    return "".join(f", {part}" for part in (of_issue, place) if part)


def _unsaid(article: Article, is_said: bool) -> Iterator[Loss]:
    """What the one text of version 4.3 doesn't say."""
    issue, pages = article.issue, article.pages
    why = "version 4.3 has a text of journal title, volume, number and pages alone"
    inherited = {said.field for said in inheritance.publication_dates(article)}
    unsaid: dict[str, object] = {
        "issue.title": present(issue.title),
        "issue.journal.abbreviated_title": filled(issue.journal.abbreviated_title),
        "elocation_id": (pages.first or pages.last) and filled(article.elocation_id),
        "issue.year": "issue.year" not in inherited and filled(issue.year),
    }
    if not is_said:
        unsaid |= {
            "issue.volume": filled(issue.volume),
            "issue.number": filled(issue.number),
            "issue.whole_number": filled(issue.whole_number),
            "issue.supplement": filled(issue.supplement),
            "issue.special": filled(issue.special),
            "pages.first": filled(pages.first),
            "pages.last": filled(pages.last),
            "elocation_id": filled(article.elocation_id),
        }
    yield from (Loss(field, why) for field, value in unsaid.items() if value)
