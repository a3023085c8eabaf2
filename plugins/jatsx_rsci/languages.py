"""RSCI's language codes.

The codes look like those of ISO 639, but they are a separate list: ``KKZ`` is Kazakh, ``TGL`` is
transliteration (not Tagalog), ``KHM`` is Kumyk (not Khmer). So they are looked up, not derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from jatsx import Extent, Loss, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.languages import language_subtag

Value = TypeVar("Value")

ANY: Final = "ANY"
"""The code of languages without a code of their own."""

TRANSLITERATION: Final = "TGL"
"""The code of texts in Latin letters whose language uses other letters."""

DIGRAPHIC: Final = frozenset({"az", "bs", "crh", "kaa", "ro", "sh", "sr", "tk", "uz"})
"""Languages that are also written in Latin letters. Such texts are not transliterations."""

CODES: Final[Mapping[str, str]] = {
    "ab": "ABK",
    "ady": "ADY",
    "af": "AFR",
    "alt": "ALT",
    "ar": "ARA",
    "av": "AVA",
    "az": "AZE",
    "ba": "BAK",
    "be": "BEL",
    "bg": "BGR",
    "bs": "BOS",
    "bua": "BUA",
    "ca": "CAT",
    "ce": "CHE",
    "chm": "CHM",
    "cjs": "CJS",
    "crh": "CRH",
    "cs": "CES",
    "cv": "CHV",
    "cy": "WEL",
    "da": "DAN",
    "dar": "DAR",
    "de": "DEU",
    "el": "ELL",
    "en": "ENG",
    "eo": "EPO",
    "es": "ESP",
    "et": "EST",
    "eu": "BAQ",
    "fa": "FAS",
    "fa-af": "PRS",
    "fi": "FIN",
    "fr": "FRE",
    "ga": "ILE",
    "gl": "GLG",
    "haw": "HAW",
    "he": "HEB",
    "hi": "HIN",
    "hr": "HRV",
    "hu": "HUN",
    "hy": "HYE",
    "id": "IND",
    "inh": "INH",
    "it": "ITA",
    "ja": "JPN",
    "ka": "GEO",
    "kaa": "KAA",
    "kbd": "KBD",
    "kca": "KCA",
    "kjh": "KJH",
    "kk": "KKZ",
    "ko": "KOR",
    "krc": "KRC",
    "krl": "KRL",
    "kum": "KHM",
    "kv": "KOM",
    "ky": "KIR",
    "la": "LAT",
    "lbe": "LBE",
    "lt": "LIT",
    "lv": "LAV",
    "mk": "MKD",
    "mn": "MON",
    "myv": "MYV",
    "nl": "NLD",
    "no": "NOR",
    "nso": "NSO",
    "os": "OSS",
    "pl": "POL",
    "prs": "PRS",
    "pt": "PRT",
    "ro": "ROU",
    "ro-md": "RON",
    "ru": "RUS",
    "rue": "ORV",
    "sa": "SAN",
    "sah": "SAH",
    "sh": "HBS",
    "sk": "SVK",
    "sl": "SLV",
    "so": "SOM",
    "sq": "ALB",
    "sr": "SRB",
    "st": "SOT",
    "sv": "SWE",
    "sw": "SWA",
    "syr": "SYR",
    "tg": "TJK",
    "th": "THA",
    "tk": "TUK",
    "tr": "TUR",
    "tt": "TAT",
    "tyv": "TYV",
    "udm": "UDM",
    "uk": "UKR",
    "uz": "UZB",
    "ve": "VEN",
    "vep": "VEP",
    "vi": "VIE",
    "xal": "XAL",
    "zh": "ZHO",
    "mul": "MAL",
}
"""The code of each language, by its tag in lower case; ``mul`` is several languages."""

_LATIN: Final = re.compile(r"-latn(?:-|\Z)", re.IGNORECASE)


def language_code(tag: str) -> str:
    """RSCI's code for the language of a tag.

    >>> language_code("kk"), language_code("ru-Latn"), language_code("zh-Hans"), language_code("ug")
    ('KKZ', 'TGL', 'ZHO', 'ANY')
    """
    if is_transliteration(tag):
        return TRANSLITERATION
    return CODES.get(tag.lower()) or CODES.get(language_subtag(tag), ANY)


def is_transliteration(tag: str) -> bool:
    """Whether a tag is a transliteration: Latin letters in a language with other letters."""
    return _LATIN.search(tag) is not None and language_subtag(tag) not in DIGRAPHIC


def by_code(values: Mapping[str, Value]) -> dict[str, str]:
    """The tag for each code. If several tags have the same code, the first with a value is used.

    >>> by_code({"kk": "Су", "ru": "Вода", "ug": "سۇ", "ku": "Av"})
    {'KKZ': 'kk', 'RUS': 'ru', 'ANY': 'ug'}
    """
    tags: dict[str, str] = {}
    for tag in present(values):
        tags.setdefault(language_code(tag), tag)
    return tags


def code_losses(
    values: Mapping[str, object],
    field: str,
    element: str,
    among: Mapping[str, object] | None = None,
) -> Iterator[Loss]:
    """The losses of an element that occurs once for each code: other tags with the same code."""
    chosen = by_code(values if among is None else among)
    for tag in present(values):
        code = language_code(tag)
        if chosen[code] != tag:
            params = {"element": element, "code": code}
            yield Loss(subpath(field, tag), "one-per-language", params, Extent.LANGUAGE)
        else:
            yield from language_losses(tag, subpath(field, tag))


def language_losses(tag: str, field: str) -> Iterator[Loss]:
    """The losses of a language tag in ``@lang``."""
    code = language_code(tag)
    params = {"tag": tag, "code": code}
    if code == TRANSLITERATION:
        yield Loss(field, "transliteration-language", params, Extent.FORM)
    elif code == ANY:
        yield Loss(field, "language-code", params, Extent.FORM)
    elif tag.lower() not in CODES:
        yield Loss(field, "language-only", params, Extent.FORM)
