"""What stands at the start of a line of a reference list: numbers, bullets and headings.

A number has at most three digits: a year is a part of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

HEADINGS: Final = frozenset(
    (
        # English
        *("references", "reference list", "list of references", "bibliography", "works cited"),
        *("literature", "list of literature", "sources", "list of sources"),
        # Russian, also romanised
        *("литература", "список литературы", "использованная литература"),
        *("список использованной литературы", "список цитируемой литературы"),
        *("источники", "использованные источники", "список источников"),
        *("список использованных источников", "источники и литература", "библиография"),
        *("список источников и литературы", "список литературы и источников"),
        *("список использованных источников и литературы", "библиографический список"),
        *("literatura", "spisok literatury", "spisok ispolzovannoi literatury"),
        *("spisok ispolzovannoy literatury", "spisok ispol'zovannoi literatury"),
        # Kazakh
        *("әдебиет", "әдебиеттер", "әдебиеттер тізімі", "пайдаланылған әдебиет"),
        *("пайдаланылған әдебиеттер", "пайдаланылған әдебиеттер тізімі"),
        *("қолданылған әдебиеттер", "қолданылған әдебиеттер тізімі"),
        *("дереккөздер", "дереккөздер тізімі", "пайдаланылған дереккөздер"),
        *("пайдаланылған дереккөздер тізімі", "библиографиялық тізім"),
    )
)
"""The headings of reference lists, in lower case."""

CAPITALS: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
"""The capital letters of the three languages, for a class in a regular expression."""

_NUMBER: Final = re.compile(
    r"(?:\[(\d{1,3})\][.)]?|(\d{1,3})(?:[.)](?!\d)|(?=\t)))\s*(?P<rest>.*)", re.DOTALL
)
_IN_PARENTHESES: Final = re.compile(r"\((\d{1,3})\)\.?\s*(?P<rest>.*)", re.DOTALL)
_BARE: Final = re.compile(
    rf"(\d{{1,3}})\s+(?P<rest>[«“\"]?[{CAPITALS}].*)", re.DOTALL
)  # before a capital letter
STYLES: Final = (_NUMBER, _IN_PARENTHESES, _BARE)
"""The styles of numbers: ``1.`` and the like, ``(1)``, ``1``. A list has numbers of one style."""

_BULLET: Final = re.compile(r"([•●▪◦‣·]|[-–—*](?=\s))\s*(?P<rest>.*)", re.DOTALL)
_PAGES: Final = r"(?:[СсБбPp]|pp|стр|бет)\.\s*\d"
_CONTINUES: Final = re.compile(rf"[-–—/:;,.=)]|{_PAGES}")
_CONTINUES_AFTER_BULLET: Final = re.compile(
    rf"{_CONTINUES.pattern}|\d{{4}}\b|\d+\s*(?:с|б|бет|стр|p)\b|[А-ЯA-Z][а-яa-z]{{0,8}}\.?:"
)
_AROUND_HEADING: Final = " \t#*_:."
_PARTS: Final = re.compile(r"\s*[/|]\s*")


class Numbered(NamedTuple):
    """A number at the start of a line, and what follows it."""

    number: int
    rest: str

    @property
    def is_entry(self) -> bool:
        """Whether the rest looks like the beginning of an entry, not like pages of one."""
        return not _CONTINUES.match(self.rest)


class Bulleted(NamedTuple):
    """A bullet or dash at the start of a line, and what follows it."""

    bullet: str
    rest: str

    @property
    def is_entry(self) -> bool:
        """Whether the rest looks like the beginning of an entry, not like a place or pages."""
        return not _CONTINUES_AFTER_BULLET.match(self.rest)


def numbered(line: str, style: re.Pattern[str] = _NUMBER) -> Numbered | None:
    """The number at the start of a line; None if there is none in this style.

    >>> numbered("2. Kim N."), numbered("[3] Omarov A.").number, numbered("2019. – 5 p.")
    (Numbered(number=2, rest='Kim N.'), 3, None)
    """
    found = style.match(line)
    if found is None:
        return None
    return Numbered(int(next(filter(None, found.groups()))), found["rest"])


def is_bare_number(line: str, number: int) -> bool:
    """Whether a line starts with this number, without a stop, before a capital letter."""
    found = numbered(line, _BARE)
    return found is not None and found.number == number


def bulleted(line: str) -> Bulleted | None:
    """The bullet at the start of a line; None if there is none."""
    found = _BULLET.match(line)
    return Bulleted(found[1], found["rest"]) if found else None


def mark_of(text: str) -> str:
    """The number or bullet at the start of a text; empty if there is none.

    >>> mark_of("[2] Kim N."), mark_of("1984. A novel")
    ('[2]', '')
    """
    for pattern in (_NUMBER, _BULLET):
        if found := pattern.match(text):
            return text[: found.start("rest")].strip()
    return ""


def is_heading(line: str) -> bool:
    """Whether a line is a heading of a reference list, in one or more languages.

    >>> is_heading("СПИСОК ЛИТЕРАТУРЫ:"), is_heading("Әдебиеттер / References")
    (True, True)
    """
    parts = _PARTS.split(" ".join(line.split()).strip(_AROUND_HEADING).casefold())
    return all(part.strip(_AROUND_HEADING) in HEADINGS for part in parts)


def without_marks(texts: Sequence[str]) -> list[str]:
    """The entries of a list without their numbers, if these are 1, 2, 3 …, and without bullets.

    >>> without_marks(["1. Belov V.", "2. Kim N."]), without_marks(["1984. A novel", "2. Kim N."])
    (['Belov V.', 'Kim N.'], ['1984. A novel', '2. Kim N.'])
    """
    for style in STYLES:
        found = [numbered(text, style) for text in texts]
        is_list = len(texts) > 1 or (style is not _BARE and bool(texts))
        if is_list and [one and one.number for one in found] == [*range(1, len(texts) + 1)]:
            return without_marks([one.rest for one in found if one])
    bullets = [bulleted(text) for text in texts]
    if texts and all(bullets):
        return without_marks([one.rest for one in bullets if one])
    return list(texts)
