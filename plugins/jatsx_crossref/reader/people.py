"""``contributors``: people and groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jatsx.model import Contributor, PersonName
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.affiliations import SharedAffiliations
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import free_tag, kept, line
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.unread import described, shortened

CORRESPONDING = "corresponding-author"


def contributors(
    listed: SourceNode | None, affiliations: SharedAffiliations, notes: DepositNotes
) -> tuple[Contributor, ...]:
    """The contributors in order. An anonymous one is reported and not read."""
    read: list[Contributor] = []
    for element in listed.take_all("person_name", "organization", "anonymous") if listed else ():
        path: Path = ("contributors", len(read))
        if element.name == "anonymous":
            value = shortened(described(element))
            notes.warn("crossref-contributor-anonymous", ("contributors",), element, value=value)
            element.pass_over()
        else:
            notes.record(path, element)
            read.append(_contributor(element, path, affiliations, notes))
    return tuple(read)


def _contributor(
    element: SourceNode, path: Path, affiliations: SharedAffiliations, notes: DepositNotes
) -> Contributor:
    values: dict[str, Any] = {}
    if kind := element.take_attribute("contributor_role"):
        values["kind"] = kind
    tag = element.take_attribute("language") or notes.language
    if element.name == "organization":
        text = line(element, notes, (*path, "group", tag))
        return Contributor(**values, **({"group": {tag: text}} if text else {}))
    values |= _roles(element, kind)
    orcid = element.take("ORCID")
    if orcid:
        values["orcid"] = line(orcid, notes, (*path, "orcid"))
        values["orcid_authenticated"] = orcid.take_attribute("authenticated") == "true"
    values["affiliations"] = affiliations.of(element)
    values["name"] = _names(element, tag, path, notes)
    return Contributor(**kept(values))


def _names(element: SourceNode, tag: str, path: Path, notes: DepositNotes) -> dict[str, PersonName]:
    """The main name, and the names in other languages (``alt-name``)."""
    names: dict[str, PersonName] = {}
    for one, language in _name_elements(element, tag):
        free = free_tag(language, names)
        here = (*path, "name", free)
        if name := _name(one, here, notes):
            names[free] = name
        if free != language:
            notes.warn("crossref-name-language", here, one, tag=language)
    return names


def _name_elements(element: SourceNode, tag: str) -> Iterator[tuple[SourceNode, str]]:
    yield element, tag
    for alternative in element.take_all("alt-name"):
        for name in alternative.take_all("name"):
            yield name, name.take_attribute("language") or "und"


def _name(element: SourceNode, path: Path, notes: DepositNotes) -> PersonName | None:
    """A name. One that consists of text only (``string-name``, 5.4.0) is a family name."""
    parts = {
        "given": line(element.take("given_name"), notes, (*path, "given")),
        "family": line(element.take("surname"), notes, (*path, "family")),
        "suffix": line(element.take("suffix"), notes, (*path, "suffix")),
    }
    if element.name == "name" and not any(parts.values()):
        parts["family"] = element.take_line()
    notes.record(path, element)
    return PersonName(**kept(parts)) or None


def _roles(element: SourceNode, written: str | None) -> dict[str, Any]:
    """CRediT roles, the corresponding author, and the kind if there is no other."""
    values: dict[str, Any] = {}
    credit: list[str] = []
    for role in element.take_all("role"):
        vocab, kind = role.take_attribute("vocab"), role.take_attribute("type")
        if vocab == "credit" and kind:
            credit.append(kind)
        elif kind == CORRESPONDING:
            values["corresponding"] = True
        elif kind and kind == (written or values.setdefault("kind", kind)):
            continue  # the kind, which a role may repeat
        elif kind:
            role.taken_attributes.clear()
    return values | {"credit_roles": tuple(credit)}
