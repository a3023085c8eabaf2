"""The article's pages, number and identifiers: ``pages``, ``publisher_item``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jatsx.model import Pages
from jatsx_crossref.publisher_item import PUBLISHER_ID
from jatsx_crossref.reader.notes import Notes
from jatsx_crossref.reader.texts import kept, line
from jatsx_crossref.reader.tree import Node

ARTICLE_NUMBER: Final = "article_number"

FIELDS: Final = {"first_page": "first", "last_page": "last", "other_pages": "other"}


def pages(element: Node | None, notes: Notes) -> Pages:
    """First, last and other pages."""
    if element is None:
        return Pages()
    read = {
        field: line(element.take(name), notes, ("pages", field)) for name, field in FIELDS.items()
    }
    return Pages(**kept(read))


def publisher_items(elements: Iterable[Node], notes: Notes) -> dict[str, Any]:
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
            scheme = kind if one.name == "identifier" else PUBLISHER_ID
            if scheme is None or scheme in identifiers or (one.name == "item_number" and kind):
                one.leave()
                continue
            one.take_attribute("id_type")
            if value := line(one, notes, ("identifiers", scheme)):
                identifiers[scheme] = value
    return {"elocation_id": number, "identifiers": identifiers}
