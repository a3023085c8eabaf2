"""Text elements with a length limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import Attributes, Built, Loss, element, is_present

LENGTHS: Final[Mapping[str, tuple[int, int]]] = {
    "abbrev_title": (1, 150),
    "edition_number": (1, 15),
    "first_page": (1, 32),
    "identifier": (1, 255),
    "institution_department": (2, 255),
    "institution_name": (1, 1024),
    "institution_place": (2, 255),
    "issue": (1, 32),
    "item_number": (1, 32),
    "last_page": (1, 32),
    "other_pages": (1, 100),
    "special_numbering": (1, 15),
    "volume": (1, 32),
}
"""The minimum and maximum length of elements. A longer or shorter text is lost.

Source: ``minLength`` and ``maxLength`` in crossref5.5.0.xsd and common5.5.0.xsd, the same in 5.4.0
and 5.3.1.
Required elements are not listed. A title or a name that is too long is written, and the schema
refuses the document.
"""


def text_element(
    tag: str, text: str | None, field: str, attributes: Attributes = None
) -> Built | None:
    """An element with a text; a loss if the length of the text is not allowed."""
    if text is None or not is_present(text):
        return None
    if fits(tag, text):
        return element(tag, attributes, text, field=field)
    shortest, longest = LENGTHS[tag]
    params = {"element": tag, "shortest": f"{shortest}", "longest": f"{longest}"}
    return Loss(field, "element-length", params)


def fits(tag: str, text: str) -> bool:
    """Whether the length of a text is allowed in an element."""
    shortest, longest = LENGTHS.get(tag, (0, len(text)))
    return shortest <= len(text) <= longest
