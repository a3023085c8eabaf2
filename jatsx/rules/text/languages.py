"""Rules on languages: valid tags, and texts that match between languages."""

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

LANGUAGE_MEANT: Final = {
    "by": "be",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "jp": "ja",
    "kz": "kk",
    "қаз": "kk",
    "каз": "kk",
    "рус": "ru",
    "орыс": "ru",
    "анг": "en",
    "англ": "en",
    "ағыл": "en",
    "tj": "tg",
    "tm": "tk",
    "ua": "uk",
}
"""What is often written instead of the code of a language: codes of countries, abbreviations."""

NEAR: Final = (
    {"bs", "hr", "sr", "cnr"},
    {"cs", "sk"},
    {"da", "nb", "nn", "no", "sv"},
    {"ca", "es", "gl", "it", "pt"},
    {"id", "ms"},
)
"""Languages in which a sentence can be the same."""

NAMED_FOR_OTHERS: Final = ("book-review", "product-review", "obituary")
"""Types of article whose title can be the name of a book or a person."""

SHORTEST: Final = 4
"""The minimum number of words in a text that is compared with another language."""


@rule(
    "language-tag-invalid",
    Level.ERROR,
    message="“{tag}” is not a valid language code.",
    hint=(
        "Use the code of the language, not of the country, in Latin letters, for example {example}."
    ),
)
def tag(texts: Texts) -> Iterator[Fault]:
    """Every language is a valid BCP 47 tag, such as ``kk``, ``ru``, ``en`` or ``ru-Latn``.

    Language tags are used as the keys of titles, names, abstracts and other texts. ``kz`` is the
    code of a country, and ``ru_RU`` is a locale.

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
    """The valid tag that an invalid one probably means, else None."""
    language, hyphen, rest = tag.strip().replace("_", "-").partition("-")
    likely = LANGUAGE_MEANT.get(language.lower(), language.lower())
    if len(likely) == 3 and likely.isascii():
        import langcodes

        likely = langcodes.standardize_tag(likely) if langcodes.tag_is_valid(likely) else likely
    likely += hyphen + rest
    return likely if is_language_tag(likely) else None


@rule(
    "article-language-promised",
    Level.WARNING,
    message=(
        "The field `{field}` is missing in {language:language}, one of the journal's languages. It"
        " is present in: {written}."
    ),
    hint="Add it, or remove the language from `languages` in journal.yaml.",
)
def promised(article: Article) -> Iterator[Fault]:
    """The title, abstract and keywords are present in all languages of the journal.

    The journal's languages are listed under ``languages`` in journal.yaml. A field that is missing
    in every language is not reported by this rule, because an editorial or a correction usually has
    no abstract and no keywords. A text in ``kk-KZ`` counts as a text in ``kk``.

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
            if not _is_written_in(written, language):
                present = listed(tag for tag, text in written.items() if text)
                yield fault(field, language=language, written=present)


@rule(
    "article-abstract-missing",
    Level.WARNING,
    message="The article has a title in {language:language}, but no abstract in this language.",
    hint="Add the abstract in this language.",
)
def abstract_missing(article: Article) -> Iterator[Fault]:
    """If the article has an abstract, it has one in each language of its title.

    The journal's own languages are checked by ``article-language-promised``. A romanised title
    (``ru-Latn``) needs no abstract of its own, and no abstract is asked for in an undetermined
    language (``und``).

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
        is_known = language_subtag(language) != "und"
        if is_known and not _is_written_in(article.abstract, language) and not is_promised:
            yield fault("abstract", language=language)


@rule(
    "article-keywords-number",
    Level.WARNING,
    message="The number of keywords differs between languages: {counted}.",
    hint="Compare the lists. A keyword may be missing, or one line may contain two keywords.",
)
def keyword_number(article: Article) -> Iterator[Fault]:
    """The article has the same number of keywords in each language.

    The keyword lists are translations of each other. If one keyword is missing, the translations
    can no longer be matched. Languages without keywords are not compared.

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
    message="The text in {language:language} is the same as the text in {other:language}.",
    hint="Write the translation, or remove the copy.",
)
def untranslated(article: Article) -> Iterator[Fault]:
    """No title or abstract is the same in two languages.

    If it is the same, a text was usually copied and never translated. Texts of up to three words
    are not checked, because a title such as Экология can be the same in Kazakh and Russian. Similar
    languages, such as Danish and Norwegian, are not compared. The titles of reviews and obituaries
    are not checked, because they can be the name of a book or a person.

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
    """Whether each text has a first word and all first words are different."""
    first = {word.casefold() for text in texts for word in text.plain.split(None, 1)[:1]}
    return len(first) == len(texts)


def _is_written_in(written: Mapping[str, object], language: str) -> bool:
    """Whether there is a text in a language, in any script or regional form."""
    subtag = _likely_subtag(language)
    return any(text for tag, text in written.items() if _likely_subtag(tag) == subtag)


@lru_cache(maxsize=4096)
def _likely_subtag(tag: str) -> str:
    """The language that a tag means, even if the tag is not valid."""
    return language_subtag(meant(tag) or tag)


def _are_near(one: str, other: str) -> bool:
    """Whether two languages are the same, or so similar that a title can be the same in both."""
    subtags = {language_subtag(one), language_subtag(other)}
    return len(subtags) == 1 or any(subtags <= near for near in NEAR)
