"""``elements``: the parts of a cited work, where the reference is taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Text, el
from jatsx.documents.build import Lost, Pieces, wrapped
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.texts import SHALLOW, markup_losses, said, shallow

if TYPE_CHECKING:
    from jatsx import Element
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


def cited_elements(one: Reference, of: str) -> Iterator[Pieces | None]:
    """An ``element`` for each part that is known."""
    work, its = one.work, f"{of}.work"
    authors = ", ".join(name for name in map(author_name, work.authors) if name)
    yield element("Authors", authors, f"{its}.authors")
    yield from titled("Name", work.title, f"{its}.title")
    yield from titled("Title", work.source, f"{its}.source")
    yield element("YearPubl", work.year, f"{its}.year")
    yield element("Volume", work.volume, f"{its}.volume")
    yield element("Issue", work.issue, f"{its}.issue")
    yield pages(work, its)
    yield element("DOI", cited_doi(one), f"{of}.doi")
    yield element("ISBN", work.isbn, f"{its}.isbn")
    yield element("URL", one.url, f"{of}.url")


def element(field: str, text: str | None, of: str) -> Element | None:
    """``element``: plain text."""
    return el("element", {"field": field}, text, of=of)


def titled(field: str, text: Text | None, of: str) -> Iterator[Pieces]:
    """``element``: a title, which may hold tags."""
    if text:
        lost = markup_losses([text], "element", of, depth=SHALLOW)
        yield wrapped("element", {"field": field}, shallow(text), lost, of=of)


def pages(work: CitedWork, of: str) -> Element | None:
    """``Pages``, or ``SPage`` where the last one isn't known."""
    first, last = said(work.first_page), said(work.last_page)
    if first and last:
        return element("Pages", f"{first}-{last}", f"{of}.first_page")
    return element("SPage", first, f"{of}.first_page")


def author_name(author: CitedAuthor) -> str | None:
    """Family name and given names, or the group."""
    person = " ".join(filter(None, (said(author.family), said(author.given))))
    return ", ".join(filter(None, (person, said(author.group)))) or None


def cited_doi(one: Reference) -> str | None:
    """The DOI, bare, where it is one."""
    bare = bare_doi(one.doi or "")
    return bare if is_doi(bare) else None


def cited_losses(one: Reference, of: str) -> Iterator[Lost]:
    """What is known of a cited work and has no code."""
    for field, why in UNPLACED.items():
        if said(getattr(one.work, field)):
            yield Lost(f"{of}.work.{field}", why)
    if said(one.work.last_page) and not said(one.work.first_page):
        yield Lost(f"{of}.work.last_page", "Pages goes from a first page on")
    if said(one.doi) and cited_doi(one) is None:
        yield Lost(f"{of}.doi", "DOI takes the form 10.NNNN/…")
    if said(one.type):
        yield Lost(f"{of}.type", "GenreId takes codes that eLIBRARY doesn't list")
    if said(one.accessed):
        yield Lost(f"{of}.accessed", "element has no field for the day of access")
