"""What is asked of the letters of a text: that they are of one alphabet, and of the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.languages import language_name, language_subtag
from jatsx.model import Texts, Written
from jatsx.rules.faults import code_points, fault
from jatsx.rules.letters import (
    CYRILLIC,
    KAZAKH,
    KAZAKH_LATIN,
    LATIN,
    WORD,
    count,
    sights,
    words_with,
)

SETTINGS: Final = ("rules", "formats")

IDENTIFIERS: Final = ("doi", "funder_id", "isbn", "ror")
"""Fields that hold nothing but letters of ASCII; ISSN and ORCID iD have rules of their own."""

LATIN_SCHEMES: Final = ("JEL", "MSC", "PACS", "ACM")
"""Classifications whose codes are written in Latin letters."""

RUNNING: Final = ("title", "subtitle", "abstract", "statement", "text", "statements")
"""Fields of running text, long enough to tell its language by its letters."""

_ACRONYM = re.compile(f"([A-Z0-9]*[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)[{CYRILLIC}]+\\Z")
_ENDINGS = (
    "ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ны|ні|ның|нің|дың|дің|тың|тің"
    "|мен|бен|пен|лар|лер|дар|дер|тар|тер|лық|лік"
)
_SUFFIXED = re.compile(f"[A-Za-z]{{3,}}(?:{_ENDINGS})\\Z")
_TO_SHOW = 40


def mixed(texts: Texts) -> Iterator[Fault]:
    """The letters of a word are of one alphabet.

    A Latin a looks like a Cyrillic а, and neither a search nor an index takes the one for the
    other: the word isn't found, the name is another person's, the DOI leads nowhere. A Latin
    abbreviation with a Kazakh ending (PDFтің) is no fault.

    Source: Unicode Technical Standard 39, "Mixed-Script Detection".

    Good:

        title: {ru: Казахстан в евразийской миграционной системе}

    Bad:

        title: {ru: Кazahстан в евразийской миграционной системе}
    """
    told: set[tuple[object, str]] = set()
    for sight in sights(texts).get("mixed", ()):
        word, path = sight.word, sight.value.path
        is_identifier = path[-1] in (*IDENTIFIERS, "orcid", "code") or "issn" in path
        if is_identifier or path[0] in SETTINGS or (path, word) in told or _is_suffixed(word):
            continue
        told.add((path, word))
        language = None if sight.is_in_address else sight.value.language
        alphabet, letters = _foreign(word, language)
        points = code_points(letters)
        yield fault(path, excerpt=word, word=word, alphabet=alphabet, points=points)


def identifier(texts: Texts) -> Iterator[Fault]:
    """Identifiers are written in Latin letters: DOIs, ROR ids, ISBNs, codes of JEL and MSC.

    A Cyrillic letter that looks like a Latin one makes another identifier of it, or none.

    Source: Crossref documentation, "Constructing your DOIs"; ISO 2108; American Economic
    Association, "JEL Classification System".

    Good:

        doi: 10.5555/irilj.2024.106.2.c

    Bad:

        doi: 10.5555/irilj.2024.106.2.с
    """
    latin_codes = {
        value.path[:-1]
        for value in texts.values
        if value.path[-1] == "scheme" and value.plain.strip().upper() in LATIN_SCHEMES
    }
    for value in texts.values:
        is_code = value.path[-1] == "code" and value.path[:-1] in latin_codes
        letters = re.findall(f"[{CYRILLIC}]", value.plain) if not value.plain.isascii() else ()
        if letters and (is_code or value.path[-1] in IDENTIFIERS):
            yield fault(value.path, written=value.plain, points=code_points(letters))


def romanised(texts: Texts) -> Iterator[Fault]:
    """A text that is marked as romanised has no Cyrillic letters.

    Indexes of the Latin world read such a list; a letter left in Cyrillic breaks the entry.

    Source: RFC 5646: ``Latn`` says that the text is written in Latin letters.

    Good:

        references: [{text: {ru-Latn: "Belov V.A. (2016) Korporativnoe pravo. M.: Yurajt"}}]

    Bad:

        references: [{text: {ru-Latn: "Belov V.A. (2016) Korporativnoe pravo. М.: Yurajt"}}]
    """
    for value in texts.values:
        if value.language and "-latn" in value.language.lower() and not value.plain.isascii():
            words = [word for word in WORD.findall(value.plain) if count(CYRILLIC, word)]
            alone = [word for word in words if not count(LATIN, word)]
            if alone:
                letters = re.findall(f"[{CYRILLIC}]", alone[0])
                yield fault(
                    value.path, excerpt=alone[0], word=alone[0], points=code_points(letters)
                )


def unfit(texts: Texts) -> Iterator[Fault]:
    """The letters of a title, abstract or keyword list fit the language that it is marked as.

    Two columns changed places, or a translation was never made: the reader of one language is
    shown another. Only what can hardly be otherwise is told: a Kazakh text of eight words without
    any of ә ғ қ ң ө ұ ү һ і, a Russian one of which a third of the words have them, an English one
    mostly in Cyrillic.

    Source: the journals' author guidelines: title, abstract and keywords in Kazakh, Russian and
    English.

    Good:

        title: {ru: Влияние возвратной миграции, en: Impact of return migration}

    Bad:

        title: {ru: Impact of return migration on the region, en: Impact of return migration}
    """
    for path, language, plain in _running(texts):
        looks = _looks(language_subtag(language), plain)
        if looks and "-" not in language:
            shown = plain if len(plain) <= _TO_SHOW else f"{plain[:_TO_SHOW].rstrip()}…"
            yield fault(path, language=language_name(language), looks=looks, text=shown)


def _running(texts: Texts) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Running texts with path and language; keywords of a language count as one text."""
    keywords: dict[str, list[str]] = {}
    for value in texts.values:
        if value.language is None or "references" in value.path[:1]:
            continue
        if value.path[0] == "keywords":
            keywords.setdefault(value.language, []).append(value.plain)
        elif value.text is not None and _is_running(value):
            yield value.path, value.language, value.plain
    for language, words in keywords.items():
        yield ("keywords", language), language, " ".join(words)


def _is_running(value: Written) -> bool:
    return any(step in RUNNING for step in value.path)


def _looks(language: str, text: str) -> str | None:
    """What a text looks like that can't be in its language; None where it may be."""
    cyrillic, words = words_with(CYRILLIC, text)
    if language in ("kk", "ru") and words >= 3 and not cyrillic:
        is_kazakh = language == "kk" and count(KAZAKH_LATIN, text)
        is_latin = count(LATIN, text) > len(text) / 2
        return "English" if is_latin and not is_kazakh else None
    if language == "en" and words >= 2 and cyrillic > words / 2:
        return "Russian or Kazakh"
    if language == "ru" and words >= 3:
        return "Kazakh" if words_with(KAZAKH, text)[0] > words / 3 else None
    if language == "kk" and words >= 8 and not count(f"{KAZAKH}іІ", text):
        return "Russian"
    return None


def _foreign(word: str, language: str | None) -> tuple[str, list[str]]:
    """The alphabet of the letters that don't belong in a word, and these letters."""
    latin, cyrillic = re.findall(f"[{LATIN}]", word), re.findall(f"[{CYRILLIC}]", word)
    is_latin_due = len(latin) >= len(cyrillic)
    if language is not None:
        is_romanised = "-latn" in language.lower()
        is_latin_due = is_romanised or language_subtag(language) not in ("kk", "ru")
    return ("Cyrillic", cyrillic) if is_latin_due else ("Latin", latin)


def _is_suffixed(word: str) -> bool:
    """Whether a word is a Latin abbreviation with an ending, or a Latin name with a Kazakh one."""
    acronym = _ACRONYM.match(word)
    if acronym:
        return any(letter not in "ABCEHKMOPTX0123456789" for letter in acronym[1])
    return bool(_SUFFIXED.match(word))


RULES: Final = (
    Rule(
        "text-script-mixed",
        Level.WARNING,
        Texts,
        mixed,
        "“{word}” is written in two alphabets; {alphabet} are: {points}.",
        "Type the whole word again with the keyboard switched to its own language.",
    ),
    Rule(
        "identifier-letter-foreign",
        Level.WARNING,
        Texts,
        identifier,
        "{written} has letters that are not Latin: {points}.",
        "Switch the keyboard to English and type it again.",
    ),
    Rule(
        "text-romanised-letters",
        Level.WARNING,
        Texts,
        romanised,
        "“{word}” is Cyrillic ({points}) in a text that should be in Latin letters.",
        "Write it in Latin letters too.",
    ),
    Rule(
        "text-language-letters",
        Level.WARNING,
        Texts,
        unfit,
        "This is marked as {language} but looks {looks}: “{text}”.",
        "Move it to its own language, or write the translation here.",
    ),
)
