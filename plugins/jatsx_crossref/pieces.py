"""What a part of an article becomes: elements, and what was lost on the way.

The functions of this package that make elements yield pieces: the elements, in the order of the
schema, and a :class:`Lost` for each field that the schema has no place for. A parent puts the
elements inside its own and passes on what was lost. So each condition stands once, and so does
each reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from jatsx.elements import Attributes, Children, Element, el
from jatsx.fieldpath import joined, written

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lost:
    """A field, as a path from the article, that isn't in the document, and why not."""

    field: str
    why: str


Piece: TypeAlias = Element | Lost
Pieces: TypeAlias = Iterable[Piece]

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


def only(element: Element | None) -> Iterator[Piece]:
    """The element, where there is one."""
    if element is not None:
        yield element


def leaf(
    tag: str, text: str | None, of: str, attributes: Attributes = None, *inside: Children
) -> Iterator[Piece]:
    """An element that holds a text, where there is one and its length is allowed."""
    if text is None or not text.strip():
        return
    if fits(tag, text):
        yield from only(el(tag, attributes, text, *inside, of=of))
    else:
        shortest, longest = LENGTHS[tag]
        yield Lost(of, f"{tag} takes {shortest} to {longest} characters")


def fits(tag: str, text: str) -> bool:
    """Whether a text is as long as its element allows."""
    shortest, longest = LENGTHS.get(tag, (0, len(text)))
    return shortest <= len(text) <= longest


def wrapped(
    tag: str, attributes: Attributes, pieces: Pieces, of: str | None = None
) -> Iterator[Piece]:
    """An element around those among the pieces, where there are any; then what was lost."""
    inside = tuple(pieces)
    yield from only(el(tag, attributes, elements(inside), of=of))
    yield from losses(inside)


def elements(pieces: Pieces) -> Iterator[Element]:
    """The elements alone."""
    return (piece for piece in pieces if isinstance(piece, Element))


def losses(pieces: Pieces) -> Iterator[Lost]:
    """What was lost alone."""
    return (piece for piece in pieces if isinstance(piece, Lost))


def at(of: str, key: str) -> str:
    """The path of a map's entry: ``title.kk``."""
    return joined(of, written((key,)))


def others(values: Mapping[str, Value], chosen: str | None, of: str, why: str) -> Iterator[Lost]:
    """The values of a map that weren't chosen."""
    for key in values:
        if key != chosen:
            yield Lost(at(of, key), why)
