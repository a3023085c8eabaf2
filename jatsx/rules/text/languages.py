"""What is asked of languages: their tags, and that they agree with one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Texts
from jatsx.model.text import Prose, Text
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.languages import is_language_tag, language_subtag

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

NEAR: Final = (
    {"bs", "hr", "sr", "cnr"},
    {"cs", "sk"},
    {"da", "nb", "nn", "no", "sv"},
    {"ca", "es", "gl", "it", "pt"},
    {"id", "ms"},
)
"""Languages in which one sentence may be the same."""

NAMED_FOR_OTHERS: Final = ("book-review", "product-review", "obituary")
"""Kinds of article whose title may be the name of a book or a person."""

SHORTEST: Final = 4
"""Words of a text that is compared with that in another language."""


@rule(
    "language-tag-invalid",
    Level.ERROR,
    message="“{tag}” is no language code.",
    hint="Write the code of the language, not of the country, in Latin letters: {example}.",
)
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
            yield fault(path, excerpt=written, tag=written, example=meant(written) or "kk")


def meant(tag: str) -> str | None:
    """The tag that was probably meant by one that isn't valid."""
    language, hyphen, rest = tag.strip().replace("_", "-").partition("-")
    likely = LANGUAGE_OF_COUNTRY.get(language.lower(), language) + hyphen + rest
    return likely if is_language_tag(likely) else None


@rule(
    "article-language-promised",
    Level.WARNING,
    message=(
        "Under {field}, {language:language} is missing, which the journal promises; there are:"
        " {written}."
    ),
    hint="Add it, or take the language out of languages in journal.yaml.",
)
def promised(article: Article) -> Iterator[Fault]:
    """Title, abstract and keywords stand in each language that the journal promises.

    What languages those are, journal.yaml says under languages. An editorial or a correction has
    mostly neither abstract nor keywords: what an article has in no language isn't missed. A text in
    kk-KZ is one in kk.

    Source: the journals' author guidelines: title, abstract and keywords in Kazakh, Russian and
    English.

    Good:

        title: {kk: Қайтымды көші-қон, en: Return migration}
        issue: {journal: {languages: [kk, en]}}

    Bad:

        title: {kk: Қайтымды көші-қон}
        issue: {journal: {languages: [kk, en]}}
    """
    for field in ("title", "abstract", "keywords"):
        written = getattr(article, field)
        for language in article.issue.journal.languages if any(written.values()) else ():
            if not _stands_in(written, language):
                there = listed(tag for tag, text in written.items() if text)
                yield fault(field, language=language, written=there)


@rule(
    "article-abstract-missing",
    Level.WARNING,
    message="There is a title in {language:language}, but no abstract.",
    hint="Add the abstract in that language.",
)
def abstract_missing(article: Article) -> Iterator[Fault]:
    """An abstract stands in each language in which the title does.

    Where the journal promises the language, the rule article-language-promised tells it. A
    romanised title (ru-Latn) needs no abstract of its own.

    Source: the journals' author guidelines; JATS ``trans-title`` and ``trans-abstract``.

    Good:

        title: {kk: Қайтымды көші-қон, en: Return migration}
        abstract: {kk: Көші-қон туралы., en: On migration.}

    Bad:

        title: {kk: Қайтымды көші-қон, en: Return migration}
        abstract: {kk: Көші-қон туралы.}
    """
    if not any(article.abstract.values()):
        return
    for language in article.title:
        is_promised = language in article.issue.journal.languages
        if not _stands_in(article.abstract, language) and not is_promised:
            yield fault("abstract", language=language)


@rule(
    "article-keywords-number",
    Level.WARNING,
    message="The languages differ in how many keywords they have: {counted}.",
    hint="Compare the lists: one keyword is missing, or two stand in one line.",
)
def keyword_number(article: Article) -> Iterator[Fault]:
    """Each language has as many keywords as the others.

    They are translations of one another: with one missing, none can be told by its place.

    Source: the journals' author guidelines; JATS4R, Subjects and keywords.

    Good:

        keywords: {ru: [«утечка мозгов», Казахстан], en: [brain drain, Kazakhstan]}

    Bad:

        keywords: {ru: [«утечка мозгов», Казахстан], kk: [Қазақстан]}
    """
    numbers = {language: len(words) for language, words in article.keywords.items() if words}
    if len(set(numbers.values())) < 2:
        return
    fewest = min(numbers, key=lambda language: numbers[language])
    counted = ", ".join(f"{language} {number}" for language, number in numbers.items())
    yield fault(("keywords", fewest), counted=counted)


@rule(
    "article-text-untranslated",
    Level.WARNING,
    message="The text in {language:language} is the same as that in {other:language}.",
    hint="Write the translation, or remove the copy.",
)
def untranslated(article: Article) -> Iterator[Fault]:
    """No title or abstract is the same in two languages.

    A text was copied to be translated later, and never was. Titles of up to three words may well be
    the same in Kazakh and Russian (Экология), any title in languages as near as Danish and
    Norwegian; reviews and obituaries bear the name of a book or a person. They are left alone.

    Source: Crossref documentation, "Titles": a translated title is a translation.

    Good:

        title: {ru: Экология, kk: Экология}

    Bad:

        title: {ru: Return migration to Central Asia, en: Return migration to Central Asia}
    """
    fields = ("abstract",) if article.type in NAMED_FOR_OTHERS else ("title", "abstract")
    for field in fields:
        texts: Mapping[str, Text | Prose] = getattr(article, field)
        if _begin_differently(texts.values()):
            continue
        seen: dict[str, str] = {}
        for language, text in texts.items():
            words = text.plain.casefold().split()
            first = seen.setdefault(" ".join(words), language)
            if len(words) >= SHORTEST and not _are_near(first, language):
                names = {"language": language, "other": first}
                yield fault((field, language), **names)


def _begin_differently(texts: Collection[Text | Prose]) -> bool:
    """Whether each text has a first word, and no two the same."""
    first = {word.casefold() for text in texts for word in text.plain.split(None, 1)[:1]}
    return len(first) == len(texts)


def _stands_in(written: Mapping[str, object], language: str) -> bool:
    """Whether a text is written in a language, in whatever script or country's form."""
    subtag = _likely_subtag(language)
    return any(text for tag, text in written.items() if _likely_subtag(tag) == subtag)


@lru_cache(maxsize=4096)
def _likely_subtag(tag: str) -> str:
    """The language that a tag means, be it a valid one or not."""
    return language_subtag(meant(tag) or tag)


def _are_near(one: str, other: str) -> bool:
    """Whether two languages are one, or so near that a title may be the same in both."""
    subtags = {language_subtag(one), language_subtag(other)}
    return len(subtags) == 1 or any(subtags <= near for near in NEAR)
