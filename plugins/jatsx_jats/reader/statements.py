"""The statements of the authors: ``ack``, ``fn``, ``notes`` and sections of ``back``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Statements
from jatsx.model.text import Prose
from jatsx_jats.reader.texts import joined_prose, language_of
from jatsx_jats.reader.tree import JatsElement

FIELDS: Final = FrozenMap(
    {
        "conflict_of_interest": (
            *("coi-statement", "conflict", "conflicts", "conflict-of-interest"),
            *("conflicts-of-interest", "competing-interest", "competing-interests", "coi"),
            *("competinginterests", "interests"),
        ),
        "data_availability": (
            *("data-availability", "data-availability-statement", "dataavailability"),
            "data-accessibility",
        ),
        "contributions": (
            *("con", "contribution", "contributions", "author-contribution"),
            *("author-contributions", "authorcontribution"),
        ),
        "acknowledgement": ("ack", "acknowledgement", "acknowledgements", "acknowledgments"),
    }
)
"""The field of each type of note or section."""

_FIELD_OF: Final = {kind: field for field, kinds in FIELDS.items() for kind in kinds}

TYPES: Final = ("fn-type", "notes-type", "sec-type", "content-type")

_SEPARATORS = re.compile(r"[\s_]+")


def statements(around: Iterable[JatsElement], notes: ReaderNotes) -> dict[str, dict[str, Prose]]:
    """The statements in ``article-meta``, ``front-stub`` and ``back``, by field and language."""
    found: dict[tuple[str, str], list[JatsElement]] = {}
    for element in _candidates(around):
        field = _field(element)
        if field is not None:
            element.is_taken = True
            for name in TYPES:
                element.attribute(name)
            found.setdefault((field, language_of(element)), []).append(element)
    read: dict[str, dict[str, Prose]] = {}
    for (field, tag), elements in found.items():
        text = joined_prose(elements, notes, ("statements", field, tag))
        if text.sections:
            read.setdefault(field, {})[tag] = text
    return read


def statements_of(read: dict[str, dict[str, Prose]]) -> Statements:
    """The statements of the model."""
    values: dict[str, Any] = {field: FrozenMap(texts) for field, texts in read.items()}
    return Statements(**values)


def _candidates(around: Iterable[JatsElement]) -> Iterator[JatsElement]:
    """The notes and sections that may be statements, with those inside groups of them."""
    for element in around:
        for child in element.children:
            if child.name in ("ack", "fn", "notes", "sec"):
                if _field(child) is None and child.name in ("notes", "sec"):
                    yield from _inside(child)
                yield child
            elif child.name in ("fn-group", "author-notes"):
                yield from _inside(child)


def _inside(group: JatsElement) -> Iterator[JatsElement]:
    """The statements in a group. The group is read if all of it is statements."""
    found = list(_candidates([group]))
    if any(_field(one) for one in found):
        group.is_taken = True
        for heading in group.take_all("title", "label"):
            heading.pass_over()
        for name in TYPES:
            group.attribute(name)
    yield from found


def _field(element: JatsElement) -> str | None:
    """The field of a note or section; None if it is not a statement."""
    if element.name == "ack":
        return "acknowledgement"
    for name in TYPES:
        written = _SEPARATORS.sub("-", element.attributes.get(name, "").strip().lower())
        if written in _FIELD_OF:
            return _FIELD_OF[written]
    return None
