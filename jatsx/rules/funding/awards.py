"""What is asked of the number of a grant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Award
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import CYRILLIC

_LOOKALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_GRANT = re.compile(f"[A-Z{CYRILLIC}]{{2}}[0-9]{{8}}\\Z")
_SPACED_GRANT = re.compile(r"[A-Z]{2}\s+[0-9]{8}\Z")
_SIGN = re.compile(
    r"(?:(?:№|#)\s*|N[o°º](?:\.\s*|\s+)(?=\S*\d)|(?:grant|грант|номер|нөмірі)(?=[\s№#:])[\s:]*)+",
    re.IGNORECASE,
)


@rule(
    "award-number-letters",
    Level.WARNING,
    message="The number {number} has letters that only look Latin: {points}.",
    hint="Switch the keyboard to English and type it again: {example}.",
)
def award_letters(award: Award) -> Iterator[Fault]:
    """The letters of a grant's number are Latin, where its form is that of Kazakhstan's grants.

    AP19679313, typed on a Cyrillic keyboard, looks the same and is found nowhere. Russian grants
    have Cyrillic letters of their own (МК-1234.2020.1) and are left alone.

    Source: Science Committee of Kazakhstan: registration numbers of grants (AP, BR and others).

    Good:

        number: AP19679313

    Bad:

        number: АР19679313
    """
    number = (award.number or "").strip()
    latin = number.translate(_LOOKALIKES)
    if number != latin and latin.isascii() and _GRANT.match(number):
        letters = [letter for letter in number if not letter.isascii()]
        yield fault("number", number=number, points=code_points(letters), example=latin)


@rule(
    "award-number-sign",
    Level.WARNING,
    message="“{sign}” stands before the number.",
    hint="Write the number alone: {example}.",
)
def sign(award: Award) -> Iterator[Fault]:
    """A grant's number stands alone: no sign № or #, no word before it.

    Funders and registries match the number as it is, signs and all.

    Source: Crossref documentation, markup guide, "Funding information": ``award_number``.

    Good:

        number: AP14870606

    Bad:

        number: "#AP14870606"
    """
    number = (award.number or "").strip()
    found = _SIGN.match(number)
    if found and found.end() < len(number):
        yield fault("number", sign=found[0].strip(), example=number[found.end() :])


@rule(
    "award-number-space",
    Level.WARNING,
    message="There is a space in the grant's number {number}.",
    hint="Write it as the funder does: {example}.",
)
def space(award: Award) -> Iterator[Fault]:
    """A grant's number has no space between its letters and digits.

    Asked of numbers of the form that Kazakhstan's grants have.

    Source: Science Committee of Kazakhstan: registration numbers of grants (AP, BR and others).

    Good:

        number: BR18574168

    Bad:

        number: BR 18574168
    """
    number = (award.number or "").strip()
    if _SPACED_GRANT.match(number):
        yield fault("number", number=number, example="".join(number.split()))
