"""Whether each drafted value stands in print at the place given for it, or is marked as derived.

Identifiers, addresses and dates must be printed as they are, as a whole (:mod:`tokens`); of texts
the letters count.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.draft.comparison import letters
from benchmarks.draft.drafts import DERIVED, DraftedArticle
from benchmarks.draft.tokens import has_date, has_token, is_date, is_identifier
from jatsx.model.text import Prose, Text
from jatsx_draft.printed import PrintedLine

BEFORE: Final = 8
"""A value may begin some lines before the place, for example a title of several lines."""

AFTER: Final = 30
"""The place may be the first line of a paragraph of many lines, for example of keywords in PDF."""

LEAST_PIECE: Final = 8
MOST_PIECES: Final = 12
"""Of how many letters the pieces are at least into which other text divides a value, and how many
pieces there may be."""

_MADE: Final = frozenset({"id", "kind", "affiliations", "section", "scheme", "articles"})
"""Names that the draft makes for its own use: ids, and the kind of a contributor."""

_PLACE = re.compile(r"(?P<file>.*?):(?:p(?P<page>\d+):)?(?P<line>\d+)\Z")


@dataclass(frozen=True, slots=True)
class Invented:
    """A value that does not stand in print at its place, or that has no place."""

    article: str
    path: str
    value: str
    place: str


def invented_values(draft: DraftedArticle, lines: Sequence[PrintedLine]) -> Iterator[Invented]:
    """The values of an article that are not printed and not marked as derived.

    Args:
        draft: the article.
        lines: the printed lines of the issue.
    """
    numbers = {(line.page, line.line): at for at, line in enumerate(lines)}
    for path, value in _values(draft.article.model_dump(exclude_defaults=True)):
        origin = draft.origin(path)
        if origin.sure == DERIVED or not letters(value):
            continue
        if not _is_printed(path, value, origin.place, lines, numbers):
            yield Invented(draft.article.id, path, value, origin.place)


def _is_printed(
    path: str,
    value: str,
    place: str,
    lines: Sequence[PrintedLine],
    numbers: Mapping[tuple[int | None, int], int],
) -> bool:
    found = _PLACE.match(place)
    if found is None:
        return False
    page = int(found["page"]) if found["page"] else None
    at = numbers.get((page, int(found["line"])))
    if at is None:
        return False
    nearby = lines[max(at - BEFORE, 0) : at + AFTER + len(value) // 10]
    folios = sorted({line.folio for line in nearby})
    if is_date(path):
        return has_date(value, nearby)
    if is_identifier(path):
        return has_token(value, nearby)
    printed = letters("".join([*(f"{line.bullet}{line.text}" for line in nearby), *folios]))
    targets = "".join(letters(span.target) for line in nearby for span in line.spans)
    return _stands_in(letters(html.unescape(value)), printed) or letters(value) in targets


def _stands_in(value: str, printed: str) -> bool:
    """Whether a value is printed, in few long pieces in order: a footnote may stand between them.

    >>> _stands_in("seniorfellowambassador", "seniorfellowofaninstituteambassador")
    True
    >>> _stands_in("seniorfellowofthewind", "seniorfellowofaninstituteambassador")
    False
    """
    at = 0
    for _ in range(MOST_PIECES):
        length = _longest_start(value, printed, at)
        if length < min(LEAST_PIECE, len(value)):
            return False
        at = printed.index(value[:length], at) + length
        value = value[length:]
        if not value:
            return True
    return False


def _longest_start(value: str, printed: str, at: int) -> int:
    """How many of the first letters of a value stand together after a place."""
    low, high = 0, len(value)
    while low < high:
        middle = (low + high + 1) // 2
        if printed.find(value[:middle], at) >= 0:
            low = middle
        else:
            high = middle - 1
    return low


def _values(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The texts of plain data with their paths."""
    if isinstance(data, (Text, Prose)):
        yield path, data.plain
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in _MADE:
                yield from _values(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, (list, tuple)):
        for n, value in enumerate(data):
            yield from _values(value, f"{path}[{n}]")
    elif isinstance(data, str):
        yield path, data
