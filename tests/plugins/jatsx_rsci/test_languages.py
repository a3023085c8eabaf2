"""The codes of languages: a table, which the schema knows too."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import Final

import pytest
from lxml import etree

from jatsx.standards.languages import is_language_tag
from jatsx_rsci.languages import ANY, CODES, TRANSLITERATION, language_code

XS: Final = "{http://www.w3.org/2001/XMLSchema}"
SPECIAL: Final = {"ANY", "UNK", "MAL", "TGL", "DUT", "TSN"}
"""What no tag stands for, and what stands for a language that its label isn't."""

TAGS: Final = {
    "kk": "KKZ",
    "KK": "KKZ",
    "ru": "RUS",
    "en-GB": "ENG",
    "uk": "UKR",
    "ro": "ROU",
    "ro-MD": "RON",
    "zh-Hans": "ZHO",
    "kum": "KHM",
    "mul": "MAL",
    "ru-Latn": "TGL",
    "en-Latn": "TGL",
    "sr-Latn": "SRB",
    "uz-Latn-UZ": "UZB",
    "ug": "ANY",
    "ku": "ANY",
    "km": "ANY",
    "tl": "ANY",
    "": "ANY",
}


def enumerated(type_: str) -> set[str]:
    """The values of a type of the schema."""
    root = etree.fromstring((files("jatsx_rsci") / "rsci-unofficial.xsd").read_bytes())
    values = root.iterfind(f"{XS}simpleType[@name='{type_}']/{XS}restriction/{XS}enumeration")
    return {str(value.get("value")) for value in values}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_has_a_code(tag: str) -> None:
    assert language_code(tag) == TAGS[tag]


def test_the_table_is_of_language_tags() -> None:
    """Dari is there as prs, for which BCP 47 prefers fa-AF, too."""
    assert [tag for tag in CODES if not is_language_tag(tag)] == ["prs"]


def test_the_schema_has_the_codes_of_the_table_and_the_special_ones() -> None:
    every, named = enumerated("Language"), enumerated("NamedLanguage")
    assert every == set(CODES.values()) | SPECIAL
    assert every - named == {ANY, "UNK"}
    assert TRANSLITERATION in named
    assert len(every) == 106


def test_no_two_tags_have_one_code_but_those_of_dari() -> None:
    times = Counter(CODES.values())
    assert [code for code in times if times[code] > 1] == ["PRS"]
    assert language_code("fa-AF") == language_code("prs") == "PRS"
