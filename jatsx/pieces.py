"""What a part of an article becomes: elements, and what was lost on the way.

The functions of an exporter can return pieces: elements in the order of the schema, and a
:class:`Lost` for each field that the schema has no place for. :func:`wrapped` puts the elements
inside another and passes on what was lost. So each condition stands once, and so does each reason.

    >>> from jatsx.elements import el
    >>> name, lost = wrapped("name", None, el("surname", None, "Нұр"), Lost("suffix", "no element"))
    >>> name.tag, lost.field
    ('name', 'suffix')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, TypeVar, final

from jatsx.elements import Attributes, Element, filled
from jatsx.fieldpath import joined, written
from jatsx.formats import Loss

__all__ = [
    "Inside",
    "Lost",
    "Piece",
    "apart",
    "at",
    "document_losses",
    "elements",
    "losses",
    "stated",
    "wrapped",
]

Value = TypeVar("Value")


@final
@dataclass(slots=True, unsafe_hash=True)
class Lost:
    """A field, as a path from the article, that isn't in the document, and why not.

    Nothing changes one. Frozen, it would take four times as long to make, of some hundred in an
    article.
    """

    field: str
    why: str


Piece: TypeAlias = Element | Lost
Inside: TypeAlias = "Piece | str | Iterable[Inside] | None"
"""What an element is made of: elements, text, what was lost, nothing, or several of these."""


def wrapped(
    tag: str,
    attributes: Attributes,
    *inside: Inside,
    of: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> tuple[Piece, ...]:
    """An element around what is inside, where anything is, and then what was lost.

    ``of`` is the field that the element stands for, ``fields`` are those of its attributes and
    children by name (:func:`jatsx.elements.el`).
    """
    content: list[Element | str] = []
    lost: list[Lost] = []
    _sort(inside, content, lost)
    element = filled(tag, attributes, content, of, fields)
    return tuple(lost) if element is None else (element, *lost)


def apart(*inside: Inside) -> tuple[tuple[Element, ...], tuple[Lost, ...]]:
    """The elements, and apart from them what was lost."""
    content: list[Element | str] = []
    lost: list[Lost] = []
    _sort(inside, content, lost)
    return tuple([part for part in content if isinstance(part, Element)]), tuple(lost)


def elements(*inside: Inside) -> tuple[Element, ...]:
    """The elements alone."""
    return apart(inside)[0]


def losses(*inside: Inside) -> tuple[Lost, ...]:
    """What was lost alone."""
    return apart(inside)[1]


def document_losses(article: str, inside: Inside) -> tuple[Loss, ...]:
    """What was lost of the article with that id, as a document tells it."""
    return tuple(Loss(article, lost.field, lost.why) for lost in losses(inside))


@lru_cache(maxsize=8192)
def at(of: str, *steps: str | int) -> str:
    """The path of a part of a field: ``at("contributors[0]", "name", "kk")``."""
    return joined(of, written(steps))


def stated(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that say something, in the order written."""
    if not values:
        return {}
    return {
        key: value
        for key, value in values.items()
        if (value.strip() if isinstance(value, str) else value)
    }


def _sort(inside: Iterable[Inside], content: list[Element | str], lost: list[Lost]) -> None:
    """Adds to the content what an element holds, and to the lost what was lost."""
    for part in inside:
        if type(part) is Element:
            content.append(part)
        elif not part:
            continue
        elif isinstance(part, str):
            content.append(part)
        elif type(part) is Lost:
            lost.append(part)
        else:
            _sort(part, content, lost)
