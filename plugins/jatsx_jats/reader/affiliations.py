"""Affiliations: ``aff``, ``aff-alternatives``.

If all text of an ``aff`` is tagged, each part is read into its field. If only a part is tagged, the
text as printed is read as the institution, except for the country and the ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Affiliation
from jatsx.model.fieldpath import Path
from jatsx.standards.languages import country_name
from jatsx_jats.reader.inline import LeftOut, plain
from jatsx_jats.reader.tags import DEFAULT, UNDETERMINED
from jatsx_jats.reader.texts import language_of, line
from jatsx_jats.reader.tree import JatsElement

DEPARTMENTS: Final = frozenset({"dept", "department", "orgdiv1", "orgdiv2", "orgdiv3"})
"""The values of ``institution/@content-type`` for departments."""

PRINTED: Final = "original"
"""The value of ``institution/@content-type`` for the whole text as printed (SciELO)."""

CITY: Final = "city"

NOT_PRINTED: Final = frozenset({"label", "country", "email", "institution-id", "ext-link", "uri"})
"""The elements that are not part of the text of an institution."""

NAMES: Final = ("institution", "department", "city", "country_name")


class FoundAffiliations:
    """The affiliations of an article, and the number of each by the XML ids that refer to it."""

    def __init__(self, notes: ReaderNotes, known: Mapping[str, str] = FrozenMap()) -> None:
        self.notes = notes
        self.found: list[Affiliation] = []
        self.by_xml_id: dict[str, str] = {**known}

    def take_all(self, around: JatsElement) -> list[str]:
        """Reads the affiliations in an element. Returns their ids."""
        found = around.take_all("aff", "aff-alternatives")
        return [self._take(element) for element in found]

    def _take(self, element: JatsElement) -> str:
        n = len(self.found)
        path: Path = ("affiliations", n)
        self.notes.record(path, element)
        affs = [element] if element.name == "aff" else element.take_all("aff")
        xml_ids = [one.attributes.get("id", "").strip() for one in (element, *affs)]
        own = next(filter(None, xml_ids), "")
        taken = {one.id for one in self.found}
        id = own if own and own not in taken else f"a{n + 1}"
        for xml_id in filter(None, xml_ids):
            self.by_xml_id.setdefault(xml_id, id)
        self.found.append(Affiliation(id=id, **_values(affs, self.notes, path)))
        return id


def _values(affs: Iterable[JatsElement], notes: ReaderNotes, path: Path) -> dict[str, Any]:
    """The values of an affiliation, from an ``aff`` for each language."""
    names: dict[str, dict[str, str]] = {name: {} for name in NAMES}
    codes: dict[str, str | None] = {"country": None, "ror": None}
    for aff in affs:
        _drop_label(aff)
        is_tagged = not _has_letters(aff)
        for element in list(_inside(aff)):
            _take_code(element, codes, names, notes, path)
        if is_tagged:
            _take_tagged(aff, names, notes, path)
        if not (is_tagged and names["institution"]):
            _take_printed(aff, names, notes, path)
    maps = {name: FrozenMap(values) for name, values in names.items() if values}
    return {**maps, **{name: code for name, code in codes.items() if code}}


def _inside(element: JatsElement) -> Iterator[JatsElement]:
    """All elements inside an element."""
    for child in element.children:
        yield child
        yield from _inside(child)


def _drop_label(aff: JatsElement) -> None:
    """Passes over the label, also one without its element: a superscript at the beginning."""
    for label in aff.take_all("label"):
        label.pass_over()
    first = next((one for one in aff.content if not isinstance(one, str) or one.strip()), None)
    if isinstance(first, JatsElement) and first.name == "sup":
        first.pass_over()


def _has_letters(aff: JatsElement) -> bool:
    """Whether the ``aff`` contains text that is not in an element for a part."""
    around = [aff, *(one for one in aff.children if one.name in ("institution-wrap", "addr-line"))]
    own = "".join(one.own_text for one in around if one.name != "addr-line" or any(one.children))
    return any(one.isalnum() for one in own)


def _take_code(
    element: JatsElement,
    codes: dict[str, str | None],
    names: dict[str, dict[str, str]],
    notes: ReaderNotes,
    path: Path,
) -> None:
    """Takes the ROR id and the country."""
    if element.name == "institution-id":
        is_ror = element.attributes.get("institution-id-type", "").strip().lower() == "ror"
        written = element.line_of_text
        if is_ror and codes["ror"] in (None, written):
            codes["ror"] = written or None
            notes.record((*path, "ror"), element)
            element.pass_over()
    elif element.name == "country":
        code = element.attribute("country")
        if code and codes["country"] not in (None, code):
            element.taken_attributes.discard("country")
        else:
            codes["country"] = code or codes["country"]
        if code:
            notes.record((*path, "country"), element)
        _take_country_name(element, codes["country"], names, notes, path)


def _take_country_name(
    element: JatsElement,
    code: str | None,
    names: dict[str, dict[str, str]],
    notes: ReaderNotes,
    path: Path,
) -> None:
    """Takes the printed name of a country, unless it is the name or the code of the country."""
    tag = language_of(element)
    if tag in names["country_name"]:
        return
    printed = line(element, notes, (*path, "country_name", tag))
    known = country_name(code or "", DEFAULT if tag == UNDETERMINED else tag)
    if printed and printed not in (code, known):
        names["country_name"][tag] = printed


def _take_tagged(
    aff: JatsElement, names: dict[str, dict[str, str]], notes: ReaderNotes, path: Path
) -> None:
    aff.is_text_taken = True
    departments: dict[str, list[str]] = {}
    institutions: dict[str, list[str]] = {}
    printed: list[JatsElement] = []
    for element in _tagged(aff):
        tag, kind = language_of(element), element.attributes.get("content-type", "").strip()
        if element.name == "institution" and kind == PRINTED:
            printed.append(element)
        elif element.name == "institution" and kind in DEPARTMENTS:
            element.attribute("content-type")
            _append(departments, tag, line(element, notes, (*path, "department", tag)))
        elif element.name == "institution" and kind in ("", "orgname"):
            element.attribute("content-type")
            _append(institutions, tag, line(element, notes, (*path, "institution", tag)))
        elif _is_city(element) and tag not in names["city"]:
            element.attribute("content-type")
            city = line(element, notes, (*path, "city", tag))
            names["city"].update({tag: city} if city else {})
    for element in printed:
        tag = language_of(element)
        if tag not in institutions:
            element.attribute("content-type")
            _append(institutions, tag, line(element, notes, (*path, "institution", tag)))
    for name, found in (("institution", institutions), ("department", departments)):
        for tag, texts in found.items():
            names[name].setdefault(tag, ", ".join(texts))


def _tagged(aff: JatsElement) -> Iterator[JatsElement]:
    """The elements for the parts of an affiliation."""
    for element in aff.children:
        if element.name in ("institution-wrap", "addr-line"):
            parts = list(_tagged(element))
            if parts:
                element.is_taken = True
                element.is_text_taken = not any(one.isalnum() for one in element.own_text)
            yield from parts
        elif element.is_passed_over:
            continue
        elif element.name == "institution" or _is_city(element):
            yield element


def _is_city(element: JatsElement) -> bool:
    kind = element.attributes.get("content-type", "").strip()
    return element.name == CITY or (element.name == "named-content" and kind == CITY)


def _append(found: dict[str, list[str]], tag: str, text: str | None) -> None:
    if text:
        found.setdefault(tag, []).append(text)


def _take_printed(
    aff: JatsElement, names: dict[str, dict[str, str]], notes: ReaderNotes, path: Path
) -> None:
    """Takes the text as printed as the institution."""
    tag, left = language_of(aff), LeftOut()
    kept = list(_printed(aff))
    text = plain(kept, left).strip(" ,;.")
    field = (*path, "institution", tag)
    if tag in names["institution"] or not text:
        return
    names["institution"][tag] = text
    notes.record(field, aff)
    aff.is_text_taken = True
    for element in kept:
        if isinstance(element, JatsElement):
            element.pass_over()


def _printed(element: JatsElement) -> Iterator[JatsElement | str]:
    """The content of an affiliation that is part of the institution's text."""
    for one in element.content:
        if isinstance(one, str):
            yield one
        elif one.name == "institution-wrap":
            one.is_taken = one.is_text_taken = True
            yield from _printed(one)
        elif one.name not in NOT_PRINTED and not one.is_passed_over:
            yield one
