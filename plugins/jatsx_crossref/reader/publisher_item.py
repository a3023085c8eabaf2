"""The article's pages, number and identifiers: ``pages``, ``publisher_item``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from jatsx.model import Pages
from jatsx_crossref.publisher_item import PUBLISHER_ID
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept, line
from jatsx_crossref.reader.tree import SourceNode

ARTICLE_NUMBER: Final = "article_number"

FIELDS: Final = {"first_page": "first", "last_page": "last", "other_pages": "other"}


def pages(element: SourceNode | None, notes: DepositNotes) -> Pages:
    """First, last and other pages."""
    if element is None:
        return Pages()
    read = {
        field: line(element.take(name), notes, ("pages", field)) for name, field in FIELDS.items()
    }
    return Pages(**kept(read))


def publisher_items(elements: Iterable[SourceNode], notes: DepositNotes) -> dict[str, Any]:
    """The fields ``elocation_id`` and ``identifiers``."""
    number: str | None = None
    identifiers: dict[str, str] = {}
    for element in elements:
        for one in element.take_all("item_number", "identifier"):
            kind = one.attributes.get("id_type") or one.attributes.get("item_number_type")
            if one.name == "item_number" and kind == ARTICLE_NUMBER and number is None:
                number = line(one, notes, ("elocation_id",))
                one.take_attribute("item_number_type")
                continue
            scheme = _scheme(one, kind, identifiers)
            if scheme is None:
                one.leave()
                continue
            one.take_attribute("id_type")
            if value := line(one, notes, ("identifiers", scheme)):
                identifiers[scheme] = value
    return {"elocation_id": number, "identifiers": identifiers}


def _scheme(element: SourceNode, kind: str | None, used: Collection[str]) -> str | None:
    """The scheme of an identifier: its type, with a number if there are several of this type."""
    if element.name == "item_number":
        return None if kind or PUBLISHER_ID in used else PUBLISHER_ID
    if kind is None or kind not in used:
        return kind
    return next(one for n in range(2, len(used) + 3) if (one := f"{kind}-{n}") not in used)
