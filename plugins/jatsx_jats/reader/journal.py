"""The journal: ``journal-meta``."""

from __future__ import annotations

from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Issn, Journal, Publisher
from jatsx.model.fieldpath import Path
from jatsx_jats.reader.texts import line, lines_by_language
from jatsx_jats.reader.tree import JatsElement

HOME: Final = ("issue", "journal")
"""The path of the journal from the article."""

MEDIA: Final = FrozenMap(
    {
        "ppub": "print",
        "print": "print",
        "epub": "electronic",
        "electronic": "electronic",
        "online": "electronic",
        "online-only": "electronic",
        "linking": "linking",
        "issn-l": "linking",
    }
)
"""The ISSN of each ``@publication-format`` and ``@pub-type``."""


def journal(meta: JatsElement, notes: ReaderNotes) -> Journal:
    """The journal."""
    notes.record(HOME, meta)
    issn, others = _issns(meta, notes)
    read: dict[str, Any] = {
        "title": FrozenMap(_titles(meta, notes)),
        "abbreviated_title": _abbreviated(meta, notes),
        "issn": Issn(**issn) if issn else None,
        "publisher": _publisher(meta, notes),
        "archives": _archives(meta, notes),
        "url": _url(meta, notes),
        **_ids(meta, {*issn.values()}, others, notes),
    }
    return Journal(**{name: value for name, value in read.items() if value})


def _title_groups(meta: JatsElement) -> tuple[JatsElement, ...]:
    """The elements that may contain titles: up to NLM 2.3, ``journal-meta`` itself."""
    return (meta, *meta.take_all("journal-title-group"))


def _titles(meta: JatsElement, notes: ReaderNotes) -> dict[str, str]:
    """The title in each language, with the registered title first."""
    groups = _title_groups(meta)
    found = [one for group in groups for one in group.take_all("journal-title")]
    for group in groups:
        for each in group.take_all("trans-title-group"):
            found += each.take_all("trans-title")
    return lines_by_language(found, notes, (*HOME, "title"))


def _abbreviated(meta: JatsElement, notes: ReaderNotes) -> str | None:
    """The first abbreviated title. Another one is left, unless it is the same."""
    found = [one for group in _title_groups(meta) for one in group.find("abbrev-journal-title")]
    read: str | None = None
    for element in found:
        if read in (None, element.line_of_text):
            element.is_taken = True
            element.attribute("abbrev-type")
            read = line(element, notes, (*HOME, "abbreviated_title"))
    return read


def _issns(meta: JatsElement, notes: ReaderNotes) -> tuple[dict[str, str], dict[str, str]]:
    """The ISSN of each medium; and the ISSN whose medium is not given."""
    read: dict[str, str] = {}
    others: dict[str, str] = {}
    for element in meta.find("issn", "issn-l"):
        names = ("publication-format", "pub-type")
        said = [element.attributes.get(name, "").strip().lower() for name in names]
        kind = next((MEDIA[one] for one in said if one in MEDIA), None)
        name = "linking" if element.name == "issn-l" else kind
        target, key = (read, name) if name else (others, "issn")
        path = ("issn", key) if name else ("identifiers", key)
        if (not name and any(said)) or key in target:
            continue
        element.is_taken = True
        for attribute in names:
            element.attribute(attribute)
        if text := line(element, notes, (*HOME, *path)):
            target[key] = text
    return read, others


def _publisher(meta: JatsElement, notes: ReaderNotes) -> Publisher | None:
    names: list[JatsElement] = []
    places: list[JatsElement] = []
    for element in meta.take_all("publisher"):
        names += element.take_all("publisher-name")
        places += element.take_all("publisher-loc")
    path: Path = (*HOME, "publisher")
    read = {
        "name": FrozenMap(lines_by_language(names, notes, (*path, "name"))),
        "place": FrozenMap(lines_by_language(places, notes, (*path, "place"))),
    }
    written = {name: value for name, value in read.items() if value}
    return Publisher(**written) if written else None


def _archives(meta: JatsElement, notes: ReaderNotes) -> tuple[str, ...]:
    read: list[str] = []
    for element in meta.find("notes"):
        if element.attributes.get("notes-type") == "archives":
            element.is_taken = True
            element.attribute("notes-type")
            for paragraph in element.take_all("p"):
                text = line(paragraph, notes, (*HOME, "archives", len(read)))
                read += [text] if text else []
    return tuple(read)


def _url(meta: JatsElement, notes: ReaderNotes) -> str | None:
    """The address of the website, whose title and text are not read."""
    element = meta.take("self-uri")
    if element is None:
        return None
    notes.record((*HOME, "url"), element)
    address = element.attribute("xlink:href")
    element.attribute("xlink:title")
    element.is_text_taken = True
    return address or element.line_of_text or None


def _ids(
    meta: JatsElement, issns: set[str], others: dict[str, str], notes: ReaderNotes
) -> dict[str, Any]:
    """The DOI and the ids at indexes. An ISSN among them is not repeated."""
    doi: str | None = None
    read: dict[str, str] = {}
    for element in meta.find("journal-id"):
        kind = element.attributes.get("journal-id-type", "").strip()
        if kind == "issn" and element.line_of_text in issns:
            element.pass_over()
            continue
        if kind == "doi" and doi is None:
            element.is_taken = True
            element.attribute("journal-id-type")
            doi = line(element, notes, (*HOME, "doi"))
        elif kind and kind not in read:
            element.is_taken = True
            element.attribute("journal-id-type")
            if text := line(element, notes, (*HOME, "identifiers", kind)):
                read[kind] = text
    return {"doi": doi, "identifiers": FrozenMap({**read, **others})}
