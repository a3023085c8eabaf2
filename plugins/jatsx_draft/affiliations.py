"""The parts of a printed affiliation: institution, department, city, country, and roles in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jatsx_draft.letters import spaced
from jatsx_draft.patterns import without_marks_at_start
from jatsx_draft.places import (
    country_code,
    has_city_sign,
    has_institution,
    has_two_institutions,
    is_department,
    without_city_sign,
)
from jatsx_draft.roles import is_degree, is_position

_BRACKETS_AT_END = re.compile(r"\s*\(([^()]*)\)\s*[.;]?\s*\Z")
_SLASH = re.compile(r"\s+/\s+|\s*;\s+")
_OF: Final = (" of the ", " of ", " at the ", " at ")
_HEAD_WORDS = re.compile(r"univers|institut|academ|универс|институт|академ", re.IGNORECASE)


@dataclass(slots=True)
class Institution:
    """An institution: each part as printed, or empty."""

    institution: str = ""
    department: str = ""
    city: str = ""
    country: str = ""


@dataclass(slots=True)
class AffiliationParts:
    """What an affiliation says: institutions, and degrees and positions that stand in it.

    ``is_sure_of_positions``: whether they stand together, and it is clear where they end.
    """

    institutions: list[Institution] = field(default_factory=list)
    degrees: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    is_sure_of_positions: bool = True


def affiliation_parts(text: str) -> AffiliationParts:
    """The parts of an affiliation.

    >>> affiliation_parts("Aral University, Kazakhstan, Almaty").institutions[0].city
    'Almaty'
    """
    found = AffiliationParts()
    plain = without_marks_at_start(spaced(text)).strip(" ;")
    shared = ""
    brackets = _BRACKETS_AT_END.search(plain)
    if brackets and any(country_code(part) for part in brackets[1].split(",")):
        plain, shared = plain[: brackets.start()], brackets[1]
    for piece in _SLASH.split(plain):
        _add(found, piece)
    _place_all(found, shared)
    return found


def _add(found: AffiliationParts, text: str) -> None:
    """Adds what a piece without slash says."""
    parts = [
        spaced(part).strip(" .") if n else spaced(part) for n, part in enumerate(_commas(text))
    ]
    is_apart = False
    for part in [one for one in parts if one]:
        before = len(found.positions)
        if is_degree(part) and not has_institution(part):
            found.degrees.append(part)
        elif country_code(part):
            _open(found).country = _open(found).country or part
        elif is_position(part) and not has_institution(part):
            found.positions.append(part)
        elif has_institution(part):
            _add_institution(found, part)
        else:
            _add_other(found, part)
        if len(found.positions) > max(before, 1) and is_apart:
            found.is_sure_of_positions = False
        is_apart = len(found.positions) == before or has_institution(part)


def _commas(text: str) -> Iterator[str]:
    """The parts between commas outside brackets."""
    depth, start = 0, 0
    for n, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            yield text[start:n]
            start = n + 1
    yield text[start:]


def _open(found: AffiliationParts) -> Institution:
    """The last institution, which takes the place that follows it."""
    if not found.institutions:
        found.institutions.append(Institution())
    return found.institutions[-1]


def _add_institution(found: AffiliationParts, part: str) -> None:
    role, name = _without_role(part)
    if role:
        found.positions.append(role)
        found.is_sure_of_positions &= not has_two_institutions(name)
    department, institution = _without_department(name)
    current = _open(found)
    is_of_current = not current.city and not current.country
    if is_of_current and not current.institution:
        current.institution = institution
        current.department = ", ".join(one for one in (current.department, department) if one)
    elif (
        is_of_current
        and not role
        and is_department(current.institution)
        and not is_department(institution)
    ):
        current.department = ", ".join(
            one for one in (current.department, current.institution) if one
        )
        current.institution = institution
    elif is_of_current and not role and is_department(institution):
        current.department = ", ".join(one for one in (current.department, institution) if one)
    else:
        found.institutions.append(Institution(institution, department))


def _without_role(part: str) -> tuple[str, str]:
    """A position before an institution, and the institution: ``Dean of the …``."""
    if not is_position(part) and not is_degree(part):
        return "", part
    for glue in _OF:
        before, has_glue, after = part.partition(glue)
        if has_glue and has_institution(after) and not has_institution(before):
            return before, after
    return "", part


def _without_department(part: str) -> tuple[str, str]:
    """A department before its institution, and the institution."""
    for glue in _OF[:2]:
        before, has_glue, after = part.rpartition(glue)
        if (
            has_glue
            and is_department(before)
            and _HEAD_WORDS.search(after)
            and not is_department(after)
        ):
            return before, after
    return "", part


def _add_other(found: AffiliationParts, part: str) -> None:
    """Adds a part that is a city, or a part of the institution's name."""
    current = _open(found)
    is_city = has_city_sign(part) or (current.institution and len(part.split()) <= 3)
    if is_city and not current.city:
        current.city = without_city_sign(part)
    elif not current.institution:
        current.institution = part
    elif not current.city:
        current.institution = f"{current.institution}, {part}"
    else:
        current.city = f"{current.city}, {part}"


def _place_all(found: AffiliationParts, place: str) -> None:
    """Gives the city and country in brackets to the institutions that have none."""
    parts = [spaced(part) for part in place.split(",") if part.strip()]
    country = next((part for part in parts if country_code(part)), "")
    city = next((part for part in parts if part != country), "")
    for institution in found.institutions:
        if not institution.country and not institution.city:
            institution.country, institution.city = country, without_city_sign(city)


def is_same_place(first: Sequence[Institution], second: Sequence[Institution]) -> bool:
    """Whether two lists of institutions have the same number of members."""
    return len(first) == len(second)
