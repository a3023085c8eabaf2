"""Funders and awards: ``funding-group``."""

from __future__ import annotations

from typing import Any

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Award, Funding
from jatsx.model.fieldpath import Path
from jatsx.model.text import Text
from jatsx_jats.reader.texts import language_of, line, words, words_by_language
from jatsx_jats.reader.tree import JatsElement

Funder = tuple[FrozenMap[str], str | None]
"""The names of a funder, and its id."""


def funding(meta: JatsElement, notes: ReaderNotes) -> tuple[Funding, ...]:
    """The funders with their awards, in order. The statement is part of the first one."""
    groups = meta.take_all("funding-group")
    found: list[tuple[Funder, list[Award]]] = []
    for element in (one for group in groups for one in group.take_all("award-group")):
        _add_award_group(element, found, notes)
    statements = _statements(groups, notes)
    read = [
        Funding(**_present({"funder": names, "funder_id": id, "awards": tuple(awards)}))
        for (names, id), awards in found
    ]
    for n, statement in enumerate(statements):
        own = FrozenMap(statement)
        if n < len(read):
            read[n] = read[n].model_copy(update={"statement": own})
        else:
            read.append(Funding(statement=own))
    return tuple(one for one in read if one)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _add_award_group(
    element: JatsElement, found: list[tuple[Funder, list[Award]]], notes: ReaderNotes
) -> None:
    """Adds the awards of a funder, to the former awards of the same funder."""
    sources = element.take_all("funding-source")
    funder = _funder(sources[:1], notes, ("funding", len(found)))
    for other in sources[1:]:
        other.leave()
    is_same = bool(found) and found[-1][0] == funder and (any(funder) or bool(found[-1][1]))
    n = len(found) - 1 if is_same else len(found)
    before = found[n][1] if is_same else []
    awards = _awards(element, notes, ("funding", n, "awards"), len(before))
    notes.record(("funding", n), element)
    if is_same and awards:
        before += awards
    else:
        found.append((funder, awards))


def _funder(sources: list[JatsElement], notes: ReaderNotes, path: Path) -> Funder:
    """The names and the id of a funder."""
    names: dict[str, str] = {}
    id: str | None = None
    for source in sources:
        wraps = source.take_all("institution-wrap")
        for around in (source, *wraps):
            for element in around.find("institution-id"):
                if id is None:
                    id = line(element, notes, (*path, "funder_id"))
                    for name in ("institution-id-type", "vocab", "vocab-identifier"):
                        element.attribute(name)
        tagged = [one for around in (source, *wraps) for one in around.find("institution")]
        for element in tagged:
            tag = language_of(element)
            if tag not in names and (text := line(element, notes, (*path, "funder", tag))):
                names[tag] = text
        if not tagged and any(one.isalnum() for one in source.own_text):
            tag = language_of(source)
            if text := line(source, notes, (*path, "funder", tag)):
                names[tag] = text
    return FrozenMap(names), id


def _awards(element: JatsElement, notes: ReaderNotes, path: Path, first: int) -> list[Award]:
    """The awards of a group: one for each number. A title and a DOI belong to the only award."""
    numbers: list[str] = []
    doi: str | None = None
    for one in element.find("award-id"):
        kind = one.attributes.get("award-id-type", "").strip().lower()
        n = first + len(numbers)
        if kind == "doi" and doi is None:
            one.attribute("award-id-type")
            doi = line(one, notes, (*path, first, "doi"))
        elif number := line(one, notes, (*path, n, "number")):
            numbers.append(number)
    titles = _titles(element, notes, (*path, first, "title")) if len(numbers) < 2 else {}
    only = _present({"doi": doi, "title": FrozenMap(titles)})
    if not numbers:
        return [Award(**only)] if only else []
    awards = [Award(number=number) for number in numbers]
    awards[0] = awards[0].model_copy(update=only)
    return awards


def _titles(element: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, Text]:
    """The title of the project in each language, also of a description with a language."""
    found = element.take_all("award-name")
    known = {language_of(one) for one in found}
    for one in element.find("award-desc"):
        if one.own_language and one.own_language not in known:
            one.is_taken = True
            found.append(one)
    return words_by_language(found, notes, path)


def _statements(groups: list[JatsElement], notes: ReaderNotes) -> list[dict[str, Text]]:
    """The statements in each language. Further ones in a language are in further entries."""
    read: list[dict[str, Text]] = []
    for element in (one for group in groups for one in group.take_all("funding-statement")):
        tag = language_of(element)
        n = next((n for n, one in enumerate(read) if tag not in one), len(read))
        if n == len(read):
            read.append({})
        text = words(element, notes, ("funding", n, "statement", tag))
        if text.nodes:
            read[n][tag] = text
    return [one for one in read if one]
