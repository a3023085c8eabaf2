"""Which sheet or column a name stands for, in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from jatsx_spreadsheet.columns import KEY, LANGUAGE, Column, ColumnSlot, Sheet
from jatsx_spreadsheet.sheets import SHEETS

_TAG: Final = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*\Z")
_NUMBER: Final = re.compile(r"([2-9]|[1-9][0-9]{1,2})(?![^\W_])[\s_]*")
_WORDS: Final = {
    **dict.fromkeys(("каз", "қаз", "казахский", "қазақша", "kaz", "kazakh"), "kk"),
    **dict.fromkeys(("рус", "русский", "орыс", "орысша", "rus", "russian"), "ru"),
    **dict.fromkeys(("англ", "английский", "ағыл", "ағылшынша", "eng", "english"), "en"),
}
"""Words that stand for a language in headers of offices."""


@dataclass(frozen=True, slots=True)
class UnknownHeader:
    """A header that names no column.

    Args:
        similar: the header that it probably means; empty if there is none.
        is_without_language: whether only its language is missing.
    """

    similar: str = ""
    is_without_language: bool = False


def sheet_named(name: str) -> Sheet | None:
    """The sheet with a name, in any language."""
    plain = _plain(name)
    return next((one for one in SHEETS if plain in map(_plain, one.names)), None)


def similar_sheet(name: str) -> str:
    """The name of the sheet that a name probably means; empty if there is none."""
    names = {_plain(each): each for one in SHEETS for each in one.names}
    return next((names[one] for one in get_close_matches(_plain(name), names, 1, 0.75)), "")


@lru_cache(maxsize=4096)
def slot_of(header: str, sheet: Sheet) -> ColumnSlot | UnknownHeader:
    """The column that a header stands for."""
    shown = " ".join(header.split())
    is_named = False
    for name, column in _names(sheet):
        rest = _rest(shown, name)
        if rest is None:
            continue
        slot = _slot(column, rest)
        if slot is not None:
            return slot
        is_named = is_named or (not rest and LANGUAGE in column.keys)
    if is_named:
        return UnknownHeader(is_without_language=True)
    return UnknownHeader(_similar(shown, sheet))


def known_headers(headers: Iterable[str], sheet: Sheet) -> int:
    """How many headers stand for columns of a sheet."""
    return sum(isinstance(slot_of(one, sheet), ColumnSlot) for one in headers if one.strip())


@cache
def _names(sheet: Sheet) -> Sequence[tuple[str, Column]]:
    """The names of the columns in all languages, the longest first."""
    found = {(name, column) for column in sheet.all_columns for name in {*column.names}}
    return sorted(found, key=lambda one: (-len(one[0]), one[0], one[1].field))


def _rest(header: str, name: str) -> str | None:
    """What follows a name at the beginning of a header; None if it does not begin with it.

    An underscore is like a space.
    """
    start, rest = header[: len(name)], header[len(name) :]
    if _plain(start) != _plain(name) or rest[:1].isalnum() or rest[:1] == "-":
        return None
    return rest.lstrip("_").strip()


def _slot(column: Column, rest: str) -> ColumnSlot | None:
    number = 1
    if column.is_numbered and (found := _NUMBER.match(rest)):
        number, rest = int(found[1]), rest[found.end() :]
    if not column.keys:
        return ColumnSlot(column, number) if not rest else None
    keys = _keys(column, rest)
    return ColumnSlot(column, number, keys) if keys else None


def _keys(column: Column, rest: str) -> tuple[str, ...]:
    """The language or keys in the rest of a header; empty if there are none."""
    if column.keys == (LANGUAGE,):
        word = rest.strip("()[],:._ ")
        tag = _WORDS.get(word.casefold(), word)
        return (tag,) if _TAG.match(tag) else ()
    if column.keys == (KEY,):
        return (rest,) if rest else ()
    format, _, option = rest.partition(".")
    return (format, option) if format and option else ()


def _similar(header: str, sheet: Sheet) -> str:
    """The header that a header probably means. Its last word may be a language."""
    names = {_plain(name): name for name, _ in _names(sheet)}
    header = header.replace("_", " ")
    own, _, last = header.rpartition(" ")
    is_tagged = own and (_TAG.match(last) or last.casefold() in _WORDS)
    for written, end in ((header, ""), *([(own, f" {last}")] if is_tagged else [])):
        for found in get_close_matches(_plain(written), names, 1, 0.8):
            return f"{names[found]}{end}"
    return ""


def _plain(name: str) -> str:
    spaced = unicodedata.normalize("NFC", name).replace("_", " ")
    folded = " ".join(spaced.casefold().split())
    return folded.replace("ё", "е")
