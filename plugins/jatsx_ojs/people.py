"""Contributors: authors, translators, editors."""

from __future__ import annotations

from typing import Any, Final

from jatsx.model import Contributor, FrozenMap, PersonName
from jatsx.model.fieldpath import Path
from jatsx_ojs.affiliations import Affiliations
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language, line
from jatsx_ojs.tree import XmlNode, ordinal
from jatsx_ojs.wordlists import wordlist

GROUPS: Final = {
    "author": wordlist(
        "author автор auteur autor autor/a autor/in autore аўтар muallif müəllif yazar",
    ),
    "translator": wordlist(
        "translator аудармашы котормочу переводчик перекладач перакладчык çeviren çevirmen",
        "tarjimon tərcüməçi traducteur traductor traductor/a tradutor traduttore übersetzer",
        "übersetzer/in",
    ),
    "editor": wordlist("editor herausgeber редактор"),
}
"""The names of groups of contributors, by the kind of contributor.

Journals may name groups freely, in their language. These are the names of the default groups in the
translations of OJS, and common words.
"""


PERSON: Final = "PERSON"
ORGANIZATION: Final = "ORGANIZATION"
ANONYMOUS: Final = "ANONYMOUS"
"""The values of ``author/@contributor_type``, from 3.6 on. Without it, the author is a person.

Source: pkp-lib, ``ContributorType``.
"""


def contributors(
    publication: XmlNode, affiliations: Affiliations, notes: OjsNotes
) -> tuple[Contributor, ...]:
    """The contributors in order."""
    listed = publication.take("authors")
    people = (listed or publication).take_all("author")
    contact = publication.take_attribute("primary_contact_id")
    ordered = sorted(people, key=lambda person: ordinal(person.attributes.get("seq")))
    return tuple(
        _contributor(person, n, contact, affiliations, notes) for n, person in enumerate(ordered)
    )


def _contributor(
    person: XmlNode, n: int, contact: str | None, affiliations: Affiliations, notes: OjsNotes
) -> Contributor:
    path: Path = ("contributors", n)
    notes.record(path, person)
    if person.attributes.get("primary_contact") == "true" or (
        contact and person.attributes.get("id") == contact
    ):
        notes.warn("ojs-contact-unplaced", (*path, "corresponding"), person)
    type = person.take_attribute("contributor_type") or PERSON
    names = _names(person, path, notes)
    if type == ANONYMOUS:
        written = ", ".join(str(name.family or name.given) for name in names.values())
        notes.warn("ojs-contributor-anonymous", (*path, "name"), person, name=written)
    elif type not in (PERSON, ORGANIZATION):
        notes.error("ojs-contributor-type", (*path, "name"), person, type=type)
    return Contributor(
        kind=_kind(person, path, notes),
        **_named(type, names),
        orcid=line(person.take("orcid"), notes, (*path, "orcid")),
        email=line(person.take("email"), notes, (*path, "email")),
        affiliations=affiliations.of(person),
    )


def _named(type: str, names: FrozenMap[PersonName]) -> dict[str, Any]:
    """The names of a person, the names of a group, or none."""
    if type == ANONYMOUS:
        return {}
    if type != ORGANIZATION:
        return {"name": names}
    wholes = ((tag, " ".join(filter(None, (n.given, n.family)))) for tag, n in names.items())
    return {"group": FrozenMap({tag: whole for tag, whole in wholes if whole})}


def _kind(person: XmlNode, path: Path, notes: OjsNotes) -> str:
    group = person.take_attribute("user_group_ref")
    kinds = (kind for kind, names in GROUPS.items() if group and group.casefold() in names)
    kind = next(kinds, None)
    if group and kind is None:
        notes.warn("ojs-group-unknown", (*path, "kind"), person, group=group)
    return kind or "author"


def _names(person: XmlNode, path: Path, notes: OjsNotes) -> FrozenMap[PersonName]:
    """The name in each language. If there are only given names, they are read as family names."""
    given = by_language(person.take_all("givenname"), notes)
    family = by_language(person.take_all("familyname"), notes)
    unlocalised = _name_of_old(person, path, notes)
    names = {notes.language: unlocalised} if unlocalised else {}
    for tag in dict.fromkeys((*given, *family)):
        here = (*path, "name", tag)
        first = line(given.get(tag), notes, (*here, "given"))
        last = line(family.get(tag), notes, (*here, "family"))
        notes.record(here, given.get(tag) or family[tag])
        names[tag] = PersonName(given=first, family=last) if family else PersonName(family=first)
    return FrozenMap(names)


def _name_of_old(person: XmlNode, path: Path, notes: OjsNotes) -> PersonName | None:
    """The name in the form of OJS up to 3.1.1: in one language, with separate middle names."""
    parts = {
        name: line(person.take(name), notes, (*path, "name", notes.language, field))
        for name, field in (("firstname", "given"), ("middlename", "given"), ("lastname", "family"))
    }
    given = " ".join(filter(None, (parts["firstname"], parts["middlename"])))
    name = PersonName(given=given or None, family=parts["lastname"])
    if name.given and not name.family:
        return PersonName(family=name.given)
    return name if name else None
