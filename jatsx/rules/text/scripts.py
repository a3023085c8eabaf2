"""Rules on alphabets: the letters of words, identifiers and romanised texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Texts
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.identifiers import IDENTIFIERS, SETTINGS, is_own_url
from jatsx.rules.text.letters import (
    CYRILLIC,
    LATIN,
    WORD,
    beginning,
    has,
    is_compound,
    is_romanised,
    sights,
)
from jatsx.standards.languages import language_subtag

CYRILLIC_LANGUAGES: Final = ("kk", "ru", "be", "bg", "ky", "mk", "tg", "tt", "uk")
"""Languages that are written in Cyrillic letters, unless their tag names another script."""

_ADDRESS = re.compile(r"://|www\.|\.(?:рф|қаз)\b")


@rule(
    "text-script-mixed",
    Level.WARNING,
    message="“{word}” mixes two alphabets. These letters are {script:script}: {points:character}.",
    hint="Switch the keyboard to the language of the word, and type the whole word again.",
)
def mixed(texts: Texts) -> Iterator[Fault]:
    """All letters of a word are from one alphabet.

    A Latin a and a Cyrillic а look the same, but a search or an index treats them as different
    letters: the word is not found, a name looks like another person's, and a URL does not work. A
    Latin abbreviation with a Kazakh ending (PDFтің) or in a Russian word (ITшник), and a letter
    with a subscript in another alphabet (K<sub>п</sub>), are accepted.

    Source: Unicode Technical Standard 39, "Mixed-Script Detection".

    Good:

        title: {ru: Казахстан в евразийской миграционной системе}

    Bad:

        title: {ru: Кazahстан в евразийской миграционной системе}
    """
    for sight in sights(texts).get("mixed", ()):
        word, path = sight.characters, sight.value.path
        is_identifier = path[-1] in (*IDENTIFIERS, "code") or "issn" in path or is_own_url(path)
        if is_identifier or path[0] in SETTINGS or is_compound(word):
            continue
        language = None if sight.is_in_address else sight.value.language
        script, letters = _foreign(word, language)
        points = code_points(letters)
        yield fault(path, excerpt=word, word=beginning(word), script=script, points=points)


@rule(
    "text-romanised-letters",
    Level.WARNING,
    message=(
        "“{word}” is in Cyrillic letters ({points:character}), but this text is marked as"
        " romanised."
    ),
    hint="Write this word in Latin letters too.",
)
def romanised(texts: Texts) -> Iterator[Fault]:
    """A text that is marked as romanised contains no words in Cyrillic letters.

    A romanised text has a language tag such as ``ru-Latn``. International indexes read romanised
    references, and cannot read a word in Cyrillic letters. URLs are not checked.

    Source: RFC 5646: ``Latn`` says that the text is written in Latin letters.

    Good:

        references: [{text: {ru-Latn: "Belov V.A. (2016) Korporativnoe pravo. M.: Yurajt"}}]

    Bad:

        references: [{text: {ru-Latn: "Belov V.A. (2016) Korporativnoe pravo. М.: Yurajt"}}]
    """
    for value in texts.values:
        if value.language is None or not is_romanised(value.language):
            continue
        if not value.plain.isascii() and has(CYRILLIC, value.plain):
            word = _cyrillic_word(value.plain)
            if word:
                points = code_points(re.findall(f"[{CYRILLIC}]", word))
                yield fault(value.path, excerpt=word, word=beginning(word), points=points)


def _cyrillic_word(text: str) -> str | None:
    """The first word of a text that is entirely in Cyrillic letters and not part of a URL."""
    pieces = (piece for piece in text.split() if not _ADDRESS.search(piece))
    words = (word for piece in pieces for word in WORD.findall(piece) if has(CYRILLIC, word))
    return next((word for word in words if not has(LATIN, word)), None)


def _foreign(word: str, language: str | None) -> tuple[str, list[str]]:
    """The script (ISO 15924) of the letters that do not belong in a word, and these letters.

    The language of the text decides, unless the word has almost no letters of its alphabet.
    """
    latin, cyrillic = re.findall(f"[{LATIN}]", word), re.findall(f"[{CYRILLIC}]", word)
    is_latin_expected = len(latin) >= len(cyrillic)
    if language is not None and max(len(latin), len(cyrillic)) < 4 * min(len(latin), len(cyrillic)):
        is_latin_expected = (
            is_romanised(language) or language_subtag(language) not in CYRILLIC_LANGUAGES
        )
    return ("Cyrl", cyrillic) if is_latin_expected else ("Latn", latin)
