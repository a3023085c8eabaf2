"""What is asked of the letters of a text: that they are of one alphabet, and of the right one."""

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
"""Fields that hold nothing but letters of ASCII; ISSN and ORCID iD have rules of their own."""

LATIN_SCHEMES: Final = ("JEL", "MSC", "PACS", "ACM")
"""Classifications whose codes are written in Latin letters."""

CYRILLIC_LANGUAGES: Final = ("kk", "ru", "be", "bg", "ky", "mk", "tg", "tt", "uk")
"""Languages that are written in Cyrillic letters, unless their tag says otherwise."""

LOOKALIKES: Final = frozenset("ABCEHKMOPTXY0123456789")
"""Latin capitals, and digits, that look the same on a Cyrillic keyboard."""

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
    message="“{word}” is written in two alphabets: some letters are {script:script} ({points}).",
    hint="Type the whole word again with the keyboard switched to its own language.",
)
def mixed(texts: Texts) -> Iterator[Fault]:
    """The letters of a word are of one alphabet.

    A Latin a looks like a Cyrillic а, and neither a search nor an index takes the one for the
    other: the word isn't found, the name is another person's, the DOI leads nowhere. A Latin
    abbreviation with a Kazakh ending (PDFтің), one that is part of a Russian word (ITшник), and a
    letter with an index in the other alphabet (K<sub>п</sub>) are no fault.

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
    message="{written} has letters that are not Latin: {points}.",
    hint="Switch the keyboard to English and type it again.",
)
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
    for value in texts.values:
        if not value.plain.isascii() and _is_identifier(value, texts):
            letters = re.findall(f"[{CYRILLIC}]", value.plain)
            if letters:
                yield fault(value.path, written=value.plain, points=code_points(letters))


@rule(
    "text-romanised-letters",
    Level.WARNING,
    message="“{word}” is Cyrillic ({points}) in a text that should be in Latin letters.",
    hint="Write it in Latin letters too.",
)
def romanised(texts: Texts) -> Iterator[Fault]:
    """A text that is marked as romanised has no Cyrillic letters.

    Indexes of the Latin world read such a list; a letter left in Cyrillic breaks the entry. What
    stands in an address of the web is left alone.

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
    """Whether a value is an identifier, or a code of a classification in Latin letters."""
    field = value.path[-1]
    return field in IDENTIFIERS or (field == "code" and value.path in texts.once(_latin_codes))


def _latin_codes(texts: Texts) -> frozenset[Path]:
    """Where the codes of classifications in Latin letters stand."""
    return frozenset(
        (*value.path[:-1], "code")
        for value in texts.values
        if value.path[-1] == "scheme" and value.plain.strip().upper() in LATIN_SCHEMES
    )


def _cyrillic_word(text: str) -> str | None:
    """The first word of a text, outside addresses, that is wholly in Cyrillic letters."""
    pieces = (piece for piece in text.split() if not _ADDRESS.search(piece))
    words = (word for piece in pieces for word in WORD.findall(piece) if has(CYRILLIC, word))
    return next((word for word in words if not has(LATIN, word)), None)


def _foreign(word: str, language: str | None) -> tuple[str, list[str]]:
    """The script (ISO 15924) of the letters that don't belong in a word, and these letters.

    The text's language tells, unless the word has hardly a letter of its alphabet.
    """
    latin, cyrillic = re.findall(f"[{LATIN}]", word), re.findall(f"[{CYRILLIC}]", word)
    is_latin_due = len(latin) >= len(cyrillic)
    if language is not None and max(len(latin), len(cyrillic)) < 4 * min(len(latin), len(cyrillic)):
        is_latin_due = is_romanised(language) or language_subtag(language) not in CYRILLIC_LANGUAGES
    return ("Cyrl", cyrillic) if is_latin_due else ("Latn", latin)


def _is_compound(word: str) -> bool:
    """Whether a word may be in two alphabets: a Latin one with an ending, an abbreviation in one.

    An abbreviation of letters that Cyrillic has too may as well be mistyped, but for a Kazakh
    ending.
    """
    acronym = _ACRONYM.match(word)
    is_latin = acronym and not LOOKALIKES.issuperset(acronym[1] or acronym[2])
    return bool(is_latin or _ROMAN.match(word) or _SUFFIXED.match(word))
