"""Dates: ``publication_date``, ``acceptance_date``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jatsx.model import Published
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.tree import SourceNode

MEDIA: Final = {"print": "print", "online": "online", None: "print"}
"""The field of each ``@media_type``. Without it, the medium is print.

Source: the annotation of ``publication_date`` in crossref5.5.0.xsd.
"""


def date(element: SourceNode | None, notes: DepositNotes, path: Path) -> str | None:
    """A date, as precise as the valid parts of the element.

    Source: ``xrefMonth`` allows numbers above 12, for seasons and quarters. The model has none.
    """
    if element is None:
        return None
    notes.record(path, element)
    year = element.take("year")
    written = year.take_line() if year else None
    if written is None:
        return None
    month = _number(element, "month", 12)
    day = _number(element, "day", 31) if month else None
    return "-".join(filter(None, (written, month, day)))


def published(elements: Iterable[SourceNode], notes: DepositNotes, path: Path) -> Published:
    """The first date of publication of each medium."""
    found: dict[str, str] = {}
    for element in elements:
        medium = MEDIA.get(element.take_attribute("media_type"))
        if medium is None or medium in found:
            element.leave()
        elif written := date(element, notes, (*path, medium)):
            found[medium] = written
    return Published(**found)


def _number(element: SourceNode, name: str, most: int) -> str | None:
    """A month or day with two digits; None if it is absent or too large."""
    found = element.take(name)
    written = found.take_line() if found else None
    if not found or not written:
        return None
    if not written.isascii() or not written.isdigit() or not 1 <= int(written[:3]) <= most:
        found.leave()
        return None
    return f"{int(written):02}"
