"""Funders, which OJS calls supporting agencies.

OJS has a separate list for each language. If all lists have the same length, the names at the same
position are read as one funder, with a warning. The native export contains no grants. The funding
plugin exports them only to Crossref, DataCite and OpenAIRE (ajnyga/funding).

The REST API of OJS 3.6 also has funders with their grants. An agency with the name of such a funder
is read once.
"""

from __future__ import annotations

from collections.abc import Sequence

from jatsx.model import Award, FrozenMap, Funding
from jatsx.model.fieldpath import Path
from jatsx.standards.identifiers import funder_registry_doi, ror_url
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language, lines, words
from jatsx_ojs.tree import XmlNode, one_line


def funding(publication: XmlNode, funders: XmlNode | None, notes: OjsNotes) -> tuple[Funding, ...]:
    """The funders of the API, then the supporting agencies.

    Args:
        publication: the element with the agencies.
        funders: the element with the funders of the API.
        notes: the notes on the article.
    """
    found = funders.take_all("funder") if funders else []
    read = [_listed_funder(one, n, notes) for n, one in enumerate(found)]
    return (*read, *_agencies(publication, read, notes))


def _listed_funder(element: XmlNode, n: int, notes: OjsNotes) -> Funding:
    """A funder with its grants."""
    path: Path = ("funding", n)
    notes.record(path[:1], element)
    notes.record(path, element)
    ror = element.take("ror")
    if ror:
        notes.record((*path, "funder_id"), ror)
    grants = enumerate(element.take_all("grant"))
    return Funding(
        funder=lines(element.take_all("name"), notes, (*path, "funder")),
        funder_id=ror.take_line() if ror else None,
        awards=tuple(_award(one, notes, (*path, "awards", k)) for k, one in grants),
    )


def _award(grant: XmlNode, notes: OjsNotes, path: Path) -> Award:
    notes.record(path, grant)
    number, doi = grant.take("grantNumber"), grant.take("grantDoi")
    for name, element in (("number", number), ("doi", doi)):
        if element:
            notes.record((*path, name), element)
    return Award(
        number=number.take_line() if number else None,
        doi=doi.take_line() if doi else None,
        title=words(grant.take_all("grantName"), notes, (*path, "title")),
    )


def _agencies(
    publication: XmlNode, listed: Sequence[Funding], notes: OjsNotes
) -> tuple[Funding, ...]:
    """The supporting agencies that are not among the listed funders."""
    first = len(listed)
    lists = by_language(publication.take_all("agencies"), notes)
    agencies = {
        tag: [
            one
            for one in element.take_all("agency")
            if one.whole_text and not _is_listed(tag, one, listed)
        ]
        for tag, element in lists.items()
    }
    agencies = {tag: found for tag, found in agencies.items() if found}
    if len({len(found) for found in agencies.values()}) == 1:
        rows = [list(row) for row in zip(*agencies.values(), strict=True)]
        funders = [_funder(tuple(agencies), row, n, notes) for n, row in enumerate(rows, first)]
        if len(agencies) > 1:
            notes.warn("ojs-agencies-paired", ("funding",), languages=", ".join(agencies))
        return tuple(funders)
    if agencies:
        notes.warn("ojs-agencies-unpaired", ("funding",), next(iter(lists.values())))
    each = [(tag, agency) for tag, found in agencies.items() for agency in found]
    numbered = enumerate(each, first)
    return tuple(_funder((tag,), [agency], n, notes) for n, (tag, agency) in numbered)


def _is_listed(tag: str, agency: XmlNode, listed: Sequence[Funding]) -> bool:
    """Whether an agency is a listed funder. It is then marked as read."""
    names = [child.text for child in agency.children if child.name == "name"]
    name = one_line(next(iter(names), agency.text))
    if all(one.funder.get(tag) != name for one in listed):
        return False
    agency.pass_over()
    return True


def _funder(tags: Sequence[str], agencies: Sequence[XmlNode], n: int, notes: OjsNotes) -> Funding:
    names = {}
    for tag, agency in zip(tags, agencies, strict=True):
        element = agency.take("name") or agency
        names[tag] = element.take_line() or ""
        notes.record(("funding",), element)
        notes.record(("funding", n), element)
        notes.record(("funding", n, "funder", tag), element)
    return Funding(funder=FrozenMap(names), funder_id=_funder_id(agencies, n, notes))


def _funder_id(agencies: Sequence[XmlNode], n: int, notes: OjsNotes) -> str | None:
    """The id of a funder, if it is a ROR id or an id of the Funder Registry."""
    for agency in agencies:
        for identifier in agency.children:
            written = identifier.text.strip()
            is_id = ror_url(written) or funder_registry_doi(written)
            if identifier.name == "identifier" and is_id:
                notes.record(("funding", n, "funder_id"), identifier)
                for child in agency.take_all("identifier", "source"):
                    child.pass_over()
                return written
    return None
