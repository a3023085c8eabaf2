"""What is asked of languages: their tags, and that they agree with one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.languages import is_language_tag
from jatsx.model import Texts
from jatsx.rules.faults import fault

LANGUAGE_OF_COUNTRY: Final = {
    "by": "be",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "jp": "ja",
    "kz": "kk",
    "tj": "tg",
    "tm": "tk",
    "ua": "uk",
}
"""Codes of countries that are taken for those of their languages, and are no language's."""


def tag(texts: Texts) -> Iterator[Fault]:
    """Every language is named by a valid tag of BCP 47: ``kk``, ``ru``, ``en``, ``ru-Latn``.

    The key of each title, name, abstract … is one. ``kz`` is a country, ``ru_RU`` a locale.

    Source: RFC 5646; the IANA Language Subtag Registry.

    Good:

        title: {kk: Қайтымды көші-қон}

    Bad:

        title: {kz: Қайтымды көші-қон}
    """
    for path, written in texts.tags:
        if not is_language_tag(written):
            yield fault(path, tag=written, example=meant(written) or "kk")


def meant(tag: str) -> str | None:
    """The tag that was probably meant by one that isn't valid."""
    language, hyphen, rest = tag.strip().replace("_", "-").partition("-")
    likely = LANGUAGE_OF_COUNTRY.get(language.lower(), language) + hyphen + rest
    return likely if is_language_tag(likely) else None


RULES: Final = (
    Rule(
        "language-tag-invalid",
        Level.ERROR,
        Texts,
        tag,
        "“{tag}” is no language code.",
        "Write the code of the language, not of the country, in Latin letters: {example}.",
    ),
)
