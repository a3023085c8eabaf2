"""References: ``citation_list``."""

from __future__ import annotations

import re
from typing import Any, Final

from jatsx import FrozenMap
from jatsx.model import CitedAuthor, CitedWork, Reference
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.notes import UNDETERMINED, DepositNotes
from jatsx_crossref.reader.texts import kept, line, words
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.references import TYPES, WITHOUT_JOURNAL

KINDS: Final = FrozenMap({name: type for type, name in TYPES.items()})
"""The model's type of each ``citation/@type``."""

PLAIN: Final = {
    "volume": "volume",
    "issue": "issue",
    "first_page": "first_page",
    "elocation_id": "elocation_id",
    "cYear": "year",
    "series_title": "series",
    "edition_number": "edition",
    "isbn": "isbn",
    "issn": "issn",
}
"""The field of a cited work for each element that is one line."""

TITLES: Final = {"source": ("journal_title", "volume_title"), "title": ("article_title",)}
"""The elements of each title of a cited work."""

LABEL: Final = re.compile(
    r"[\[(]?\d{1,4}[A-Za-z]?[\])]?\.?\Z"  # 12, [12], (3a), 12.
    r"|[^\W\d]{1,10}\Z"  # a
    r"|(?=.*[\s\[(])[^/_]{1,64}\Z"  # [Reed 2020]
)
"""A key that may be a printed label. Others are made by systems: ref12, b-12, 10.5555/12-B7."""


def references(listed: SourceNode | None, notes: DepositNotes) -> tuple[Reference, ...]:
    """The references in order."""
    citations = listed.take_all("citation") if listed else []
    read = tuple(_reference(one, ("references", n), notes) for n, one in enumerate(citations))
    doubtful = [
        (n, one.find("volume_title"))
        for n, (one, reference) in enumerate(zip(citations, read, strict=True))
        if one.find("volume_title") is not None and reference.type not in WITHOUT_JOURNAL
    ]
    if doubtful:
        n, element = doubtful[0]
        path = ("references", n, "type")
        notes.warn("crossref-reference-type", path, element, times=str(len(doubtful)))
    return read


def _reference(citation: SourceNode, path: Path, notes: DepositNotes) -> Reference:
    notes.record(path, citation)
    kind = KINDS.get(citation.attributes.get("type", ""))
    if kind:
        citation.take_attribute("type")
    text = citation.take("unstructured_citation")
    tag = UNDETERMINED
    printed = {tag: words(text, notes, (*path, "text", tag))} if text else {}
    values = {
        "label": _label(citation),
        "text": kept(printed),
        "type": kind,
        "work": _work(citation, (*path, "work"), notes),
        "doi": line(citation.take("doi"), notes, (*path, "doi")),
    }
    return Reference(**kept(values))


def _label(citation: SourceNode) -> str | None:
    """The key, if it may be a printed label."""
    key = citation.attributes.get("key", "").strip()
    return key if LABEL.match(key) else None


def _work(citation: SourceNode, path: Path, notes: DepositNotes) -> CitedWork:
    values: dict[str, Any] = {
        field: line(citation.take(name), notes, (*path, field)) for name, field in PLAIN.items()
    }
    if author := line(citation.take("author"), notes, (*path, "authors", 0)):
        values["authors"] = (CitedAuthor(family=author),)
    for field, names in TITLES.items():
        if (element := citation.take(*names)) is not None:
            values[field] = words(element, notes, (*path, field))
    return CitedWork(**kept(values))
