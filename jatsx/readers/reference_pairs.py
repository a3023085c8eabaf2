"""Reference lists in several languages: which of their entries are one reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from jatsx.readers.read_list import ListEntry
from jatsx.standards.romanisation import explains, explains_but_for_a_slip

LARGEST: Final = 1_000_000
"""The maximum number of pairs of entries that are compared."""

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DIGITS = re.compile(r"\d+")

Row = dict[str, ListEntry]
"""The texts of one reference, by language."""

Pairs = dict[int, int]
"""The positions of texts in one list, and of those in another list that belong to them."""


def paired(lists: Mapping[str, Sequence[ListEntry]]) -> list[Row]:
    """The references of a list that is given in several languages, in the order of the first one.

    Entries belong together if they are alike, and each of them is like no other. If these pairs
    have the same order in both lists, the entries between them are paired too, as far as they are
    alike and equally many. In lists of the same length, other entries between them are paired if
    they have a year in common; in a translation, if no year is different. An entry without a pair
    has its own row.
    """
    (first, entries), *others = lists.items()
    rows: list[Row] = [{first: entry} for entry in entries]
    for language, further in others:
        rows = list(_with_list(rows, language, further, _is_translation(first, language)))
    return rows


def is_doubtful(row: Row, language: str) -> bool:
    """Whether the text of a reference in a language may belong to another reference.

    A translation need not be like the original if they have a year in common.
    """
    first, entry = next(iter(row.items()))
    text, other = entry.text, row[language].text
    is_usual = _is_translation(first, language) and _have_common_year(text, other)
    return not is_usual and not _are_alike(text, other)


def _is_translation(language: str, other: str) -> bool:
    """Whether two lists are in different languages, not in two scripts of one language."""
    return language.partition("-")[0] != other.partition("-")[0]


def _with_list(
    rows: list[Row], language: str, entries: Sequence[ListEntry], is_translation: bool
) -> Iterator[Row]:
    """The rows with the entries of one more list.

    An entry without a pair comes before the next one that has a pair.
    """
    texts = [next(iter(row.values())).text for row in rows]
    pairs = _pairs(texts, [entry.text for entry in entries], is_translation)
    unpaired = sorted({*range(len(entries))} - {*pairs.values()}, reverse=True)
    for n, row in enumerate(rows):
        if n not in pairs:
            yield row
            continue
        while unpaired and unpaired[-1] < pairs[n]:
            yield {language: entries[unpaired.pop()]}
        yield {**row, language: entries[pairs[n]]}
    yield from ({language: entries[n]} for n in reversed(unpaired))


def _pairs(texts: Sequence[str], others: Sequence[str], is_translation: bool) -> Pairs:
    """Which texts of two lists belong together."""
    pairs = _certain_pairs(texts, others) if len(texts) * len(others) <= LARGEST else {}
    if [*pairs.values()] != sorted(pairs.values()):
        return pairs
    years_agree = _have_no_other_year if is_translation else _have_common_year
    is_same_length = len(texts) == len(others)
    between = {
        n: m
        for n, m in _between(pairs, len(texts), len(others))
        if _are_alike(texts[n], others[m]) or (is_same_length and years_agree(texts[n], others[m]))
    }
    return pairs | between


def _certain_pairs(texts: Sequence[str], others: Sequence[str]) -> Pairs:
    """The texts that are alike and like no other. The same numbers in both decide between some."""
    alike = [
        (n, m)
        for n, text in enumerate(texts)
        for m, other in enumerate(others)
        if _are_alike(text, other)
    ]
    digits, other_digits = [*map(_digits, texts)], [*map(_digits, others)]
    exact = [(n, m) for n, m in alike if digits[n] == other_digits[m]]
    pairs: Pairs = {}
    for candidates in (exact, alike):
        taken = {*pairs.values()}
        free = [(n, m) for n, m in candidates if n not in pairs and m not in taken]
        rows, columns = Counter(n for n, _ in free), Counter(m for _, m in free)
        pairs |= {n: m for n, m in free if rows[n] == columns[m] == 1}
    return dict(sorted(pairs.items()))


def _between(pairs: Pairs, length: int, other_length: int) -> Iterator[tuple[int, int]]:
    """The positions between pairs, where equally many are in both lists."""
    ends = [(-1, -1), *pairs.items(), (length, other_length)]
    for (n, m), (next_n, next_m) in pairwise(ends):
        if next_n - n == next_m - m:
            yield from zip(range(n + 1, next_n), range(m + 1, next_m), strict=True)


def _are_alike(text: str, other: str) -> bool:
    """Whether two texts may be one reference in two scripts.

    The first name of one is a romanisation of the other, and they have a year in common.
    """
    if text == other:
        return True
    if not _have_common_year(text, other) and (_years(text) or _years(other)):
        return False
    word, other_word = _WORD.search(text), _WORD.search(other)
    return bool(word and other_word and _is_one_name(word[0], other_word[0]))


def _is_one_name(name: str, other: str) -> bool:
    return explains(name, other) or explains_but_for_a_slip(name, other)


def _have_common_year(text: str, other: str) -> bool:
    return bool(_years(text) & _years(other))


def _have_no_other_year(text: str, other: str) -> bool:
    """Whether two texts have a year in common, or one has none."""
    return _have_common_year(text, other) or not _years(text) or not _years(other)


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _digits(text: str) -> list[str]:
    return sorted(_DIGITS.findall(text))
