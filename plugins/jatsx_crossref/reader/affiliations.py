"""Affiliations of contributors.

In a deposit, each person has own affiliations. Equal ones become one affiliation of the article:
``a1``, ``a2`` …, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jatsx.model import Affiliation, FrozenMap
from jatsx.model.fieldpath import Path
from jatsx.standards.languages import country_named, language_subtag
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept
from jatsx_crossref.reader.tree import SourceNode, one_line


class SharedAffiliations:
    """The affiliations found so far."""

    def __init__(self, notes: DepositNotes) -> None:
        self.notes = notes
        self.found: dict[Affiliation, str] = {}

    def __iter__(self) -> Iterator[Affiliation]:
        for affiliation, id in self.found.items():
            yield affiliation.model_copy(update={"id": id})

    def id_of(self, element: SourceNode, values: dict[str, Any]) -> str | None:
        """The id of an affiliation. A new one is added; one without values has none."""
        named = Affiliation(id="", **kept(values))
        if not named:
            return None
        path: Path = ("affiliations", len(self.found))
        if named not in self.found:
            self.found[named] = f"a{len(self.found) + 1}"
            self.notes.record(path, element)
        return self.found[named]

    def of(self, person: SourceNode) -> tuple[str, ...]:
        """The ids of a person's affiliations, in the old form and in the new one."""
        ids = [self._of_text(one) for one in person.take_all("affiliation")]
        for listed in person.take_all("affiliations"):
            ids += [self._of_institution(one) for one in listed.take_all("institution")]
        return tuple(dict.fromkeys(filter(None, ids)))

    def _of_text(self, element: SourceNode) -> str | None:
        """``affiliation`` up to 4.8.1: the whole text is read as the institution."""
        text = element.take_line()
        return self.id_of(element, {"institution": in_language(text, self.notes.language)})

    def _of_institution(self, element: SourceNode) -> str | None:
        """``institution``: name, ids, places and departments."""
        tag = self.notes.language
        name = _line(element.take("institution_name"))
        department = ", ".join(filter(None, map(_line, element.take_all("institution_department"))))
        places = filter(None, map(_line, element.take_all("institution_place")))
        values = {
            "institution": in_language(name, tag),
            "department": in_language(department, tag),
            **place(", ".join(places), tag),
            "ror": _ror(element),
        }
        return self.id_of(element, values)


def place(written: str, tag: str) -> dict[str, Any]:
    """City and country of “City, Country”, if the last part is the name of a country.

    The country's code is not written anywhere, so it is absent.

    >>> place("Алматы, Қазақстан", "kk")["country_name"]
    FrozenMap({'kk': 'Қазақстан'})
    """
    city, comma, last = written.rpartition(",")
    is_country = country_named(last.strip(), (language_subtag(tag), "en")) is not None
    country = last.strip() if is_country and (comma or last) else ""
    return {
        "city": in_language(one_line(city) if country else written, tag),
        "country_name": in_language(country, tag),
    }


def in_language(text: str | None, tag: str) -> FrozenMap[str]:
    """A text in one language; empty if there is none."""
    return FrozenMap({tag: text} if text else {})


def _line(element: SourceNode | None) -> str | None:
    return element.take_line() if element else None


def _ror(element: SourceNode) -> str | None:
    """The ROR id. Ids of other types are not taken."""
    for id in element.find_all("institution_id"):
        if id.attributes.get("type", "").strip().lower() == "ror":
            id.is_taken = True
            id.take_attribute("type")
            return id.take_line()
    return None
