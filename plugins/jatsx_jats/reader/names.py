"""Names of people and groups: ``name``, ``string-name``, ``collab``."""

from __future__ import annotations

from collections.abc import Iterable

from jatsx import ReaderNotes
from jatsx.model import PersonName
from jatsx.model.fieldpath import Path
from jatsx_jats.reader.texts import by_language, line, lines_by_language
from jatsx_jats.reader.tree import JatsElement


def person_names(around: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, PersonName]:
    """The person's name in each language."""
    found = [
        name
        for one in (around, *around.take_all("name-alternatives"))
        for name in one.take_all("name", "string-name")
    ]
    read = {
        tag: person_name(element, notes, (*path, tag))
        for tag, element in by_language(found).items()
    }
    return {tag: name for tag, name in read.items() if name}


def group_names(around: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, str]:
    """The group's name in each language."""
    found: Iterable[JatsElement] = [
        collab
        for one in (around, *around.take_all("collab-alternatives"))
        for collab in one.take_all("collab", "on-behalf-of")
    ]
    return lines_by_language(found, notes, path)


def person_name(element: JatsElement, notes: ReaderNotes, path: Path) -> PersonName:
    """A person's name. A name that is not divided into parts is read as a family name."""
    notes.record(path, element)
    element.attribute("name-style")
    parts = {
        "family": line(element.take("surname"), notes, (*path, "family")),
        "given": line(element.take("given-names"), notes, (*path, "given")),
        "suffix": line(element.take("suffix"), notes, (*path, "suffix")),
    }
    if element.name == "string-name":
        if not any(parts.values()):
            parts["family"] = line(element, notes, path)
            notes.warn("jats-name-undivided", path, element, name=parts["family"] or "")
        elif not any(one.isalnum() for one in element.own_text):
            element.is_text_taken = True
    return PersonName(**{name: part for name, part in parts.items() if part})
