"""Pieces of a deposit: elements whose length the schema limits, and values that aren't chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from jatsx import Attributes, Built, Loss, element, is_present
from jatsx.model.fieldpath import subpath

Value = TypeVar("Value")


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
"""How many characters an element takes; what is longer or shorter is left out, as lost.

Source: ``minLength`` and ``maxLength`` in crossref5.5.0.xsd and common5.5.0.xsd, the same in 5.4.0.
Elements that a record can't do without aren't here: a title or a name that is too long is written,
and the schema refuses the document.
"""


def text_element(
    tag: str, text: str | None, field: str, attributes: Attributes = None
) -> Built | None:
    """An element that holds a text, where there is one and its length is allowed."""
    if text is None or not is_present(text):
        return None
    if fits(tag, text):
        return element(tag, attributes, text, field=field)
    shortest, longest = LENGTHS[tag]
    return Loss(field, f"{tag} takes {shortest} to {longest} characters")


def fits(tag: str, text: str) -> bool:
    """Whether a text is as long as its element allows."""
    shortest, longest = LENGTHS.get(tag, (0, len(text)))
    return shortest <= len(text) <= longest


def others(values: Mapping[str, Value], chosen: str | None, field: str, why: str) -> Iterator[Loss]:
    """The values of a map that weren't chosen."""
    for key in values:
        if key != chosen:
            yield Loss(subpath(field, key), why)
