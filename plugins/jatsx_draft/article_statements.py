"""The funding of an article with its award numbers, and its other statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jatsx_draft.articles import PrintedArticle
from jatsx_draft.dates import has_dates
from jatsx_draft.evidence import Drafted
from jatsx_draft.issue_text import IssueText
from jatsx_draft.letters import language_of, spaced
from jatsx_draft.patterns import AWARD
from jatsx_draft.places import has_institution
from jatsx_draft.printed import PrintedLine
from jatsx_draft.words.labels import LabelKind

_FUNDED = re.compile(
    r"fund|grant|financ|supported by|финансир|грант|поддержк|қаржыланд|грантт", re.IGNORECASE
)
_FUNDER = re.compile(
    r"\b(?:funded|financed|supported|sponsored) by (?:the )?(?P<name>[^.;()]{5,200}?)\s*"
    r"\((?P<award>[^()]*)\)"
)
"""A funder with its award in brackets. Kazakh and Russian have its name in another case."""

_STATEMENTS: Final = {
    LabelKind.THANKS: "acknowledgement",
    LabelKind.CONFLICT: "conflict_of_interest",
    LabelKind.CONTRIBUTIONS: "contributions",
    LabelKind.DATA: "data_availability",
}


def add_statements(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds the funding with its award numbers, and the other statements."""
    for part in article.parts:
        printed = [one for one in part.lines if not has_dates(one, text.known_labels)]
        lines = _statement_lines(printed)
        whole = _without_label(text, lines, part.label)
        language = language_of(whole) or part.language or "en"
        if part.kind is LabelKind.FUNDING:
            _add_funding(draft, lines, whole, language)
        elif part.kind in _STATEMENTS:
            draft.put(("statements", _STATEMENTS[part.kind], language), whole, lines)
    if "funding" not in draft.data:
        _add_unlabelled_funding(draft, text, article)


def _statement_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The first paragraphs below a label, at most three."""
    return list(lines[:3]) if lines and len(lines[0].text) > 200 else list(lines[:12])


def _without_label(text: IssueText, lines: Sequence[PrintedLine], label: PrintedLine) -> str:
    found = text.text(lines)
    known = next(
        (one for one, line in zip(text.labels, text.lines, strict=True) if line is label), None
    )
    is_inside = bool(lines) and lines[0] is label and known is not None
    return spaced(found[known.end :]) if is_inside and known else found


def _add_unlabelled_funding(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds the funding of a paragraph with an award number, outside references."""
    inside = {id(line) for part in article.parts for line in part.lines}
    for line in article.after:
        is_short = len(line.text) < 900
        if (
            is_short
            and id(line) not in inside
            and AWARD.search(line.text)
            and _FUNDED.search(line.text)
        ):
            whole = text.text([line])
            _add_funding(draft, [line], whole, language_of(whole) or "en")
            return


def _add_funding(draft: Drafted, lines: Sequence[PrintedLine], whole: str, language: str) -> None:
    n = len(draft.data.get("funding", []))
    if not whole:
        return
    draft.put(("funding", n, "statement", language), whole, lines)
    for m, number in enumerate(dict.fromkeys(AWARD.findall(whole))):
        draft.put(("funding", n, "awards", m, "number"), number, lines)
    funder = _FUNDER.search(whole)
    if funder and AWARD.search(funder["award"]) and has_institution(funder["name"]):
        draft.put(("funding", n, "funder", language), funder["name"], lines)
