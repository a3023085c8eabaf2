"""Titles, abstracts and keywords of a block."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from jatsx_draft.blocks import LanguageBlock
from jatsx_draft.issue_text import IssueText
from jatsx_draft.joining import goes_on
from jatsx_draft.letters import spaced
from jatsx_draft.patterns import is_footnote
from jatsx_draft.printed import PrintedLine

_BRACKETS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_LAST_AND = re.compile(r"^(?:and|және|и)\s+(?=\S)", re.IGNORECASE)
_OUTER = " .,;:*_·•"


def title_text(text: IssueText, lines: Sequence[PrintedLine]) -> str:
    """The title as printed, without a mark of a footnote at its end."""
    return re.sub(r"(?<=[^\W\d])[*¹²³]+\Z", "", text.text(lines)).strip(" *")


def abstract_lines(text: IssueText, block: LanguageBlock) -> list[PrintedLine]:
    """The lines of an abstract, without footnotes among them."""
    lines = text.lines[block.abstract : block.keywords]
    return [line for line in lines if not is_footnote(line.text)]


def abstract_text(text: IssueText, block: LanguageBlock) -> str:
    """The abstract without its label, with an empty line between paragraphs."""
    lines = abstract_lines(text, block)
    if not lines:
        return ""
    label = text.labels[block.abstract]
    first = lines[0].text[label.end :] if label and block.is_labelled else lines[0].text
    pieces: list[list[str]] = [[first]]
    for before, line in itertools.pairwise(lines):
        if line.gap.value == "none" or goes_on(before, line) or not "".join(pieces[-1]).strip():
            pieces[-1].append(line.text)
        else:
            pieces.append([line.text])
    joined = (text.joiner.text(piece for piece in group if piece.strip()) for group in pieces)
    return "\n\n".join(paragraph for paragraph in joined if paragraph)


def keyword_lines(text: IssueText, block: LanguageBlock) -> list[PrintedLine]:
    """The lines of the keywords."""
    lines = list(text.lines[block.keywords : block.end])
    after = text.lines[block.end : block.end + 1]
    label = text.labels[block.keywords]
    is_open = lines[-1].text.rstrip().endswith((",", ";", "-")) or bool(label and label.is_whole)
    return [*lines, *after] if is_open and len(lines) == 1 else lines


def keywords(text: IssueText, block: LanguageBlock) -> list[str]:
    """The keywords, in order, without the stop at the end."""
    lines = keyword_lines(text, block)
    label = text.labels[block.keywords]
    first = lines[0].text[label.end if label else 0 :]
    whole = text.joiner.text(
        piece for piece in (first, *(line.text for line in lines[1:])) if piece.strip()
    )
    parts = [part.strip(_OUTER) for part in _parts(whole)]
    found = [part for part in parts if part]
    if len(found) > 1:
        found[-1] = _LAST_AND.sub("", found[-1])
    return found


def _parts(text: str) -> Iterator[str]:
    """The parts of a list: between semicolons if there are any, else commas, bullets or dashes."""
    for separator in (";", ",", "·", "•", " / ", " – ", " — "):
        if separator in _outside_brackets(text):
            yield from _split(text, separator)
            return
    yield text


def _outside_brackets(text: str) -> str:
    return "".join(character for character, depth in _with_depth(text) if depth == 0)


def _split(text: str, separator: str) -> Iterator[str]:
    current = ""
    for character, depth in _with_depth(text):
        current += character
        if depth == 0 and current.endswith(separator):
            yield spaced(current[: -len(separator)])
            current = ""
    yield spaced(current)


def _with_depth(text: str) -> Iterator[tuple[str, int]]:
    """Each character and how many brackets are open at it; unclosed ones are ignored."""
    closing: list[str] = []
    for n, character in enumerate(text):
        if closing and character == closing[-1]:
            closing.pop()
        elif character in _BRACKETS and _BRACKETS[character] in text[n + 1 :]:
            closing.append(_BRACKETS[character])
        yield character, len(closing)
