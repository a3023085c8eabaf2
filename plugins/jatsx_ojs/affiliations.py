"""Affiliations of contributors.

In OJS, each person has own affiliations. Affiliations with the same name, country and ROR id are
combined. Up to 3.4 a person has one affiliation, with an element for each language. From 3.5 a
person has several affiliations, each with its names.
"""

from __future__ import annotations

from jatsx.model import Affiliation, FrozenMap
from jatsx.model.fieldpath import Path
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language
from jatsx_ojs.tree import XmlNode

_Key = tuple[FrozenMap[str], str | None, str | None]


class Affiliations:
    """The affiliations found so far: ``a1``, ``a2`` …, in order."""

    def __init__(self, notes: OjsNotes) -> None:
        self.notes = notes
        self.found: dict[_Key, Affiliation] = {}

    def of(self, person: XmlNode) -> tuple[str, ...]:
        """The ids of a person's affiliations.

        In OJS the country belongs to the person. It is used as the country of the affiliation if
        the person has only one.
        """
        found = _affiliations_of(person, self.notes)
        element = person.take("country")
        country = element.take_line() if element else None
        if element and len(found) != 1:
            element.leave()
            country = None
        ids = (self._id(names, ror, element if country else None) for names, ror in found)
        return tuple(dict.fromkeys(ids))

    def _id(self, names: dict[str, XmlNode], ror: XmlNode | None, country: XmlNode | None) -> str:
        """The id of an affiliation. A new affiliation is added."""
        institution = FrozenMap({tag: element.take_line() or "" for tag, element in names.items()})
        code = country.take_line() if country else None
        key = (institution, code, ror.take_line() if ror else None)
        if key not in self.found:
            path: Path = ("affiliations", len(self.found))
            self._note(path, names, {"ror": ror, "country": country})
            id = f"a{len(self.found) + 1}"
            self.found[key] = Affiliation(id=id, institution=institution, country=code, ror=key[2])
        return self.found[key].id

    def _note(
        self, path: Path, names: dict[str, XmlNode], others: dict[str, XmlNode | None]
    ) -> None:
        """Records the positions of a new affiliation."""
        for tag, element in names.items():
            for field in (path, (*path, "institution"), (*path, "institution", tag)):
                self.notes.record(field, element)
        for name, found in others.items():
            if found:
                self.notes.record(path, found)
                self.notes.record((*path, name), found)

    def note_languages(self, languages: tuple[str, ...]) -> None:
        """Warns of institutions without a name in a language of the article's titles."""
        for n, affiliation in enumerate(self.found.values()):
            missing = [tag for tag in languages if tag not in affiliation.institution]
            if missing and affiliation.institution:
                self.notes.warn(
                    "ojs-affiliation-languages",
                    ("affiliations", n, "institution"),
                    written=", ".join(affiliation.institution),
                    missing=", ".join(missing),
                )


def _affiliations_of(
    person: XmlNode, notes: OjsNotes
) -> list[tuple[dict[str, XmlNode], XmlNode | None]]:
    """A person's affiliations in OJS: names by language, and the ROR id."""
    found = person.take_all("affiliation", "rorAffiliation")
    whole = [element for element in found if element.children]
    plain = by_language((element for element in found if not element.children), notes)
    affiliations: list[tuple[dict[str, XmlNode], XmlNode | None]] = [(plain, None)] if plain else []
    for element in whole:
        names = by_language(element.take_all("name"), notes)
        ror = element.take("ror")
        if names or ror:
            affiliations.append((names, ror))
    return affiliations
