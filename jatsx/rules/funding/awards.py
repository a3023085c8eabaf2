"""Rules on award numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Award
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, mended, rule
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
    message=(
        "The award number {number} contains letters that look Latin but are not:"
        " {points:character}."
    ),
    hint="Switch the keyboard to English and type the number again: {example}.",
)
def award_letters(award: Award) -> Iterator[Fault]:
    """The letters in an award number from Kazakhstan are Latin.

    If AP19679313 is typed with Cyrillic letters, it looks the same, but a search does not find it.
    The rule checks only numbers with two letters and eight digits, which is the form used in
    Kazakhstan. Russian award numbers (МК-1234.2020.1) may contain Cyrillic letters.

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
    message="The award number starts with “{sign}”.",
    hint="Write only the number: {example}.",
    mends=True,
)
def sign(award: Award) -> Iterator[Fault]:
    """An award number has no sign (№, #) and no word (grant) before it.

    Funders and registries compare the number as text, including such signs and words.

    Source: Crossref documentation, markup guide, "Funding information": ``award_number``.

    Good:

        number: AP14870606

    Bad:

        number: "#AP14870606"
    """
    number = (award.number or "").strip()
    found = _SIGN.match(number)
    if found and found.end() < len(number):
        bare = number[found.end() :]
        mends = mended("number", award.number, bare)
        yield fault("number", sign=found[0].strip(), example=bare).with_mends(mends)


@rule(
    "award-number-space",
    Level.WARNING,
    message="The award number {number} contains a space.",
    hint="Write the number without the space: {example}.",
    mends=True,
)
def space(award: Award) -> Iterator[Fault]:
    """An award number from Kazakhstan has no space between its letters and digits.

    The rule checks only numbers with two letters and eight digits, which is the form used in
    Kazakhstan.

    Source: Science Committee of Kazakhstan: registration numbers of grants (AP, BR and others).

    Good:

        number: BR18574168

    Bad:

        number: BR 18574168
    """
    number = (award.number or "").strip()
    if _SPACED_GRANT.match(number):
        bare = "".join(number.split())
        mends = mended("number", award.number, bare)
        yield fault("number", number=number, example=bare).with_mends(mends)
