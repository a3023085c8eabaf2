"""What is asked of language tags, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.fieldpath import Path
from jatsx.findings import Level
from jatsx.languages import is_language_tag
from jatsx.model import Article, Issue, Journal, Part, PerLanguage
from jatsx.rules.faults import fault, values

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


def article_tags(article: Article) -> Iterator[Fault]:
    """Every language of the article is a valid tag of BCP 47: ``kk``, ``ru``, ``en``, ``ru-Latn``.

    The key of each title, name, abstract … is one. ``kz`` is a country, ``ru_RU`` a locale.
    Source: RFC 5646; the IANA Language Subtag Registry.
    """
    yield from _faulty_tags(article, without="issue")


def issue_tags(issue: Issue) -> Iterator[Fault]:
    """As :func:`article_tags`, of an issue without its journal."""
    yield from _faulty_tags(issue, without="journal")


def journal_tags(journal: Journal) -> Iterator[Fault]:
    """As :func:`article_tags`, of a journal."""
    yield from _faulty_tags(journal)


def tags(part: Part, *, without: str | None = None) -> Iterator[tuple[Path, str]]:
    """Every language tag in a part, with the path of what it is the language of."""
    for path, value in values(part, without=without):
        field = path[-1]
        if isinstance(value, PerLanguage):
            yield from (((*path, tag), tag) for tag in value)
        elif field == "language" and isinstance(value, str):
            yield path, value
        elif field == "languages" and isinstance(value, tuple):
            yield from (((*path, n), tag) for n, tag in enumerate(value))


def meant(tag: str) -> str | None:
    """The tag that was probably meant by one that isn't valid."""
    language, hyphen, rest = tag.strip().replace("_", "-").partition("-")
    likely = LANGUAGE_OF_COUNTRY.get(language.lower(), language) + hyphen + rest
    return likely if is_language_tag(likely) else None


def _faulty_tags(part: Part, *, without: str | None = None) -> Iterator[Fault]:
    for path, tag in tags(part, without=without):
        if not is_language_tag(tag):
            yield fault(path, tag=tag, example=meant(tag) or "kk")


_MESSAGE = "“{tag}” is no language code."
_HINT = "Write the code of the language, not of the country, in Latin letters: {example}."

RULES: Final = (
    Rule("article-language-tag", Level.ERROR, Article, article_tags, _MESSAGE, _HINT),
    Rule("issue-language-tag", Level.ERROR, Issue, issue_tags, _MESSAGE, _HINT),
    Rule("journal-language-tag", Level.ERROR, Journal, journal_tags, _MESSAGE, _HINT),
)
