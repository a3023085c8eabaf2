"""Rules on alphabets: the letters of words, identifiers and romanised texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Texts, WrittenValue
from jatsx.model.fieldpath import Path
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import CYRILLIC, LATIN, WORD, beginning, has, is_romanised, sights
from jatsx.standards.languages import language_subtag

SETTINGS: Final = ("rules", "formats")

IDENTIFIERS: Final = ("doi", "funder_id", "isbn", "ror")
"""Fields that contain only ASCII letters. ISSN and ORCID iD have rules of their own."""

LATIN_SCHEMES: Final = ("JEL", "MSC", "PACS", "ACM")
"""Classifications whose codes are in Latin letters."""

CYRILLIC_LANGUAGES: Final = ("kk", "ru", "be", "bg", "ky", "mk", "tg", "tt", "uk")
"""Languages that are written in Cyrillic letters, unless their tag names another script."""

LOOKALIKES: Final = frozenset("ABCEHKMOPTXY0123456789")
"""Latin capital letters and digits that look the same as Cyrillic characters."""

_ACRONYM = re.compile(f"([A-Z0-9]{{2,}})[{CYRILLIC}]+\\Z|[{CYRILLIC}]+([A-Z0-9]{{2,}})\\Z")
_ROMAN = re.compile(f"[IVX]{{2,}}[{CYRILLIC}]")
_ENDINGS = (
    "ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ны|ні|ның|нің|дың|дің|тың|тің"
    "|дағы|дегі|тағы|тегі|мен|бен|пен|лар|лер|дар|дер|тар|тер|лық|лік|дық|дік|тық|тік|ы|і|сы|сі|ын|ін|ына|іне|ында|інде"
)
_SUFFIXED = re.compile(
    "(?:[A-Za-z0-9]{3,}|[A-Z0-9]{2}|[a-z][A-Z]|[DFGIJLNQRSUVWZbdfghjklmnqrstuvwz][a-z])"
    f"(?:{_ENDINGS}){{1,3}}\\Z"
)
_ADDRESS = re.compile(r"://|www\.|\.(?:рф|қаз)\b")


@rule(
    "text-script-mixed",
    Level.WARNING,
    message="“{word}” mixes two alphabets. These letters are {script:script}: {points}.",
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
        is_identifier = path[-1] in (*IDENTIFIERS, "orcid", "code") or "issn" in path
        if is_identifier or path[0] in SETTINGS or _is_compound(word):
            continue
        language = None if sight.is_in_address else sight.value.language
        script, letters = _foreign(word, language)
        points = code_points(letters)
        yield fault(path, excerpt=word, word=beginning(word), script=script, points=points)


@rule(
    "identifier-letter-foreign",
    Level.WARNING,
    message="{written} contains Cyrillic letters: {points}.",
    hint="Switch the keyboard to English, and type it again.",
)
def identifier(texts: Texts) -> Iterator[Fault]:
    """Identifiers such as DOI, ROR ID and ISBN, and codes such as JEL, are in Latin letters.

    A Cyrillic letter that looks like a Latin letter makes the identifier invalid, or makes it a
    different one.

    Source: Crossref documentation, "Constructing your DOIs"; ISO 2108; American Economic
    Association, "JEL Classification System".

    Good:

        doi: 10.5555/irilj.2024.106.2.c

    Bad:

        doi: 10.5555/irilj.2024.106.2.с
    """
    for value in texts.values:
        if not value.plain.isascii() and _is_identifier(value, texts):
            letters = re.findall(f"[{CYRILLIC}]", value.plain)
            if letters:
                yield fault(value.path, written=value.plain, points=code_points(letters))


@rule(
    "text-romanised-letters",
    Level.WARNING,
    message="“{word}” is in Cyrillic letters ({points}), but this text is marked as romanised.",
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


def _is_identifier(value: WrittenValue, texts: Texts) -> bool:
    """Whether a value is an identifier, or a classification code in Latin letters."""
    field = value.path[-1]
    return field in IDENTIFIERS or (field == "code" and value.path in texts.once(_latin_codes))


def _latin_codes(texts: Texts) -> frozenset[Path]:
    """The paths of classification codes in Latin letters."""
    return frozenset(
        (*value.path[:-1], "code")
        for value in texts.values
        if value.path[-1] == "scheme" and value.plain.strip().upper() in LATIN_SCHEMES
    )


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


def _is_compound(word: str) -> bool:
    """Whether a word may mix two alphabets, such as an abbreviation with an ending.

    An abbreviation of letters that Cyrillic has too may be mistyped. It is accepted only with a
    Kazakh ending.
    """
    acronym = _ACRONYM.match(word)
    is_latin = acronym and not LOOKALIKES.issuperset(acronym[1] or acronym[2])
    return bool(is_latin or _ROMAN.match(word) or _SUFFIXED.match(word))
