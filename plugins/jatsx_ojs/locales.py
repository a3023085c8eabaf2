"""The locales of OJS and their language tags (BCP 47)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from jatsx.standards.languages import is_language_tag
from jatsx_ojs.wordlists import wordlist

UNDETERMINED: Final = "und"
"""The language of a text without a known language (BCP 47; ISO 639-2)."""

SHORTENED: Final = wordlist(
    "ar_IQ az_AZ be_BY bg_BG bs_BA ca_ES cs_CZ da_DK de_DE el_GR en_US es_ES eu_ES fa_IR fi_FI",
    "gd_GB gl_ES he_IL hi_IN hr_HR hu_HU hy_AM id_ID is_IS it_IT ja_JP ka_GE kk_KZ ko_KR ku_IQ",
    "lt_LT lv_LV mk_MK mn_MN ms_MY nb_NO nl_NL pl_PL ro_RO ru_RU si_LK sk_SK sl_SI sr_RS sv_SE",
    "sw_KE tr_TR uk_UA ur_PK uz_UZ vi_VN",
)
"""Locales whose country is omitted, because OJS had no other locale of the language.

OJS 3.4 writes them without the country. Source: pkp-lib, ``MergeLocalesMigration``.
"""

OTHERS: Final = {"zh_TW": "zh-Hant"}
"""Other locales that OJS 3.4 renamed. Same source."""

SCRIPTS: Final = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}

_LOCALE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:_(?P<script>[A-Z][a-z]{3}))?(?:_(?P<country>[A-Z]{2}))?"
    r"(?:@(?P<modifier>[a-z]+))?\Z"
)


@lru_cache(maxsize=256)
def language_tag(locale: str) -> str | None:
    """The language tag of a locale; None if the locale is unknown.

    The country is kept if OJS has the language in several countries.

    >>> [language_tag(locale) for locale in ("ru_RU", "ru", "pt_BR", "sr_RS@latin", "kz_KZ")]
    ['ru', 'ru', 'pt-BR', 'sr-Latn', None]
    """
    if locale in OTHERS:
        return OTHERS[locale]
    parts = _LOCALE.match(locale)
    if parts is None:
        return locale if is_language_tag(locale) else None
    language, script, country, modifier = parts.groups()
    if modifier is not None:
        script = SCRIPTS.get(modifier)
        if script is None:
            return None
    if f"{language}_{country}" in SHORTENED:
        country = None
    tag = "-".join(part for part in (language, script, country) if part)
    return tag if is_language_tag(tag) else None
