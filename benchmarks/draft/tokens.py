"""Whether an identifier or a date stands in print as a whole: no part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from jatsx import dates
from jatsx_draft.printed import Gap, PrintedLine

_WHOLE: Final = re.compile(
    r"(?:doi|url|email|orcid|code|issn\.\w+|awards\[\d+\]\.number|pages\.\w+)\Z"
)
_DATE: Final = re.compile(r"(?:issue\.year|dates\..+|published\..+)\Z")
_NUMBERED = re.compile(r"\[?\d{1,3}[\].)]\s")
_MONTH_LETTERS: Final = 3
"""How many letters of the name of a month must be right: the others may be misspelt in print."""


def is_identifier(path: str) -> bool:
    """Whether the value at a path is an identifier, an address or a code."""
    return bool(_WHOLE.search(path))


def is_date(path: str) -> bool:
    """Whether the value at a path is a date or a year."""
    return bool(_DATE.search(path))


def has_token(value: str, lines: Sequence[PrintedLine]) -> bool:
    """Whether a line has a value, or a link leads to it, and nothing of it is left before or after.

    >>> line = PrintedLine("https://doi.org/10.5555/water.19", "issue.txt", 1)
    >>> has_token("10.5555/water.19", [line]), has_token("10.5555/water", [line])
    (True, False)
    """
    pattern = re.compile(
        rf"(?<![^\W_])(?<![@+]){re.escape(value)}(?!\w|[-/_.%=&?#@]+\w)", re.IGNORECASE
    )
    targets = (span.target.removeprefix("mailto:") for line in lines for span in line.spans)
    if any(pattern.search(target) for target in targets):
        return True
    if " " in value and any(
        pattern.search(f"{one.text} {two.text}") for one, two in pairwise(lines)
    ):
        return True
    following = [*lines[1:], None]
    return any(
        value.isdigit() or not _may_go_on(line.text[found.end() :], after)
        for line, after in zip(lines, following, strict=True)
        for found in pattern.finditer(line.text)
    ) or any(line.folio == value for line in lines)


def _may_go_on(rest: str, after: PrintedLine | None) -> bool:
    """Whether a value at the end of a line may go on in the next line of the paragraph."""
    if rest.strip("-/_.%=&?#") or after is None or after.gap is not Gap.NONE:
        return False
    if after.bullet or _NUMBERED.match(after.text):
        return False
    return bool(re.match(r"[\w/%=&?#]", after.text)) and not after.text[0].isupper()


def has_date(value: str, lines: Sequence[PrintedLine]) -> bool:
    """Whether a line, or two lines together, have the year, the month and the day of a date."""
    pairs = (f"{one.text} {two.text}" for one, two in pairwise(lines))
    return any(_has_date(value, text) for text in (*(line.text for line in lines), *pairs))


def _has_date(value: str, text: str) -> bool:
    year, *rest = value.split("-")
    numbers = {number.lstrip("0") for number in re.findall(r"(?<!\d)\d{1,4}(?!\d)", text)}
    if year not in numbers:
        return False
    has_month = not rest or rest[0].lstrip("0") in numbers or _has_month(rest[0], text)
    return has_month and (len(rest) < 2 or rest[1].lstrip("0") in numbers)


def _has_month(month: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return any(word.startswith(start) for word in words for start in _month_starts(month))


@cache
def _month_starts(month: str) -> frozenset[str]:
    """How the names of a month begin."""
    names = (
        word
        for form in dates.printed_forms(f"2000-{month}")
        for word in re.findall(r"[^\W\d_]{3,}", form.casefold())
    )
    return frozenset(name[:_MONTH_LETTERS] for name in names)
