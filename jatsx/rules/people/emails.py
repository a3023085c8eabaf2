"""Rules on e-mail addresses."""

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
"""The maximum number of characters in an address (RFC 5321, 4.5.3.1.3)."""

_NOT_IN_A_WORD = r"\s@<>()\[\]\\,;:\"|"
_ADDRESS = re.compile(rf"[^{_NOT_IN_A_WORD}]{{1,64}}@[^{_NOT_IN_A_WORD}_/]{{1,255}}\Z")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?\Z")
_LOOKS_LATIN = re.compile("[асеорхукміАСЕОРХУКМТВНІ]+\\Z")
_WORD = re.compile(r"[^\W_]+")


@rule(
    "contributor-email-form",
    Level.WARNING,
    message="“{email}” is not a valid e-mail address.",
    hint="Write one address such as name@example.org, without mailto:, brackets, spaces or commas.",
)
def form(contributor: Contributor) -> Iterator[Fault]:
    """The e-mail field contains one e-mail address and nothing else.

    Common errors are two addresses in one field, a space left by a line break, ``mailto:`` copied
    from a link, and a backslash before an underscore. The rule does not check whether the address
    exists. Addresses with Cyrillic letters (RFC 6531) are valid.

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
    message=(
        "“{word}” in the e-mail address is written in Cyrillic letters that look like Latin"
        " letters: {points:character}."
    ),
    hint="Switch the keyboard to English and type the address again.",
)
def letter(contributor: Contributor) -> Iterator[Fault]:
    """An e-mail address in Latin letters contains no Cyrillic letters that look the same.

    An e-mail to mail.ру, where the last two letters are Cyrillic, is not delivered. The rule checks
    each part of the address. A part that mixes Latin and Cyrillic letters is reported by
    ``text-script-mixed``.

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
