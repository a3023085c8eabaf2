"""The journal and the issue, as far as the pages before the first article say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jatsx_draft.contents import Contents, Divider
from jatsx_draft.dates import month_of
from jatsx_draft.evidence import Drafted, at, value_at
from jatsx_draft.issue_text import IssueText
from jatsx_draft.letters import folded, language_of
from jatsx_draft.patterns import ISSN
from jatsx_draft.printed import PrintedLine

LONGEST: Final = 160
"""The maximum number of characters of a line that tells the number or the year of the issue."""

_NUMBER = re.compile(
    r"(?:№|\bNo?\.?\s|\bissue\s|\bвыпуск\s|\bшығарылым\s)\s?(\d{1,3})(?!\d|[-–/.]\S)", re.I
)
_WHOLE = re.compile(r"\s*\((\d{1,4})\)")
_VOLUME = re.compile(
    r"(?:\bvol(?:ume|\.)?\s|\bтом\s|\bт\.\s)\s?(\d{1,3})\b|\b(\d{1,3})\s?-?\s?том\b", re.I
)
_YEAR = re.compile(r"(?:\A|[\s,(])((?:19|20)\d\d)\s?(?:ж(?:ыл)?\.?|г(?:од)?\.?)?[\s.,)]*\Z")
_ELECTRONIC = re.compile(r"e-?issn|online|электрон|онлайн|\be\b", re.I)
_PRINT = re.compile(r"print|печат|баспа|p-?issn", re.I)


def add_masthead(draft: Drafted, text: IssueText, first: int, last: int) -> None:
    """Adds what the pages before the first and after the last article say.

    Args:
        draft: the data of the issue.
        text: the issue.
        first: the first line of the first article.
        last: the line after the last article.
    """
    front = list(text.lines[:first])
    _add_issns(draft, [*front, *text.lines[last:]])
    _add_number(draft, front)


def _add_issns(draft: Drafted, lines: Sequence[PrintedLine]) -> None:
    """Adds the ISSNs; what is not called electronic or print is a print ISSN."""
    for line in lines:
        for found in ISSN.finditer(line.text):
            before = line.text[: found.start()]
            if not re.search(r"ISSN", line.text, re.IGNORECASE):
                continue
            after = line.text[found.end() :][:25]
            near = before[-20:].rpartition(";")[2]
            is_electronic = bool(
                _ELECTRONIC.search(near) or _ELECTRONIC.search(after.split(";")[0])
            )
            name = (
                "electronic"
                if is_electronic and not _PRINT.search(after.split(";")[0])
                else "print"
            )
            _put_or_compare(draft, ("journal", "issn", name), _issn(found[1]), line)


def _issn(printed: str) -> str:
    """An ISSN with a hyphen and a Latin X."""
    plain = re.sub(r"\s?[-–]\s?", "-", printed)
    return plain.replace("х", "X").replace("Х", "X").replace("x", "X")


def _add_number(draft: Drafted, lines: Sequence[PrintedLine]) -> None:
    for line in lines:
        if len(line.text) > LONGEST or ISSN.search(line.text):
            continue
        number = _NUMBER.search(line.text)
        if number:
            _put_or_compare(draft, ("number",), number[1], line)
            whole = _WHOLE.match(line.text, number.end())
            if whole:
                _put_or_compare(draft, ("whole_number",), whole[1], line)
            _add_month(draft, line, number.end())
        volume = _VOLUME.search(line.text)
        if volume:
            _put_or_compare(draft, ("volume",), volume[1] or volume[2], line)
        year = _YEAR.search(line.text)
        if year and (len(line.text) < 12 or number or volume or "©" in line.text):
            _put_or_compare(draft, ("year",), year[1], line)


def _add_month(draft: Drafted, line: PrintedLine, end: int) -> None:
    """Adds the month of the issue, printed after its number; the date is derived with the year."""
    for word in re.findall(r"[^\W\d_]{3,}", line.text[end:])[:3]:
        month, is_misspelt = month_of(word)
        if month and not is_misspelt:
            draft.data.setdefault("_month", (month, line))


def add_published(draft: Drafted) -> None:
    """Derives the date of publication from the month and the year of the issue."""
    month = draft.data.pop("_month", None)
    year = draft.data.get("year")
    if month and year:
        number, line = month
        draft.derive(("published", "print"), f"{year}-{number:02}", "month-of-issue", [line])


def _put_or_compare(draft: Drafted, path: tuple[str, ...], value: str, line: PrintedLine) -> None:
    known = value_at(draft.data, path)
    if not known:
        draft.put(path, value, [line])
    elif known == value:
        draft.confirm(path)
    else:
        draft.doubt(
            "draft-value-differs",
            path,
            [line],
            value=str(known),
            other=value,
            where=at(line),
        )


def add_sections(draft: Drafted, contents: Contents, titles: Sequence[Divider]) -> None:
    """Adds the sections of the contents, and those whose titles are only above their articles."""
    for n, section in enumerate(contents.sections):
        lines = list(section.lines.values())
        draft.put(("sections", n, "id"), section.number or str(n + 1), lines[:1])
        for language, title in section.titles.items():
            draft.put(("sections", n, "title", language), title, [section.lines[language]])
    for divider in titles:
        listed = draft.data.setdefault("sections", [])
        known = [n for n, one in enumerate(listed) if one["id"] == divider.number]
        n = known[0] if known else len(listed)
        if not known:
            draft.put(("sections", n, "id"), divider.number, [divider.line])
        _add_divider(draft, ("sections", n, "title", language_of(divider.title) or "en"), divider)
    if not draft.data.get("sections"):
        draft.data.pop("sections", None)


def _add_divider(draft: Drafted, path: tuple[str | int, ...], divider: Divider) -> None:
    """Adds the title of a section, or compares it with the one in the contents."""
    known = value_at(draft.data, path)
    if known is None:
        draft.put(path, divider.title, [divider.line])
    elif folded(str(known)) == folded(divider.title):
        draft.confirm(path)
    else:
        draft.doubt(
            "draft-value-differs",
            path,
            [divider.line],
            value=str(known),
            other=divider.title,
            where=at(divider.line),
        )
