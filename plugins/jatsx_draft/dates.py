"""The dates of an article: received, revised, accepted, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from jatsx import dates
from jatsx_draft.labels import USUAL, Labels
from jatsx_draft.letters import spaced
from jatsx_draft.printed import PrintedLine
from jatsx_draft.words.labels import LabelKind

LANGUAGES: Final = ("kk", "ru", "en")
MONTHS: Final = 12
LONGEST: Final = 220
"""The maximum number of characters of a line with dates."""

DATE_KINDS: Final = (LabelKind.RECEIVED, LabelKind.REVISED, LabelKind.ACCEPTED, LabelKind.PUBLISHED)
_YEAR_WORD = r"(?:г(?:ода|од)?|ж(?:ылғы|ылдың|ылы|ыл)?)\b\.?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_FORMS: Final = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]+(?:of\s+)?(?P<month>{_MONTH})[\s,]+(?P<year>\d{{4}})",
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}})\s*{_YEAR_WORD}\s*(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})",
    r"(?P<day>\d{1,2})\s?[./-]\s?(?P<number>\d{1,2})\s?[./-]\s?(?P<year>\d{4})",
    r"(?P<year>\d{4})[./-](?P<number>\d{1,2})[./-](?P<day>\d{1,2})",
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with its label.

    Args:
        kind: received, revised, accepted or published.
        iso: the date: YYYY-MM-DD.
        written: the date as printed.
        line: its line.
        is_misspelt: whether the name of the month has a wrong letter.
        other: the date if day and month are the other way round; empty if that is not possible.
    """

    kind: LabelKind
    iso: str
    written: str
    line: PrintedLine
    is_misspelt: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    iso: str
    written: str
    is_misspelt: bool
    other: str


def dates_of(lines: Sequence[PrintedLine], labels: Labels = USUAL) -> list[PrintedDate]:
    """The labelled dates of lines."""
    found: list[PrintedDate] = []
    waiting: LabelKind | None = None
    for line in lines:
        own = list(_dates_of_line(line, waiting, labels))
        found += own
        label = labels.of(line.text)
        is_waiting = label and label.is_whole and label.kind in DATE_KINDS
        waiting = label.kind if label and is_waiting else None
    return found


def has_dates(line: PrintedLine, labels: Labels = USUAL) -> bool:
    """Whether a line contains dates with labels, and little else."""
    return any(_dates_of_line(line, None, labels))


def _dates_of_line(
    line: PrintedLine, waiting: LabelKind | None, labels: Labels
) -> Iterator[PrintedDate]:
    text = line.text
    if len(text) > LONGEST:
        return
    at = 0
    for date in _written_dates(text):
        before = text[at : date.start]
        kind = _kind_of(before, labels)
        if kind is None and waiting and not spaced(before).strip(" .:–-"):
            kind = waiting
        if kind is not None:
            yield PrintedDate(kind, date.iso, date.written, line, date.is_misspelt, date.other)
        at = date.end


def _kind_of(before: str, labels: Labels) -> LabelKind | None:
    """What the words before a date say."""
    plain = spaced(re.sub(r"[*_|/;,()\[\]]|\s[–—-]\s", " ", before)).strip(" .:–—-")
    if not plain or len(plain) > 80:
        return None
    words = plain.split(" ")
    options = [words, *(words[-n:] for n in (5, 4, 3, 2, 1)), *(words[:n] for n in (4, 3, 2, 1))]
    for option in options:
        label = labels.of(" ".join(option).rstrip(":. "))
        if label and label.is_whole and label.kind in DATE_KINDS:
            return label.kind
    return None


def _written_dates(text: str) -> list[_Found]:
    """The dates in a text, in order."""
    found: list[_Found] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            overlaps = any(one.start < match.end() and match.start() < one.end for one in found)
            date = None if overlaps else _read(match)
            if date:
                found.append(date)
    return sorted(found, key=lambda one: one.start)


def _read(match: re.Match[str]) -> _Found | None:
    parts = match.groupdict()
    year, day = parts["year"], int(parts["day"])
    is_misspelt, other = False, ""
    if parts.get("number"):
        month = int(parts["number"])
        day_first = match.re is _PATTERNS[3]
        if day_first and day <= MONTHS and month != day:
            other = _iso(year, day, month)
        if month > MONTHS >= day and day_first:
            day, month = month, day
    else:
        named, is_misspelt = month_of(parts["month"])
        if named is None:
            return None
        month = named
    iso = _iso(year, month, day)
    if not iso:
        return None
    return _Found(match.start(), match.end(), iso, match[0], is_misspelt, other)


def _iso(year: str, month: int, day: int) -> str:
    """The ISO form of a date; empty if there is no such day."""
    iso = f"{year}-{month:02}-{day:02}"
    return iso if dates.parse_date(iso) else ""


def month_of(written: str) -> tuple[int | None, bool]:
    """The number of a month, and whether its name has a wrong letter.

    >>> month_of("маусым"), month_of("Marsh")
    ((6, False), (3, True))
    """
    name = written.rstrip(".").casefold()
    whole = dates.month_named(name, LANGUAGES)
    if whole:
        return whole, False
    for number, known in _names():
        is_short = len(name) >= 3 and known.startswith(name) and written.endswith(".")
        if is_short or name in (f"{known}да", f"{known}де", f"{known}ның", f"{known}ы"):
            return number, False
    if len(name) < 4:
        short = {number for number, known in _names() if known.startswith(name)}
        return (short.pop(), False) if len(short) == 1 else (None, False)
    near = {number for number, known in _names() if _is_one_slip(name, known)}
    return (near.pop(), True) if len(near) == 1 else (None, False)


@cache
def _names() -> Sequence[tuple[int, str]]:
    """The numbers of months with their names, whole and short."""
    return [
        (number, name)
        for number in range(1, MONTHS + 1)
        for form in dates.printed_forms(f"2000-{number:02}")
        if (name := form.split()[0].casefold().rstrip(".,")).isalpha()
    ]


def _is_one_slip(written: str, known: str) -> bool:
    """Whether a word differs from another by one letter."""
    if abs(len(written) - len(known)) > 1 or len(known) < 3:
        return False
    shorter, longer = sorted((written, known), key=len)
    same = next((n for n, one in enumerate(shorter) if one != longer[n]), len(shorter))
    if len(shorter) == len(longer):
        return shorter[same + 1 :] == longer[same + 1 :]
    return shorter[same:] == longer[same + 1 :]
