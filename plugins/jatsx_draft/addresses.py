"""Addresses and DOIs in the lines of an entry: whole, or divided at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jatsx_draft.joining import HYPHENS
from jatsx_draft.patterns import URL, doi_in
from jatsx_draft.printed import PrintedLine

LONGEST: Final = 160
"""The maximum number of characters of an address at the end of an entry."""

STOPS: Final = ".,;:)]>»”'\""
_OPENS: Final = "([«“—–"
_NEXT_ADDRESS = re.compile(r"[(\[<]+(?:https?://|www\.).*\Z")
_PART = re.compile(
    r"\S*[/_=&?#%]\S*|[a-z\d][a-z\d-]*-[a-z\d-]+\S*|\S+\.(?:pdf|html?|php|aspx?|docx?)"
)
_REST = re.compile(r"\s+[a-z\d_-]+(?:[\s.,;)\]>]*\Z|\]\()")
_LONE_REST = re.compile(r"[a-z\d._/-]\S*\d\S*|[._/-]\S+")
_OPEN = re.compile(r"(?:/\S*|_\S*)[/_=&?#%-]\Z")


@dataclass(frozen=True, slots=True)
class Address:
    """An address or a DOI in an entry, and whether more of it may be printed.

    Args:
        text: as far as it stands together; without stops at its end.
        is_cut: whether it may go on in the next line, or after a space.
    """

    text: str
    is_cut: bool


def url_of(text: str, lines: Sequence[PrintedLine]) -> Address | None:
    """The first address of an entry."""
    found = URL.search(text)
    if not found:
        return None
    address = trimmed(_NEXT_ADDRESS.sub("", found[0]))
    is_only_part = bool(_REST.match(text, found.end()))
    return Address(address, is_only_part or _is_divided(address, lines))


def doi_of(text: str, lines: Sequence[PrintedLine]) -> Address | None:
    """The first DOI of an entry."""
    found = doi_in(text)
    return Address(found, _is_divided(found, lines)) if found else None


def trimmed(address: str) -> str:
    """An address without the stops after it; a closing bracket stays if it is opened inside."""
    found = address
    while found and found[-1] in STOPS:
        if found[-1] == ")" and found.count("(") >= found.count(")"):
            break
        found = found[:-1]
    return found


def goes_on_in(before: str, after: str) -> bool:
    """Whether an address at the end of a text goes on in the line after it, which may be apart.

    >>> goes_on_in("URL: https://x.example/files/", "Report_2021.pdf")
    True
    >>> goes_on_in("URL: https://x.example/files/", "Report of the year")
    False
    """
    last = before.rstrip().rpartition(" ")[2]
    words = after.split()
    return bool(words) and bool(_OPEN.search(last)) and bool(_PART.fullmatch(words[0]))


def ends_inside(address: str, line: PrintedLine, after: PrintedLine | None) -> bool:
    """Whether an address ends a line, and a single word that may be the rest of it is the next."""
    if after is None or not line.text.rstrip().endswith(address):
        return False
    rest = after.text.strip()
    return bool(_LONE_REST.fullmatch(rest))


def lines_of_pages(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines as they are broken on the page."""
    return (part for line in lines for part in line.parts or (line,))


def _is_divided(address: str, lines: Sequence[PrintedLine]) -> bool:
    """Whether an address does not stand whole in a line, or may go on in the next one."""
    pages = list(lines_of_pages(lines))
    if not any(address in line.text for line in pages):
        return True
    ends = f" {STOPS}{HYPHENS}"
    return any(
        line.text.rstrip(ends).endswith(address.rstrip(ends)) and _may_go_on(line.text, after.text)
        for line, after in pairwise(pages)
    )


def _may_go_on(text: str, following: str) -> bool:
    """Whether a line may continue the address at the end of the line before it."""
    first = following.lstrip()[:1]
    if not first or first in _OPENS:
        return False
    is_stopped = text.rstrip()[-1:] in STOPS
    return first.islower() or first.isdigit() or first in "/%&?=_-#" or not is_stopped
