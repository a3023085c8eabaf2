"""Language tags (BCP 47), country codes, and the names of languages, scripts and countries."""

from __future__ import annotations

from functools import lru_cache

__all__ = [
    "country_name",
    "country_named",
    "is_country_code",
    "is_language_tag",
    "language_name",
    "language_subtag",
    "script_name",
]

NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)
"""Two-letter codes of CLDR that are not country codes of ISO 3166-1."""


USUAL = frozenset(["en", "kk", "kk-Latn", "ru", "ru-Latn"])
"""Common valid tags. They are not looked up, because loading the registry is slow."""


@lru_cache(maxsize=4096)
def is_language_tag(written: str) -> bool:
    """Whether a string is a valid language tag: well-formed, with registered subtags.

    A language with a two-letter code must use this code: ``kk``, not ``kaz`` (RFC 5646, 2.2.1).
    """
    if written in USUAL:
        return True
    import langcodes

    if not written.isascii() or "_" in written or not langcodes.tag_is_valid(written):
        return False
    shortest = langcodes.standardize_tag(written, macro=False).partition("-")[0]
    return len(shortest) >= len(written.partition("-")[0])


@lru_cache(maxsize=4096)
def language_subtag(tag: str) -> str:
    """The language of a tag in lower case: ``ru`` for ``ru-Latn``."""
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=4096)
def is_country_code(written: str) -> bool:
    """Whether a string is a country code (ISO 3166-1 alpha-2, upper case)."""
    return len(written) == 2 and written not in NO_COUNTRY and written in _territories("en")


@lru_cache(maxsize=4096)
def country_name(code: str, language: str) -> str | None:
    """The name of a country in a language and script, from CLDR; None if CLDR has no name."""
    return _territories(language).get(code)


@lru_cache(maxsize=256)
def _territories(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    asked = language.split("-")
    script = next((subtag.title() for subtag in asked[1:] if len(subtag) == 4), locale.script)
    is_another = locale.language != language_subtag(language) or locale.script != script
    if is_another:
        return {}
    return dict(locale.territories)


@lru_cache(maxsize=1024)
def language_name(tag: str, reader: str = "en") -> str:
    """The name of a language in the reader's language, from CLDR: ``Kazakh (kk)``.

    It is the tag itself if CLDR has no name for the language.
    """
    from babel import Locale

    name = Locale(reader).languages.get(language_subtag(tag))
    return f"{name} ({tag})" if name else tag


@lru_cache(maxsize=64)
def script_name(code: str, reader: str = "en") -> str:
    """The name of a script (ISO 15924: ``Cyrl``) in the reader's language, from CLDR: ``Cyrillic``.

    It is the code itself if CLDR has no name for the script.
    """
    from babel import Locale

    return str(Locale(reader).scripts.get(code, code))


@lru_cache(maxsize=256)
def country_named(name: str, languages: tuple[str, ...]) -> str | None:
    """The code of the country with a name in one of the languages, from CLDR; else None.

    >>> country_named("Пакистан", ("kk", "ru", "en"))
    'PK'
    """
    asked = name.strip().casefold()
    for language in languages:
        for code, known in _territories(language).items():
            if known.casefold() == asked and is_country_code(code):
                return code
    return None


def other_country_named(name: str, language: str, code: str) -> str | None:
    """The code of another country with this name in CLDR in a language; None if there is none."""
    named = [other for other, known in _territories(language).items() if known == name]
    return None if code in named else next((other for other in named if len(other) == 2), None)
