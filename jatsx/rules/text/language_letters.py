"""A rule on the letters of running texts: they match the language of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Texts, WrittenValue
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Prose
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.languages import NAMED_FOR_OTHERS
from jatsx.rules.text.letters import (
    CYRILLIC,
    KAZAKH,
    KAZAKH_LATIN,
    LATIN,
    WORD,
    beginning,
    count,
    has,
    has_more,
    words_with,
)
from jatsx.standards.languages import language_subtag

RUNNING: Final = ("title", "subtitle", "abstract", "statement", "text", "statements")
"""Fields with running text, which is long enough to recognise its language by its letters."""

LATIN_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "nl", "sv", "fi")
"""Languages that are written in Latin letters."""

SHORTEST: Final = 5
"""The minimum number of words in a paragraph that is checked by itself."""

_QUOTED = re.compile('«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|"[^"]*"')

_RUSSIAN = re.compile(
    r"(?:(?-i:[ивсу])|на|по|для|из|как|при|или|за|об|его|их|что"
    r"|\w{2,}(?:ого|его|ому|ему|ая|ое|ые|ых|ной|ние|ний|ости|ость))\Z",
    re.IGNORECASE,
)

_QAZAQ = re.compile(f"[{KAZAKH_LATIN}]|[Qq](?![Uu])")

IN_LATIN: Final[Mapping[str, str]] = FrozenMap({"script": "Latn"})
IN_CYRILLIC: Final[Mapping[str, str]] = FrozenMap({"script": "Cyrl"})
IN_KAZAKH: Final[Mapping[str, str]] = FrozenMap({"seems": "kk"})
IN_RUSSIAN: Final[Mapping[str, str]] = FrozenMap({"seems": "ru"})


@rule(
    "text-language-letters",
    Level.WARNING,
    message=(
        "This text is marked as {language:language}, but its letters are"
        " {script:script}: “{text}”.",
        "This text is marked as {language:language}, but it appears to be"
        " {seems:language}: “{text}”.",
    ),
    hint="Move it to its own language, or write the translation here.",
)
def letters(texts: Texts) -> Iterator[Fault]:
    """A title, abstract or keyword list is written in the letters of its language.

    If the letters do not match, two texts were usually swapped, or a translation is missing. Only
    clear cases are reported: a Kazakh or Russian text of at least five words without Cyrillic
    letters, a Kazakh text with Russian words and almost none of the letters ә ғ қ ң ө ұ ү һ і, a
    Russian text with Kazakh letters in more than a third of its words and almost no Russian words,
    and a text in English or a similar language that is mostly in Cyrillic letters.

    Text in quotation marks is ignored, because a title may name a work in another language. The
    titles of reviews and obituaries are not checked. Keywords in Latin letters are accepted,
    because they may be names of plants. Languages with a script or country, such as ``kk-Latn``,
    are not checked.

    Source: the journals' author guidelines: title, abstract and keywords in Kazakh, Russian and
    English.

    Good:

        title: {ru: Влияние возвратной миграции, en: Impact of return migration}

    Bad:

        title: {ru: Impact of return migration on the region, en: Impact of return migration}
    """
    for path, language, plain in _running(texts):
        looks = _looks(language_subtag(language), _without_quotations(plain))
        is_name = path[0] == "keywords" and looks == IN_LATIN
        if looks and "-" not in language and not is_name:
            yield fault(path, language=language, text=beginning(plain), **looks)


@rule(
    "text-paragraph-language",
    Level.WARNING,
    message=(
        "This paragraph of the text in {language:language} is in {script:script} letters:"
        " “{text}”.",
        "This paragraph of the text in {language:language} appears to be {seems:language}:"
        " “{text}”.",
    ),
    hint="Move the paragraph to its own language, or delete it.",
)
def paragraph(texts: Texts) -> Iterator[Fault]:
    """No paragraph of an abstract or a statement is in another language than the rest.

    If all languages are copied from one page, a paragraph can end up in the wrong field. Only clear
    cases are reported, as by ``text-language-letters``, which reports texts that are in another
    language as a whole.

    Source: the journals' author guidelines: an abstract in each language.

    Good:

        abstract:
          en: |
            The abstract is about the steppe and its people.

            It has two paragraphs in English.

    Bad:

        abstract:
          en: |
            The abstract is about the steppe and its people, and about the history of the region.

            Это аннотация о степи и её людях на русском языке.
    """
    for value in texts.values:
        language = value.language
        if not isinstance(value.text, Prose) or language is None or "-" in language:
            continue
        paragraphs = [one.plain for part in value.text.sections for one in part.paragraphs]
        if len(paragraphs) < 2 or _looks(language, _without_quotations(value.plain)):
            continue
        for plain in paragraphs:
            looks = _looks(language, _without_quotations(plain))
            if looks and len(WORD.findall(plain)) >= SHORTEST:
                text = beginning(plain)
                excerpt = text.rstrip("…")
                yield fault(value.path, excerpt=excerpt, language=language, text=text, **looks)


def _running(texts: Texts) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Running texts with path and language. The keywords in one language are one text."""
    keywords: dict[str, list[str]] = {}
    left_out = {"references"}
    if isinstance(texts.owner, Article) and texts.owner.type in NAMED_FOR_OTHERS:
        left_out.add("title")
    for value in texts.values:
        if value.language is None or value.path[0] in left_out:
            continue
        if value.path[0] == "keywords":
            keywords.setdefault(value.language, []).append(value.plain)
        elif value.text is not None and _is_running(value):
            yield value.path, value.language, value.plain
    for language, words in keywords.items():
        yield ("keywords", language), language, " ".join(words)


def _without_quotations(text: str) -> str:
    return _QUOTED.sub(" ", text) if any(mark in text for mark in '«“„"') else text


def _is_running(value: WrittenValue) -> bool:
    return any(step in RUNNING for step in value.path)


def _looks(language: str, text: str) -> Mapping[str, str] | None:
    """What a text appears to be if it cannot be in its language, else None."""
    if language in ("kk", "ru") and not has(CYRILLIC, text):
        return _as_latin(language, text)
    if language in LATIN_LANGUAGES and not text.isascii():
        cyrillic, words = words_with(CYRILLIC, text)
        return IN_CYRILLIC if words >= 2 and cyrillic > words / 2 else None
    if language == "ru" and has(KAZAKH, text):
        return _as_russian(text)
    return _as_kazakh(text) if language == "kk" else None


def _as_latin(language: str, text: str) -> Mapping[str, str] | None:
    """What a Kazakh or Russian text without Cyrillic letters appears to be."""
    is_kazakh = language == "kk" and _QAZAQ.search(text)
    is_latin = count(LATIN, text) > len(text) / 2
    return IN_LATIN if is_latin and not is_kazakh and words_with(LATIN, text)[1] >= 5 else None


def _as_russian(text: str) -> Mapping[str, str] | None:
    """What a Russian text with Kazakh letters appears to be."""
    kazakh, words = words_with(KAZAKH, text)
    is_russian = _russian_words(text) > words / 10
    return IN_KAZAKH if words >= 4 and kazakh > words / 3 and not is_russian else None


def _as_kazakh(text: str) -> Mapping[str, str] | None:
    """What a Kazakh text appears to be. With enough Kazakh letters, its words are not counted."""
    own = f"{KAZAKH}іІ"
    if has_more(own, text, text.count(" ") / 4 + 1):
        return None
    kazakh, words = words_with(own, text)
    is_russian = _russian_words(text) > max(1, words / 10)
    return IN_RUSSIAN if words >= 5 and kazakh <= words / 50 and is_russian else None


def _russian_words(text: str) -> int:
    """The number of words that have a Russian form which Kazakh does not have."""
    return sum(1 for word in WORD.findall(text) if _RUSSIAN.match(word))
