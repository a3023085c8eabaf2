"""What pages look like in Kazakh, Russian and English print: one page, a range, several ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = [
    "WrittenPages",
    "certain_pages",
    "is_page",
    "is_page_list",
    "is_page_range",
    "page_number",
    "pages_in",
]

LONGEST: Final = 100
"""The maximum number of characters that are read as pages."""

_ARABIC = re.compile(r"[0-9]{1,18}\Z")
_ROMAN = re.compile(
    r"(?=[ivxlcdm])m{0,9}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z", re.IGNORECASE
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

_LETTERED = re.compile(
    r"(?!(?:pp|pg|page|pages|str)\b)(?!(?:pp|pg|page|pages|str)[0-9])"
    r"(?:(?:[A-Za-z]|(?![СсРрБб])[А-ЯЁа-яёӘІҢҒҮҰҚӨҺ]){1,5}-?)?"
    r"[0-9]{1,12}"
    r"(?:-?[A-Za-zА-Яа-яЁё]{1,3}|\.[A-Za-z]{0,2}[0-9]{1,4}|(?<=[0-9]{6})-[0-9]{1,2})?\Z"
)
"""A page number with letters or parts: S5, A-12, e1019, 12а, 1157.e3, 023102-1."""

_PLACEHOLDER = re.compile(r"[xхXХ]{2,4}\Z|0+\Z")
"""What is typed instead of a page that is not known yet: XX, in Latin or Cyrillic letters; 00."""

_WORD_BEFORE = re.compile(
    r"(?:(?:страницы|страница|стр|бет(?:тер)?|бб|pages?|pp|pgs?|str)\b\.?"
    r"|[сбр](?:\.|(?=[ 0-9]))|[cps](?:\.|(?= ))) ?",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(
    r" ?(?<![^\W\d_])(?:страниц[аы]?|стр|бет(?:тер)?|бб|pages?|pp|[сcбp])\.?\Z", re.IGNORECASE
)
_UNCLEAR = re.compile(r"[СсРрБб][0-9]|.*[0-9]\s*[^\W\d_]+\.?\Z")
"""A letter that may stand for a word or belong to the number (С5), or a number of pages (17 с.)."""

_SPACES = re.compile(r"\s+")
_DASH = re.compile(r" ?(?:--|[-‐‑‒–—−]) ?")
_SEPARATOR = re.compile(r" ?[,;] ?")


@dataclass(frozen=True, slots=True)
class WrittenPages:
    """The pages that a text seems to mean: the first, the last, and others."""

    first: str
    last: str | None = None
    other: str | None = None


def is_page(text: str) -> bool:
    """Whether a text is the number of one page, in digits, Roman numerals or with letters.

    >>> [is_page(page) for page in ("5", "xii", "S5", "e1019", "12а", "5-", "стр. 5", "5-17", "XX")]
    [True, True, True, True, True, False, False, False, True]
    """
    if len(text) > LONGEST or text.strip("0") == "":
        return False
    return bool(_ARABIC.match(text) or _ROMAN.match(text) or _LETTERED.match(text))


def is_page_range(text: str) -> bool:
    """Whether a text is two page numbers with a dash between them, and nothing else."""
    ends = _DASH.split(text) if len(text) <= LONGEST and not is_page(text) else []
    return len(ends) == 2 and all(map(is_page, ends)) and not all(map(is_placeholder, ends))


def is_page_list(text: str) -> bool:
    """Whether a text is pages and ranges, separated by commas or semicolons."""
    return all(is_page(one) or is_page_range(one) for one in _SEPARATOR.split(text.strip()))


def pages_in(text: str) -> WrittenPages | None:
    """The pages that a text seems to mean, without the words around them; None if it has none.

    >>> pages_in("стр. 5-17, 20")
    WrittenPages(first='5', last='17', other='20')
    """
    if len(text) > LONGEST:
        return None
    ranges = list(_ranges(_without_words(text)))
    if not ranges or None in ranges:
        return None
    (first, last), *others = [one for one in ranges if one]
    other = ", ".join("–".join(filter(None, one)) for one in others)
    return WrittenPages(first, last, other or None)


def certain_pages(text: str) -> tuple[str, str | None] | None:
    """The first and the last page of a text that certainly is a page or a range of pages.

    >>> certain_pages("стр. 5–17"), certain_pages("с. 5"), certain_pages("107–17")
    (('5', '17'), ('5', None), None)
    >>> certain_pages("5-"), certain_pages("17 с."), certain_pages("5-17, 20")
    (None, None, None)
    """
    plain = text.strip()
    found = None if _UNCLEAR.match(plain) and not is_page_range(plain) else pages_in(plain)
    if found is None or found.other:
        return None
    first, last = page_number(found.first), page_number(found.last)
    is_reversed = first and last and first[0] == last[0] and last[1] < first[1]
    is_open = found.last is None and _DASH.search(plain)
    return None if is_reversed or is_open else (found.first, found.last)


def is_placeholder(text: str) -> bool:
    """Whether a text stands for a page that is not known yet: XX, 00."""
    return _PLACEHOLDER.match(text) is not None


def page_number(page: str | None) -> tuple[str, int] | None:
    """``arabic`` or ``roman``, and the value of a page number; None for any other page number."""
    if page and _ARABIC.match(page):
        return "arabic", int(page)
    if page and _ROMAN.match(page):
        return "roman", _roman(page.lower())
    return None


def _without_words(text: str) -> str:
    """A text in single spaces, without the word for page before or after it."""
    plain = _SPACES.sub(" ", text.strip())
    before = _WORD_BEFORE.match(plain)
    plain = plain[before.end() :] if before else plain
    after = None if is_page(plain) else _WORD_AFTER.search(plain)
    return (plain[: after.start()] if after else plain).strip(" .,;")


def _ranges(text: str) -> Iterator[tuple[str, str | None] | None]:
    """The pages and ranges of a list; None for an item that is neither."""
    for item in _SEPARATOR.split(text):
        ends = [item] if is_page(item) else [end for end in _DASH.split(item) if end]
        is_known = 0 < len(ends) <= 2 and all(map(is_page, ends))
        if is_known and not all(map(is_placeholder, ends)):
            yield ends[0], ends[1] if len(ends) > 1 else None
        else:
            yield None


def _roman(number: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in number]
    following = [*digits[1:], 0]
    return sum(
        -digit if digit < after else digit for digit, after in zip(digits, following, strict=True)
    )
