"""What is asked of a subject code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import SubjectCode
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import srsti_first_level, subject_scheme

_SRSTI = re.compile(r"[0-9]{2}(?:\.[0-9]{2}){0,2}\Z")


@rule(
    "subject-code-form",
    Level.WARNING,
    message="{code} is not written as a code of {scheme}.",
    hint=(
        "Write two, four or six digits with dots between the pairs: 11.25.15. Give each code an"
        " entry of its own."
    ),
)
def code_form(subject: SubjectCode) -> Iterator[Fault]:
    """A code of SRSTI (МРНТИ, ҒТАМР) is one to three pairs of digits, apart by dots.

    Other schemes aren't looked at.

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
    message="{scheme} has no section {section}, so there is no code {code}.",
    hint="Look the code up in the rubricator.",
)
def code_unknown(subject: SubjectCode) -> Iterator[Fault]:
    """The first two digits of a code of SRSTI are those of one of its sections.

    Others are mistyped: an index can put the article nowhere.

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


def _is_srsti(subject: SubjectCode) -> bool:
    return subject_scheme(subject.scheme) == "SRSTI"
