"""Rules on subject codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import SubjectCode
from jatsx.rules.common import code_points, fault, odd_characters
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import srsti_first_level, subject_scheme

LATIN_SCHEMES: Final = ("JEL", "MSC", "PACS", "ACM")
"""Classifications whose codes are in Latin letters."""

_SRSTI = re.compile(r"[0-9]{2}(?:\.[0-9]{2}){0,2}\Z")


@rule(
    "subject-code-form",
    Level.WARNING,
    message="“{code}” is not a valid {scheme} code.",
    hint=(
        "Write one to three pairs of digits, separated by dots: 11.25.15. Write each code as a"
        " separate entry under `subject_codes`."
    ),
)
def code_form(subject: SubjectCode) -> Iterator[Fault]:
    """An SRSTI code (МРНТИ, ҒТАМР) is one to three pairs of digits, separated by dots.

    Each code is a separate entry. The rule does not check codes of other classifications.

    Source: State Rubricator of Scientific and Technical Information (GOST R 7.0.49).

    Good:

        scheme: SRSTI
        code: 11.25.15

    Bad:

        scheme: SRSTI
        code: 11.25.15, 11.25.09
    """
    if _is_srsti(subject) and subject.code and not _SRSTI.match(subject.code):
        yield fault("code", code=subject.code, scheme=subject.scheme)


@rule(
    "subject-code-unknown",
    Level.WARNING,
    message="“{code}” is not a valid {scheme} code: section {section} does not exist.",
    hint="Look up the code in the classification, and correct it.",
)
def code_unknown(subject: SubjectCode) -> Iterator[Fault]:
    """The first two digits of an SRSTI code (МРНТИ, ҒТАМР) are a section of SRSTI.

    If the section does not exist, the code is mistyped, and an index cannot classify the article
    by it. The rule does not check the other digits.

    Source: State Rubricator of Scientific and Technical Information, first level.

    Good:

        scheme: МРНТИ
        code: 11.25.15

    Bad:

        scheme: МРНТИ
        code: 01.25.15
    """
    if not _is_srsti(subject) or not _SRSTI.match(subject.code):
        return
    section = subject.code[:2]
    if section not in srsti_first_level():
        yield fault("code", code=subject.code, scheme=subject.scheme, section=section)


@rule(
    "subject-code-letter",
    Level.WARNING,
    message="The {scheme} code {code} contains letters that are not Latin: {points:character}.",
    hint="Switch the keyboard to English, and type the code again.",
)
def code_letter(subject: SubjectCode) -> Iterator[Fault]:
    """The codes of JEL, MSC, PACS and ACM are in Latin letters.

    A Cyrillic letter that looks like a Latin letter makes the code a different one. Codes of UDC
    and BBK may contain Cyrillic letters.

    Source: American Economic Association, "JEL Classification System".

    Good:

        scheme: JEL
        code: C02

    Bad:

        scheme: JEL
        code: С02
    """
    letters = [one for one in odd_characters(subject.code) if one.isalpha()]
    if letters and subject.scheme.strip().upper() in LATIN_SCHEMES:
        points = code_points(letters)
        yield fault("code", code=subject.code, scheme=subject.scheme, points=points)


def _is_srsti(subject: SubjectCode) -> bool:
    return subject_scheme(subject.scheme) == "SRSTI"
