"""How a drafted value is compared with the transcribed one.

Markup, escapes and links are removed from both, Unicode is normalised (NFC), white space is one
space: equal values are exact. Values with the same letters and digits, whatever their case, are
close.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

ALIKE: Final = 0.99
"""How alike abstracts are that are close."""

_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_AUTOLINK = re.compile(r"<((?:https?://|www\.|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>")
_TAG = re.compile(r"</?(?:sup|sub|b|i|u|em|strong|br|span|p|sc|tt)\b[^<>]*>")
_STARS = re.compile(r"(?<!\\)\*{1,3}")
_ESCAPE = re.compile(r"\\+([\\`*_{}\[\]()#+\-.!<>|~^$&])")


class Verdict(StrEnum):
    """What became of a transcribed value in the draft."""

    EXACT = "exact"
    CLOSE = "close"
    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"


def bare(text: str) -> str:
    r"""The text without markup, escapes and links, normalised.

    >>> bare(r"**Sea**\\_level  [a\\_b](http://x.example/a_b) <b>x</b>")
    'Sea_level a_b x'
    """
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", _STARS.sub("", _TAG.sub("", text)))
    return " ".join(unicodedata.normalize("NFC", text.replace("\xad", "")).split())


def letters(text: str) -> str:
    """The letters and digits, case folded."""
    return "".join(one for one in bare(text).casefold() if one.isalnum())


def likeness(first: str, second: str) -> float:
    """How alike two texts are in their letters: from 0 to 1."""
    first, second = letters(first), letters(second)
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def verdict(got: str | None, accepted: Collection[str], *, by_likeness: bool = False) -> Verdict:
    """What became of a value.

    Args:
        got: the drafted value, if there is one.
        accepted: the right values; empty if the transcription has none.
        by_likeness: whether a value that is nearly alike is close, as for abstracts.
    """
    if not got:
        return Verdict.MISSING if accepted else Verdict.EXACT
    if not accepted:
        return Verdict.EXTRA
    if bare(got) in map(bare, accepted):
        return Verdict.EXACT
    if letters(got) in map(letters, accepted):
        return Verdict.CLOSE
    if by_likeness and any(likeness(got, one) >= ALIKE for one in accepted):
        return Verdict.CLOSE
    return Verdict.WRONG
