"""What is asked of languages: their tags, and that they agree with one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.languages import is_language_tag, language_name, language_subtag
from jatsx.model import Article, Texts
from jatsx.rules.faults import fault, listed

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


def promised(article: Article) -> Iterator[Fault]:
    """Title, abstract and keywords stand in each language that the journal promises.

    What languages those are, journal.yaml says under languages. An editorial or a correction has
    mostly neither abstract nor keywords: what an article has in no language isn't missed.

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
            if not written.get(language):
                yield fault(field, language=language_name(language), written=listed(written))


def abstract_missing(article: Article) -> Iterator[Fault]:
    """An abstract stands in each language in which the title does.

    Where the journal promises the language, the rule article-language-promised tells it.

    Source: JATS4R, Abstracts: a translated title comes with a translated abstract.

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
        if not article.abstract.get(language) and not is_promised:
            yield fault("abstract", language=language_name(language))


def keyword_number(article: Article) -> Iterator[Fault]:
    """Each language has as many keywords as the others.

    They are translations of one another: with one missing, none can be told by its place.

    Source: the journals' author guidelines; JATS4R, Keywords.

    Good:

        keywords: {ru: [«утечка мозгов», Казахстан], en: [brain drain, Kazakhstan]}

    Bad:

        keywords: {ru: [«утечка мозгов», Казахстан], kk: [Қазақстан]}
    """
    numbers = {language: len(words) for language, words in article.keywords.items() if words}
    if len(set(numbers.values())) < 2:
        return
    most = max(numbers.values())
    fewest = min(numbers, key=lambda language: numbers[language])
    counted = ", ".join(f"{language} {number}" for language, number in numbers.items())
    yield fault(
        ("keywords", fewest),
        language=language_name(fewest),
        number=str(numbers[fewest]),
        most=str(most),
        counted=counted,
    )


def untranslated(article: Article) -> Iterator[Fault]:
    """No title or abstract is the same in two languages.

    A text was copied to be translated later, and never was. Titles of one or two words may well be
    the same in Kazakh and Russian (Экология) and are left alone.

    Source: Crossref documentation, "Titles": a translated title is a translation.

    Good:

        title: {ru: Экология, kk: Экология}

    Bad:

        title: {ru: Return migration to Central Asia, en: Return migration to Central Asia}
    """
    for field, shortest in (("title", 3), ("abstract", 3)):
        seen: dict[str, str] = {}
        for language, text in getattr(article, field).items():
            words = text.plain.casefold().split()
            first = seen.setdefault(" ".join(words), language)
            is_other = language_subtag(first) != language_subtag(language)
            if is_other and len(words) >= shortest:
                names = {"language": language_name(language), "other": language_name(first)}
                yield fault((field, language), **names)


RULES: Final = (
    Rule(
        "language-tag-invalid",
        Level.ERROR,
        Texts,
        tag,
        "“{tag}” is no language code.",
        "Write the code of the language, not of the country, in Latin letters: {example}.",
    ),
    Rule(
        "article-language-promised",
        Level.WARNING,
        Article,
        promised,
        "The journal promises {language}, and here it is missing; there are: {written}.",
        "Add it, or take the language out of languages in journal.yaml.",
    ),
    Rule(
        "article-abstract-missing",
        Level.WARNING,
        Article,
        abstract_missing,
        "There is a title in {language}, but no abstract.",
        "Add the abstract in that language.",
    ),
    Rule(
        "article-keywords-number",
        Level.WARNING,
        Article,
        keyword_number,
        "{language} has {number} keywords where another language has {most} ({counted}).",
        "Compare the lists: one keyword is missing, or two stand in one line.",
    ),
    Rule(
        "article-text-untranslated",
        Level.WARNING,
        Article,
        untranslated,
        "The text in {language} is the same as that in {other}.",
        "Write the translation, or remove the copy.",
    ),
)
