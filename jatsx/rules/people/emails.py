"""What is asked of an e-mail address by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Contributor
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import CYRILLIC

LONGEST: Final = 254
"""Characters of an address (RFC 5321, 4.5.3.1.3)."""

_NOT_IN_A_WORD = r"\s@<>()\[\]\\,;:\"|"
_ADDRESS = re.compile(rf"[^{_NOT_IN_A_WORD}]{{1,64}}@[^{_NOT_IN_A_WORD}_/]{{1,255}}\Z")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?\Z")
_LOOKS_LATIN = re.compile("[асеорхукміАСЕОРХУКМТВНІ]+\\Z")
_WORD = re.compile(r"[^\W_]+")


@rule(
    "contributor-email-form",
    Level.WARNING,
    message="“{email}” is not one e-mail address.",
    hint=(
        "Write a single address alone, without mailto:, brackets, spaces or commas. It has one @,"
        " and a stop in what follows."
    ),
)
def form(contributor: Contributor) -> Iterator[Fault]:
    """An e-mail is one address and nothing besides: a name, an @, and a domain with a stop in it.

    Of what looks otherwise the most frequent are two addresses in one field, a space that a line
    break left, ``mailto:`` that a link left, and a backslash before an underscore. Whether the
    address exists isn't asked. An address in Cyrillic letters (RFC 6531) is right.

    Source: RFC 5322, "Addr-Spec Specification"; RFC 6531.

    Good:

        email: dove_2003@mail.ru

    Bad:

        email: mailto:dove_2003@mail.ru
    """
    email = (contributor.email or "").strip()
    if email and not _is_address(email):
        yield fault("email", email=email)


@rule(
    "contributor-email-letter",
    Level.WARNING,
    message="“{word}” in the e-mail is in Cyrillic letters that only look Latin: {points}.",
    hint="Switch the keyboard to English and type the address again.",
)
def letter(contributor: Contributor) -> Iterator[Fault]:
    """No part of a Latin e-mail address is in Cyrillic letters that look like Latin ones.

    A letter to mail.ру, with the two last letters in Cyrillic, goes nowhere. Parts in which both
    alphabets meet are found in every text, and aren't told here again.

    Source: Unicode Technical Standard 39, "Confusable Detection".

    Good:

        email: alipbayev19@gmail.com

    Bad:

        email: alipbayev19@gmail.сом
    """
    words = _WORD.findall(contributor.email or "")
    if not any(word.isascii() and not word.isdigit() for word in words):
        return
    for word in words:
        if _LOOKS_LATIN.match(word):
            letters = re.findall(f"[{CYRILLIC}]", word)
            yield fault("email", excerpt=word, word=word, points=code_points(letters))


def _is_address(email: str) -> bool:
    local, _, domain = email.rpartition("@")
    labels = domain.split(".")
    return (
        len(email) <= LONGEST
        and bool(_ADDRESS.match(email))
        and not ({"", " "} & {*local.split(".")})
        and len(labels) > 1
        and all(map(_LABEL.match, labels))
        and not labels[-1].isdigit()
    )
