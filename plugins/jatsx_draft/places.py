"""Institutions, cities and countries in printed text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from jatsx import languages
from jatsx_draft.letters import spaced
from jatsx_draft.words.people import COUNTRIES, DEPARTMENTS, INSTITUTIONS

_LANGUAGES: Final = ("en", "ru", "kk")
_CITY_SIGN = re.compile(
    r"(?:\b(?:г|c|қ|гор|city)\.?\s+(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ]))|(?:\s*(?:қ|қаласы|city)\.?\Z)"
)


def _starts(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)


_INSTITUTION = _starts(INSTITUTIONS)
_DEPARTMENT = _starts(DEPARTMENTS)


@lru_cache(maxsize=65536)
def has_institution(text: str) -> bool:
    """Whether a text contains a word that names of institutions have."""
    return bool(_INSTITUTION.search(text))


def is_whole_name(text: str) -> bool:
    """Whether a text may be the whole name of an institution: with such a word, or in capitals."""
    return not is_half_name(text) and (has_institution(text) or any(map(str.isupper, text.split())))


def has_two_institutions(text: str) -> bool:
    """Whether a text contains two such words: ``Center of … of the University of …``."""
    return len(_INSTITUTION.findall(text)) > 1


@lru_cache(maxsize=65536)
def is_department(text: str) -> bool:
    """Whether a text contains a word that names of departments have."""
    return bool(_DEPARTMENT.search(text))


def is_half_name(text: str) -> bool:
    """Whether a text is one word that names of institutions have: the end of a name.

    >>> is_half_name("University"), is_half_name("Aral University")
    (True, False)
    """
    return len(text.split()) == 1 and not text.isupper() and has_institution(text)


@lru_cache(maxsize=65536)
def country_code(text: str) -> str | None:
    """The code of the country that a text names."""
    name = spaced(text).strip(" .,;()")
    if not name or len(name) > 50:
        return None
    known = COUNTRIES.get(name.casefold())
    return known or languages.country_named(name, _LANGUAGES)


def is_country(text: str) -> bool:
    """Whether a text is the name of a country."""
    return country_code(text) is not None


def without_city_sign(text: str) -> str:
    """The name of a city without the word for city.

    >>> without_city_sign("г. Алматы"), without_city_sign("Алматы қ.")
    ('Алматы', 'Алматы')
    """
    return spaced(_CITY_SIGN.sub("", spaced(text))).strip(" ,;")


def has_city_sign(text: str) -> bool:
    """Whether a text has the word for city."""
    return bool(_CITY_SIGN.search(spaced(text)))
