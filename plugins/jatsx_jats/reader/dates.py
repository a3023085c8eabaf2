"""Dates: ``pub-date``, ``history``."""

from __future__ import annotations

from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model.fieldpath import Path
from jatsx.standards.dates import parse_date
from jatsx_jats.reader.tree import JatsElement

MEDIA: Final = FrozenMap(
    {
        "print": ("print",),
        "ppub": ("print",),
        "electronic": ("online",),
        "online": ("online",),
        "epub": ("online",),
        "online-only": ("online",),
        "epub-ppub": ("print", "online"),
        "print-electronic": ("print", "online"),
    }
)
"""The media of ``@publication-format`` and ``@pub-type``."""

PUBLISHED: Final = frozenset({"", "pub", *MEDIA})
COLLECTION: Final = "collection"

DIGITS: Final = 2
"""The number of digits of a month and a day."""


def date(element: JatsElement, notes: ReaderNotes, path: Path) -> str | None:
    """A date as precise as it is tagged; None if its year is not a number.

    ``@iso-8601-date`` is used if the parts are not tagged.
    """
    notes.record(path, element)
    parts = [_digits(element, name) for name in ("year", "month", "day")]
    known = parts[: parts.index(None)] if None in parts else parts
    tagged = "-".join(part for part in known if part)
    iso = element.attributes.get("iso-8601-date", "").strip()
    read = tagged if parse_date(tagged) or not parse_date(iso) else iso
    if parse_date(iso) and iso.startswith(tagged) and not any(element.find("month")):
        read = iso
    if not read:
        return None
    element.is_taken = True
    used = ("year", "month", "day")[: read.count("-") + 1]
    for name in used:
        part = next(element.find(name), None)
        if part is not None and _digits(element, name) is not None:
            part.pass_over()
    for name in ("iso-8601-date", "calendar", "date-type", "pub-type", "publication-format"):
        element.attribute(name)
    return read


def published(meta: JatsElement, notes: ReaderNotes) -> dict[str, str]:
    """The date of the article's publication in each medium."""
    return _in_each_medium(meta, PUBLISHED, notes, ("dates", "published"))


def collection_dates(meta: JatsElement, notes: ReaderNotes) -> dict[str, Any]:
    """The dates of the issue: ``year``, and ``published`` in each medium."""
    year: str | None = None
    for element in meta.find("pub-date"):
        if _kind(element) != COLLECTION or element.attributes.get("publication-format"):
            continue
        read = date(element, notes, ("issue", "year"))
        if read is not None and year is None:
            year = read[:4]
            if len(read) > len(year):  # the month and the day have no medium
                for name in ("month", "day"):
                    for part in element.find(name):
                        part.leave()
                        part.is_passed_over = False
    path = ("issue", "published")
    media = _in_each_medium(meta, frozenset({COLLECTION}), notes, path, needs_medium=True)
    return {"year": year, "published": media}


def history(meta: JatsElement, notes: ReaderNotes) -> dict[str, Any]:
    """The dates when the manuscript was received, revised and accepted."""
    read: dict[str, Any] = {}
    revised: list[str] = []
    for element in (one for around in meta.take_all("history") for one in around.find("date")):
        kind = element.attributes.get("date-type", "").strip()
        if kind == "rev-recd":
            found = date(element, notes, ("dates", "revised", len(revised)))
            revised += [found] if found else []
        elif kind in ("received", "accepted") and kind not in read:
            read[kind] = date(element, notes, ("dates", kind))
    return {**read, "revised": tuple(revised)}


def _in_each_medium(
    meta: JatsElement,
    kinds: frozenset[str],
    notes: ReaderNotes,
    path: Path,
    *,
    needs_medium: bool = False,
) -> dict[str, str]:
    read: dict[str, str] = {}
    for element in meta.find("pub-date"):
        if _kind(element) not in kinds or element.is_taken:
            continue
        media = _media(element)
        if needs_medium and not media:
            continue
        for medium in media or ("online",):
            found = None if medium in read else date(element, notes, (*path, medium))
            if found is not None:
                read[medium] = found
                if not media:
                    notes.warn("jats-date-medium", (*path, medium), element, date=found)
    return read


def _kind(element: JatsElement) -> str:
    kind = element.attributes.get("date-type") or element.attributes.get("pub-type") or ""
    return kind.strip().lower()


def _media(element: JatsElement) -> tuple[str, ...]:
    names = ("publication-format", "pub-type", "date-type")
    values = (element.attributes.get(name, "").strip().lower() for name in names)
    return next((MEDIA[value] for value in values if value in MEDIA), ())


def _digits(element: JatsElement, name: str) -> str | None:
    """A part of a date as digits; None if it is not a number."""
    found = next(element.find(name), None)
    text = found.line_of_text if found is not None else ""
    if not (text.isascii() and text.isdigit()):
        return None
    return text if name == "year" else text.zfill(DIGITS)
