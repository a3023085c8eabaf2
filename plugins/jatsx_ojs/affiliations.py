"""Where people work.

Each person has affiliations of their own in OJS: those of one name, country and ROR id are one.
Up to 3.4 a person has one, an element for each language; from 3.5 on several, each with its names.
"""

from __future__ import annotations

from jatsx.model import Affiliation, FrozenMap
from jatsx.model.fieldpath import Path
from jatsx_ojs.notes import ReaderNotes
from jatsx_ojs.texts import by_language
from jatsx_ojs.tree import XmlNode

_Key = tuple[FrozenMap[str], str | None, str | None]


class Affiliations:
    """The affiliations met so far: ``a1``, ``a2`` … in the order in which they were met."""

    def __init__(self, notes: ReaderNotes) -> None:
        self.notes = notes
        self.found: dict[_Key, Affiliation] = {}

    def of(self, person: XmlNode) -> tuple[str, ...]:
        """The ids of a person's affiliations.

        OJS keeps the country with the person: it is that of their affiliation, where they have
        one only.
        """
        stated = _stated(person, self.notes)
        element = person.take("country")
        country = element.take_line() if element else None
        if element and len(stated) != 1:
            element.leave()
            country = None
        ids = (self._id(names, ror, element if country else None) for names, ror in stated)
        return tuple(dict.fromkeys(ids))

    def _id(self, names: dict[str, XmlNode], ror: XmlNode | None, country: XmlNode | None) -> str:
        """The id of an affiliation, which is noted if it is new."""
        said = FrozenMap({tag: element.take_line() or "" for tag, element in names.items()})
        code = country.take_line() if country else None
        key = (said, code, ror.take_line() if ror else None)
        if key not in self.found:
            path: Path = ("affiliations", len(self.found))
            self._note(path, names, {"ror": ror, "country": country})
            id = f"a{len(self.found) + 1}"
            self.found[key] = Affiliation(id=id, institution=said, country=code, ror=key[2])
        return self.found[key].id

    def _note(
        self, path: Path, names: dict[str, XmlNode], others: dict[str, XmlNode | None]
    ) -> None:
        """ReaderNotes where a new affiliation stands."""
        for tag, element in names.items():
            for field in (path, (*path, "institution"), (*path, "institution", tag)):
                self.notes.stands(field, element)
        for name, found in others.items():
            if found:
                self.notes.stands(path, found)
                self.notes.stands((*path, name), found)

    def note_languages(self, languages: tuple[str, ...]) -> None:
        """Notes which institutions lack a name in a language in which the article has a title."""
        for n, affiliation in enumerate(self.found.values()):
            missing = [tag for tag in languages if tag not in affiliation.institution]
            if missing and affiliation.institution:
                self.notes.warn(
                    "ojs-affiliation-languages",
                    ("affiliations", n, "institution"),
                    written=", ".join(affiliation.institution),
                    missing=", ".join(missing),
                )


def _stated(person: XmlNode, notes: ReaderNotes) -> list[tuple[dict[str, XmlNode], XmlNode | None]]:
    """A person's affiliations as OJS says them: names by language, and the ROR id."""
    found = person.take_all("affiliation", "rorAffiliation")
    whole = [element for element in found if element.children]
    plain = by_language((element for element in found if not element.children), notes)
    stated: list[tuple[dict[str, XmlNode], XmlNode | None]] = [(plain, None)] if plain else []
    for element in whole:
        names = by_language(element.take_all("name"), notes)
        ror = element.take("ror")
        if names or ror:
            stated.append((names, ror))
    return stated
