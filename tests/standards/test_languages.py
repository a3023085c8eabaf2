"""Language tags and countries; pycountry's ISO tables are the oracle."""

from __future__ import annotations

import pycountry
import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jatsx.standards.languages import (
    country_name,
    is_country_code,
    is_language_tag,
    language_subtag,
)

COUNTRIES = {country.alpha_2 for country in pycountry.countries}
TWO_LETTERS = {one.alpha_2: one.alpha_3 for one in pycountry.languages if hasattr(one, "alpha_2")}
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_each_language_of_two_letters_is_a_tag() -> None:
    assert [language for language in TWO_LETTERS if not is_language_tag(language)] == []


def test_a_language_of_two_letters_has_no_tag_of_three() -> None:
    """RFC 5646, 2.2.1: the shorter code alone is registered; ``rus`` is no tag."""
    assert [tag for tag in TWO_LETTERS.values() if is_language_tag(tag)] == ["tgl"]


TAGS = {
    "kk": True,
    "ru-Latn": True,
    "kk-Cyrl-KZ": True,
    "zh-Hans": True,
    "en-GB": True,
    "de-1996": True,
    "sah": True,
    "KK": True,
    "en-x-private": True,
    "": False,
    "e": False,
    "xx": False,
    "kz": False,
    "english": False,
    "қазақша": False,
    "ru_RU": False,
    "ru-": False,
    "ru--Latn": False,
    "ru-Cyrll": False,
    "en GB": False,
    "kk ": False,
    "en\n": False,
    "en-US-US": False,
}


@pytest.mark.parametrize("written", TAGS)
def test_tag(written: str) -> None:
    assert is_language_tag(written) is TAGS[written]


@given(st.text(max_size=12))
def test_any_text_can_be_asked(written: str) -> None:
    assert is_language_tag(written) in (True, False)
    assert is_country_code(written) in (True, False)
    assert country_name("KZ", written) is None or is_language_tag(language_subtag(written))


@pytest.mark.parametrize(
    ("tag", "subtag"), [("ru-Latn", "ru"), ("KK", "kk"), ("kk-Cyrl-KZ", "kk"), ("", "")]
)
def test_the_subtag_is_the_language_alone(tag: str, subtag: str) -> None:
    assert language_subtag(tag) == subtag


def test_a_country_code_is_one_of_iso_3166() -> None:
    pairs = {first + second for first in CAPITALS for second in CAPITALS}
    assert {code for code in pairs if is_country_code(code)} == COUNTRIES


@pytest.mark.parametrize("written", ["kz", "KAZ", "398", "", "К3", "001", "XK"])
def test_other_texts_are_no_country_code(written: str) -> None:
    assert not is_country_code(written)


NAMES = {
    ("KZ", "kk"): "Қазақстан",
    ("KZ", "ru"): "Казахстан",
    ("KZ", "en"): "Kazakhstan",
    ("KZ", "kk-Cyrl"): "Қазақстан",
    ("KZ", "xx"): None,
    ("KZ", ""): None,
    ("QQ", "en"): None,
}


@pytest.mark.parametrize(("code", "language"), NAMES)
def test_a_country_has_a_name_in_a_language(code: str, language: str) -> None:
    assert country_name(code, language) == NAMES[code, language]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_country_has_a_name(language: str) -> None:
    assert all(country_name(code, language) for code in COUNTRIES)


@pytest.mark.parametrize(
    "locale", ["en", "en_GB", "kk", "kk_Cyrl", "nn", "ru", "pt_PT", "sr_Latn", "zh_Hant_HK"]
)
def test_countries_are_called_as_cldr_has_them_with_what_is_inherited(locale: str) -> None:
    names = Locale.parse(locale).territories
    tag = locale.replace("_", "-")
    assert {code: country_name(code, tag) for code in names} == dict(names)


def test_names_of_countries_leave_the_data_of_babel_whole() -> None:
    assert country_name("KZ", "fo") == "Kasakstan"
    assert format_decimal(1000, locale="fo") == "1.000"
