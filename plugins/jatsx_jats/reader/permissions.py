"""Copyright and licenses: ``permissions``."""

from __future__ import annotations

from typing import Any

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Copyright, License
from jatsx.model.fieldpath import Path
from jatsx_jats.reader.texts import line, lines_by_language, words_by_language
from jatsx_jats.reader.tree import JatsElement


def copyright(meta: JatsElement, notes: ReaderNotes) -> Copyright:
    """The copyright: statement, year and holder."""
    groups = _groups(meta)
    statements = [one for group in groups for one in group.take_all("copyright-statement")]
    holders = [one for group in groups for one in group.take_all("copyright-holder")]
    years = [one for group in groups for one in group.take_all("copyright-year")]
    path: Path = ("copyright",)
    year: str | None = None
    for element in years:
        if year is None or element.line_of_text == year:
            year = line(element, notes, (*path, "year"))
        else:
            element.leave()
    read: dict[str, Any] = {
        "statement": FrozenMap(words_by_language(statements, notes, (*path, "statement"))),
        "year": year,
        "holder": FrozenMap(lines_by_language(holders, notes, (*path, "holder"))),
    }
    return Copyright(**{name: value for name, value in read.items() if value})


def licenses(meta: JatsElement, notes: ReaderNotes) -> tuple[License, ...]:
    """The licenses. The URL is ``ali:license_ref``, else ``@xlink:href``, else that of a link."""
    read: list[License] = []
    for group in _groups(meta):
        for element in group.take_all("license"):
            found = _license_refs(element, len(read), notes) or _linked(element, len(read), notes)
            read += (one for one in found if one not in read)
    return tuple(read)


def _groups(meta: JatsElement) -> tuple[JatsElement, ...]:
    """The elements that may contain them: up to NLM 2.3, ``article-meta`` itself."""
    return (*meta.take_all("permissions"), meta)


def _license_refs(element: JatsElement, first: int, notes: ReaderNotes) -> list[License]:
    read: list[License] = []
    for reference in element.find("ali:license_ref"):
        path = ("licenses", first + len(read))
        if url := line(reference, notes, (*path, "url")):
            notes.record(path, reference)
            version = reference.attribute("applies_to") or reference.attribute("specific-use")
            values = {"applies_to": version, "start_date": reference.attribute("start_date")}
            written = {name: value for name, value in values.items() if value}
            read.append(License(url=url, **written))
    address = element.attributes.get("xlink:href", "").strip()
    if any(_same(one.url, address) for one in read):
        element.attribute("xlink:href")
    return read


def _linked(element: JatsElement, n: int, notes: ReaderNotes) -> list[License]:
    notes.record(("licenses", n), element)
    address = element.attribute("xlink:href")
    if address is None:
        links = (one for inner in element.find("license-p", "p") for one in inner.find(*LINKS))
        addresses = (one.attributes.get("xlink:href", "").strip() for one in links)
        address = next((one for one in addresses if one.startswith(("http://", "https://"))), None)
    return [License(url=address)] if address else []


LINKS = ("ext-link", "uri")


def _same(one: str, other: str) -> bool:
    return one.partition("://")[2].rstrip("/") == other.partition("://")[2].rstrip("/")
