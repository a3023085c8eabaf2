"""Texts, and the language tags under which they are kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from jatsx import Text
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.inline import InlineText
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.tree import SourceNode

TAGS: Final = 5
"""The maximum number of tags in a finding."""


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not empty. A value that is not written is absent.

    >>> kept({"first": "5", "last": None, "corresponding": False})
    {'first': '5'}
    """
    return {name: value for name, value in values.items() if value}


def line(element: SourceNode | None, notes: DepositNotes, path: Path) -> str | None:
    """The plain characters of an element on one line; None if it is None or empty."""
    if element is None:
        return None
    notes.record(path, element)
    return element.take_line()


def words(element: SourceNode, notes: DepositNotes, path: Path) -> Text:
    """The text with markup of an element. Left out elements are noted."""
    inline = InlineText()
    read = inline.text(element.content)
    element.is_text_taken = True
    for child in element.children:
        child.pass_over()
    notes.record(path, element)
    note_left_out(inline.left_out, element, notes, path)
    return read


def note_left_out(
    left_out: Sequence[str], element: SourceNode, notes: DepositNotes, path: Path
) -> None:
    """Warns of elements that were left out of a text."""
    if left_out:
        names = list(dict.fromkeys(left_out))
        more = ["…"] if len(names) > TAGS else []
        shown = ", ".join((*names[:TAGS], *more))
        notes.warn("crossref-markup-left-out", path, element, names=shown)


def free_tag(tag: str, used: Collection[str]) -> str:
    """A language tag that is not used yet: the tag itself, else with a private number.

    >>> free_tag("und", []), free_tag("und", ["und"]), free_tag("und", ["und", "und-x-2"])
    ('und', 'und-x-2', 'und-x-3')
    """
    if tag not in used:
        return tag
    private = "-" if "-x-" in tag else "-x-"
    return next(one for n in range(2, len(used) + 3) if (one := f"{tag}{private}{n}") not in used)
