"""Funders, which OJS calls supporting agencies.

OJS has a separate list for each language. If all lists have the same length, the names at the same
position are read as one funder, with a warning. The native export contains no grants. The funding
plugin exports them only to Crossref, DataCite and OpenAIRE (ajnyga/funding).
"""

from __future__ import annotations

from collections.abc import Sequence

from jatsx.model import FrozenMap, Funding
from jatsx.standards.identifiers import funder_registry_doi, ror_url
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language
from jatsx_ojs.tree import XmlNode


def funding(publication: XmlNode, notes: OjsNotes) -> tuple[Funding, ...]:
    """The supporting agencies as funders."""
    lists = by_language(publication.take_all("agencies"), notes)
    agencies = {
        tag: [one for one in element.take_all("agency") if one.whole_text]
        for tag, element in lists.items()
    }
    agencies = {tag: found for tag, found in agencies.items() if found}
    if len({len(found) for found in agencies.values()}) == 1:
        rows = [list(row) for row in zip(*agencies.values(), strict=True)]
        funders = [_funder(tuple(agencies), row, n, notes) for n, row in enumerate(rows)]
        if len(agencies) > 1:
            notes.warn("ojs-agencies-paired", ("funding",), languages=", ".join(agencies))
        return tuple(funders)
    if agencies:
        notes.warn("ojs-agencies-unpaired", ("funding",), next(iter(lists.values())))
    each = [(tag, agency) for tag, found in agencies.items() for agency in found]
    return tuple(_funder((tag,), [agency], n, notes) for n, (tag, agency) in enumerate(each))


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
