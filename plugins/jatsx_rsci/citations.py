"""``elements``: the parts of a cited work, where the reference is taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Built, Loss, Text, element
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.texts import SHALLOW, markup_losses, said, shallow

if TYPE_CHECKING:
    from jatsx.model import CitedAuthor, CitedWork, Reference

UNPLACED: Final[Mapping[str, str]] = {
    "series": "element has no field for series",
    "publisher": "element has no field for publishers",
    "place": "element takes no place any more: PlacePubl is obsolete",
    "edition": "element has no field for editions",
    "elocation_id": "element has no field for article numbers",
    "issn": "element has no field for ISSNs",
}
"""What ``element/@field`` has no code for."""


def cited_elements(one: Reference, field: str) -> Iterator[Built | None]:
    """An ``element`` for each part that is known."""
    work, its = one.work, f"{field}.work"
    authors = ", ".join(name for name in map(author_name, work.authors) if name)
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
    """``element``: plain text."""
    return element("element", {"field": name}, text, field=field)


def titled(name: str, text: Text | None, field: str) -> Iterator[Built]:
    """``element``: a title, which may hold tags."""
    if text:
        lost = markup_losses([text], "element", field, depth=SHALLOW)
        yield element("element", {"field": name}, shallow(text), lost, field=field)


def pages(work: CitedWork, field: str) -> Built:
    """``Pages``, or ``SPage`` where the last one isn't known."""
    first, last = said(work.first_page), said(work.last_page)
    if first and last:
        return field_element("Pages", f"{first}-{last}", f"{field}.first_page")
    return field_element("SPage", first, f"{field}.first_page")


def author_name(author: CitedAuthor) -> str | None:
    """Family name and given names, or the group."""
    person = " ".join(filter(None, (said(author.family), said(author.given))))
    return ", ".join(filter(None, (person, said(author.group)))) or None


def cited_doi(one: Reference) -> str | None:
    """The DOI, bare, where it is one."""
    bare = bare_doi(one.doi or "")
    return bare if is_doi(bare) else None


def cited_losses(one: Reference, field: str) -> Iterator[Loss]:
    """What is known of a cited work and has no code."""
    for key, why in UNPLACED.items():
        if said(getattr(one.work, key)):
            yield Loss(f"{field}.work.{key}", why)
    if said(one.work.last_page) and not said(one.work.first_page):
        yield Loss(f"{field}.work.last_page", "Pages goes from a first page on")
    if said(one.doi) and cited_doi(one) is None:
        yield Loss(f"{field}.doi", "DOI takes the form 10.NNNN/…")
    if said(one.type):
        yield Loss(f"{field}.type", "GenreId takes codes that eLIBRARY doesn't list")
    if said(one.accessed):
        yield Loss(f"{field}.accessed", "element has no field for the day of access")
