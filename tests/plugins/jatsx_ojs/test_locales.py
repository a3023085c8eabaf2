"""Locales of OJS, up to 3.3 with a country and from 3.4 on without, are language tags."""

from __future__ import annotations

import pytest

from jatsx.standards.languages import is_language_tag
from jatsx_ojs.locales import SHORTENED, language_tag

TAGS = {
    "kk_KZ": "kk",
    "ru_RU": "ru",
    "en_US": "en",
    "kk": "kk",
    "ru": "ru",
    "en": "en",
    "en_GB": "en-GB",
    "pt_BR": "pt-BR",
    "pt_PT": "pt-PT",
    "fr_CA": "fr-CA",
    "fr_FR": "fr-FR",
    "sr_RS@latin": "sr-Latn",
    "sr_RS@cyrillic": "sr-Cyrl",
    "sr@latin": "sr-Latn",
    "uz_UZ@cyrillic": "uz-Cyrl",
    "be_BY@cyrillic": "be-Cyrl",
    "zh_TW": "zh-Hant",
    "zh_Hant": "zh-Hant",
    "zh_CN": "zh-CN",
    "kk_Cyrl": "kk-Cyrl",
    "ru-Latn": "ru-Latn",
}
UNKNOWN = ("kz_KZ", "Russian", "ru_RU@home", "xx_YY", "ru_", "", "ру_РУ", "ru ru")


@pytest.mark.parametrize(("locale", "tag"), TAGS.items())
def test_known(locale: str, tag: str) -> None:
    assert language_tag(locale) == tag


@pytest.mark.parametrize("locale", UNKNOWN)
def test_unknown(locale: str) -> None:
    assert language_tag(locale) is None


def test_each_country_that_says_nothing_is_dropped() -> None:
    tags = {locale: language_tag(locale) for locale in SHORTENED}
    assert tags == {locale: locale.partition("_")[0] for locale in SHORTENED}
    assert [tag for tag in tags.values() if not is_language_tag(str(tag))] == []
