"""``elements``: the parts of a cited work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Built, FrozenMap, Loss, Text, element, losses_of, non_blank, stripped
from jatsx.model import cited_people
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.texts import SHALLOW, markup_losses, shallow

if TYPE_CHECKING:
    from jatsx.model import CitedPerson, CitedWork, Reference

UNSUPPORTED: Final[Mapping[str, str]] = FrozenMap(
    {
        "series": "no-cited-field",
        "publisher": "no-cited-field",
        "place": "obsolete-place",
        "edition": "no-cited-field",
        "elocation_id": "no-cited-field",
        "issn": "no-cited-field",
    }
)
"""The code of the loss of each field that ``element/@field`` does not support."""


def cited_elements(one: Reference, field: str) -> Iterator[Built | None]:
    """An ``element`` for each known part."""
    work, its = one.work, f"{field}.work"
    people = [person for person in cited_people(one) if not person.is_editor]
    authors = ", ".join(name for name in map(author_name, people) if name)
    yield field_element("Authors", authors, f"{its}.authors")
    yield from titled("Name", work.title, f"{its}.title")
    yield from titled("Title", work.source, f"{its}.source")
    yield field_element("YearPubl", work.year, f"{its}.year")
    yield field_element("Volume", work.volume, f"{its}.volume")
    yield field_element("Issue", work.issue, f"{its}.issue")
    yield pages(work, its)
    yield field_element("DOI", cited_doi(one), f"{field}.doi")
    yield field_element("ISBN", work.isbn, f"{its}.isbn")
    yield field_element("URL", one.url, f"{field}.url")


def field_element(name: str, text: str | None, field: str) -> Built:
    """``element`` with plain text."""
    return element("element", {"field": name}, text, field=field)


def titled(name: str, text: Text | None, field: str) -> Iterator[Built]:
    """``element`` with a title, which may contain tags."""
    if text:
        lost = markup_losses([text], "element", field, depth=SHALLOW)
        yield element("element", {"field": name}, shallow(text), lost, field=field)


def pages(work: CitedWork, field: str) -> Built:
    """``Pages``, or ``SPage`` if the last page is not known."""
    first, last = stripped(work.first_page), stripped(work.last_page)
    if first and last:
        return field_element("Pages", f"{first}-{last}", f"{field}.first_page")
    return field_element("SPage", first, f"{field}.first_page")


def author_name(author: CitedPerson) -> str | None:
    """Family name and given names, and the group."""
    person = " ".join(filter(None, map(stripped, (author.family, author.given))))
    return ", ".join(filter(None, (person, stripped(author.group)))) or None


def cited_doi(one: Reference) -> str | None:
    """The DOI without a URL; None if it is not valid."""
    bare = bare_doi(one.doi or "")
    return bare if is_doi(bare) else None


def cited_losses(one: Reference, field: str) -> Iterator[Loss]:
    """The losses of a cited work."""
    yield from losses_of(one.work, UNSUPPORTED, f"{field}.work")
    for person in cited_people(one):
        if person.is_editor:
            yield Loss(f"{field}.work.authors[{person.position}]", "no-cited-field")
    if non_blank(one.work.last_page) and not non_blank(one.work.first_page):
        yield Loss(f"{field}.work.last_page", "first-page-missing", {"element": "Pages"})
    if non_blank(one.doi) and cited_doi(one) is None:
        yield Loss(f"{field}.doi", "doi-form", {"element": "DOI"})
    yield from losses_of(one, {"type": "genre-code", "accessed": "no-cited-field"}, field)
