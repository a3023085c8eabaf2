"""Related works: ``rel:program``, and updates of other works in ``crossmark``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jatsx import FrozenMap, Text
from jatsx.model import Relation
from jatsx.model.fieldpath import Path
from jatsx_crossref.crossmark import UPDATE_TYPES
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept, line, words
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.relations import INTER_WORK, INTRA_WORK

WORKS: Final = ("rel:intra_work_relation", "rel:inter_work_relation")

TYPES: Final = FrozenMap(
    {name: type for types in (INTRA_WORK, INTER_WORK) for type, name in types.items()}
)
"""The model's type of each ``@relationship-type``."""

UPDATES: Final = FrozenMap({name: type for type, name in UPDATE_TYPES.items()})
"""The model's type of each ``update/@type``."""

IDENTIFIERS: Final = {"doi": "doi", "uri": "url", "url": "url"}
"""The field of each ``@identifier-type``. Other identifiers have none."""

TRANSLATION: Final = "isTranslationOf"


def is_translation(programs: Sequence[SourceNode]) -> bool:
    """Whether the article is a translation of another work."""
    items = (item for program in programs for item in program.find_all("rel:related_item"))
    works = (work for item in items for work in item.find_all(*WORKS))
    return any(work.attributes.get("relationship-type") == TRANSLATION for work in works)


def relations(
    programs: Sequence[SourceNode], original: dict[str, Text], notes: DepositNotes
) -> tuple[Relation, ...]:
    """The related works. ``original`` is the title of the translated work by language."""
    read: list[Relation] = []
    for program in programs:
        for item in program.take_all("rel:related_item"):
            _add(item, read, original, notes)
    return tuple(read)


def updates(crossmark: SourceNode | None, first: int, notes: DepositNotes) -> tuple[Relation, ...]:
    """The works that the article updates. ``first`` is the position of the first one."""
    read: list[Relation] = []
    for listed in crossmark.take_all("updates") if crossmark else ():
        for element in listed.take_all("update"):
            path: Path = ("relations", first + len(read))
            kind = UPDATES.get(element.attributes.get("type", ""))
            if kind is None:
                element.leave()
                continue
            element.take_attribute("type")
            date = element.take_attribute("date")
            notes.record(path, element)
            doi = line(element, notes, (*path, "doi"))
            read.append(Relation(type=kind, **kept({"doi": doi, "date": date})))
    return tuple(read)


def _add(
    item: SourceNode, read: list[Relation], original: dict[str, Text], notes: DepositNotes
) -> None:
    works = [work for work in item.find_all(*WORKS) if _known(work)]
    if not works:
        item.leave()
        return
    description = item.take("rel:description")
    for work in works:
        path: Path = ("relations", len(read))
        notes.record(path, work)
        work.is_taken = True
        kind, field = TYPES[work.take_attribute("relationship-type") or ""], _known(work)
        work.take_attribute("identifier-type")
        title: dict[str, Text] = {}
        if description is not None:
            tag = description.take_attribute("language") or notes.language
            title[tag] = words(description, notes, (*path, "title", tag))
        if kind == TYPES[TRANSLATION]:
            title |= original
            original = {}
        values = {field: line(work, notes, (*path, field)), "title": kept(title)}
        read.append(Relation(type=kind, **kept(values)))


def _known(work: SourceNode) -> str:
    """The field of the work's identifier; empty if its type or its relation is not known."""
    kind = work.attributes.get("relationship-type", "").strip()
    identifier = work.attributes.get("identifier-type", "").strip().lower()
    return IDENTIFIERS.get(identifier, "") if kind in TYPES and work.text.strip() else ""
