"""The lines of a print as paragraphs, and their characters as runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jatsx_draft.printed import Gap, PrintedLine, TextMark


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with the same marks."""

    text: str
    marks: frozenset[TextMark]


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """The lines of each paragraph."""
    held: list[PrintedLine] = []
    for line in lines:
        if held and (line.gap is not Gap.NONE or line.bullet):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def runs(line: PrintedLine) -> Iterator[Run]:
    """The runs of a line."""
    edges = {0, len(line.text)}
    for span in line.spans:
        edges |= {span.start, span.end}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        marks = frozenset(
            span.mark for span in line.spans if span.start <= start and end <= span.end
        )
        yield Run(line.text[start:end], marks)
