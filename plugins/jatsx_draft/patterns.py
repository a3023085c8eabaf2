"""Patterns of identifiers and marks in printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx_draft.labels import USUAL
from jatsx_draft.letters import folded
from jatsx_draft.printed import PrintedLine, TextMark
from jatsx_draft.words.labels import LABELS, SCHEMES, LabelKind

EMAIL = re.compile(r"[A-Za-z0-9][\w.+'-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
ORCID = re.compile(r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?\b(\d{4}-\d{4}-\d{4}-\d{3}[\dXxХх])\b")
URL = re.compile(r"https?://[^\s<>\"«»“”]+")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>«»]+")
ISSN = re.compile(r"\b(\d{4}\s?[-–]\s?\d{3}[\dXxХх])\b")
AWARD = re.compile(r"\b(?:[A-ZА-Я]{2}\s?\d{7,10}|[A-ZА-Я]{2}\d{5,}(?:/\d+)?)\b")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹∗]|\d{1,2}(?=\s))")
_RAISED_MARK = re.compile(r"\s*[*†‡¹²³⁴⁵⁶⁷⁸⁹∗]")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_STOPS: Final = ".,;:)]>»”"

_CODES: Final = {
    "SRSTI": r"\d{2}(?:\.\d{2}){0,2}",
    "UDC": r"\d{1,3}(?:[.:/+()\-=“”\"*]*\d+)*\)?",
    "JEL": r"[A-Z]\d{0,2}",
}


def _labelled_codes() -> Iterator[tuple[str, re.Pattern[str]]]:
    for kind, scheme in SCHEMES.items():
        labels = sorted({one for each in LABELS[kind].values() for one in each}, key=len)
        names = "|".join(map(re.escape, reversed(labels)))
        code = _CODES[scheme]
        yield (
            scheme,
            re.compile(
                rf"(?<!\w)(?:{names})\s*[:.–-]?\s*({code}(?:\s*[,;]\s*{code})*)", re.IGNORECASE
            ),
        )


_LABELLED: Final = tuple(_labelled_codes())
_BARE: Final = {
    scheme: re.compile(rf"\s*({code}(?:\s*[,;]\s*{code})*)\s*\Z") for scheme, code in _CODES.items()
}


def is_footnote(text: str) -> bool:
    """Whether a line is a footnote with an e-mail: ``¹ name@example.org``."""
    if not EMAIL.search(text) or len(text) > 250:
        return False
    rest = EMAIL.sub("", text)
    words = [word for word in _WORDS.findall(rest) if folded(word) not in _EMAIL_WORDS]
    return len(words) <= 2


_EMAIL_WORDS: Final = frozenset(
    folded(word)
    for kind in (LabelKind.EMAIL, LabelKind.CORRESPONDING)
    for variants in LABELS[kind].values()
    for variant in variants
    for word in re.split(r"[\s-]+", variant)
) | {"mail", "email", "tel", "тел"}


def begins_with_mark(line: PrintedLine) -> bool:
    """Whether a line begins with a star or a raised number, as a footnote does."""
    is_raised = any(one.start == 0 and one.mark is TextMark.SUPERSCRIPT for one in line.spans)
    return is_raised or bool(_RAISED_MARK.match(line.text))


def doi_in(text: str) -> str | None:
    """The DOI in a line, without the stops after it."""
    found = DOI.search(text)
    if not found:
        return None
    doi = found[0].rstrip(_STOPS)
    return f"{doi})" if doi.count("(") > doi.count(")") else doi


def codes_in(text: str) -> Iterator[tuple[str, str]]:
    """The subject codes with a label in a line: the scheme and the code."""
    for scheme, pattern in _LABELLED:
        for found in pattern.finditer(text):
            for code in re.split(r"\s*[,;]\s*", found[1]):
                yield scheme, code


def bare_codes(text: str, scheme: str) -> list[str]:
    """The codes of a line that has nothing else."""
    found = _BARE[scheme].match(text)
    return re.split(r"\s*[,;]\s*", found[1]) if found else []


def scheme_label(text: str) -> str | None:
    """The classification whose label is the whole line."""
    label = USUAL.of(text)
    return SCHEMES.get(label.kind) if label and label.is_whole else None


def marks_at_start(text: str) -> tuple[str, ...]:
    """The numbers and stars at the start of a line."""
    found = _FOOTNOTE_MARKS.match(text.translate(_RAISED))
    return tuple(re.findall(r"\d{1,2}|[*†‡]", found[0].replace("∗", "*"))) if found else ()


def without_marks_at_start(text: str) -> str:
    """A line without the numbers and stars at its start."""
    plain = text.translate(_RAISED)
    found = _FOOTNOTE_MARKS.match(plain)
    return text[found.end() :].strip() if found else text.strip()


_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FOOTNOTE_MARKS = re.compile(
    r"\s*(?:(?:[*†‡∗]|\d{1,2}(?![\d.-]))\s?[,)]?\s?)+(?=[^\W\d]|[«“\"(]|\Z|\s)"
)
