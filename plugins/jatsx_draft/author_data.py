"""“Information about authors”: a paragraph for each author, after the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jatsx_draft.issue_text import IssueText
from jatsx_draft.joining import paragraphs
from jatsx_draft.letters import language_of, spaced
from jatsx_draft.names import PrintedName, read_name
from jatsx_draft.patterns import EMAIL, ORCID, marks_at_start, without_marks_at_start
from jatsx_draft.places import country_code, has_institution, has_two_institutions
from jatsx_draft.printed import PrintedLine
from jatsx_draft.roles import is_degree, is_position
from jatsx_draft.words.labels import LABELS, LabelKind

_DASH = re.compile(r"\s*(?:[–—:]|\s-|-\s)\s*")
_MAY_BE_EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CORRESPONDING: Final = tuple(
    variant.casefold() for one in LABELS[LabelKind.CORRESPONDING].values() for variant in one
)


@dataclass(frozen=True, slots=True)
class AuthorData:
    """What is printed about an author.

    Args:
        name: the name.
        language: the language of the text.
        degree: the degree; empty if none is printed.
        position: the position; empty if none is printed.
        email: the e-mail; empty if none is printed.
        orcid: the ORCID iD; empty if none is printed.
        is_corresponding: whether the author is called the corresponding author.
        lines: the lines.
        is_email_cut: whether the e-mail may begin in the line before; it is left out then.
        is_sure_of_position: whether it is clear where the position ends.
    """

    name: PrintedName
    language: str
    degree: str
    position: str
    email: str
    orcid: str
    is_corresponding: bool
    lines: tuple[PrintedLine, ...]
    is_email_cut: bool = False
    is_sure_of_position: bool = True


def author_data(
    text: IssueText, lines: Sequence[PrintedLine], label: str | None
) -> Iterator[AuthorData]:
    """The authors that lines below a label describe.

    Args:
        text: the issue.
        lines: the lines below the label.
        label: the language of the label.
    """
    for paragraph in _entries(lines):
        found = _author(text.text(paragraph), tuple(paragraph), label)
        if found:
            yield found


def _entries(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """The lines of each author: a paragraph, or lines from one name with a dash to the next."""
    for paragraph in paragraphs(lines):
        current: list[PrintedLine] = []
        for line in paragraph:
            if current and _name_before_dash(line.text) and _is_complete(current):
                yield current
                current = []
            current.append(line)
        yield current


def _is_complete(lines: Sequence[PrintedLine]) -> bool:
    return any("@" in line.text for line in lines) or lines[-1].text.rstrip().endswith(
        (".", ";", ")")
    )


def _name_before_dash(text: str) -> PrintedName | None:
    """The name before the first dash or comma of a text."""
    plain = without_marks_at_start(_BRACKETS.sub(" ", text))
    for pattern in (_DASH, re.compile(",")):
        before = pattern.split(plain, maxsplit=1)
        if len(before) == 2:
            name = read_name(before[0])
            if name and not has_institution(before[0]):
                return name
    return None


def _author(text: str, lines: tuple[PrintedLine, ...], label: str | None) -> AuthorData | None:
    name = _name_before_dash(text)
    if name is None:
        return None
    email = EMAIL.search(text)
    orcid = ORCID.search(text)
    after = _DASH.split(_BRACKETS.sub(" ", text), maxsplit=1)
    rest = after[1] if len(after) == 2 else ",".join(text.split(",")[1:])
    rest = EMAIL.sub(" ", ORCID.sub(" ", rest))
    degree, position, is_sure = _roles(rest)
    is_cut = bool(email) and _is_cut(email[0] if email else "", lines)
    return AuthorData(
        name,
        language_of(text.replace(email[0] if email else "\0", "")) or label or "en",
        degree,
        position,
        email[0] if email and not is_cut else "",
        orcid[1] if orcid else "",
        any(one in text.casefold() for one in _CORRESPONDING) or "*" in marks_at_start(text),
        lines,
        is_cut,
        is_sure,
    )


def _is_cut(email: str, lines: Sequence[PrintedLine]) -> bool:
    """Whether an e-mail begins a line of the page, after letters that may be its beginning."""
    parts = [part for line in lines for part in line.parts or (line,)]
    for before, part in pairwise(parts):
        last = before.text.rstrip().split(" ")[-1].lstrip("(")
        is_start = part.page is not None and part.text.lstrip().startswith(email)
        if is_start and _MAY_BE_EMAIL.fullmatch(last) and last.lower() not in ("e-mail", "email"):
            return True
    return False


def _roles(text: str) -> tuple[str, str, bool]:
    """The degree and the position in a text, as far as no institution is glued to them.

    The last value: whether it is clear where the position ends.
    """
    degrees: list[str] = []
    positions: list[str] = []
    is_sure = True
    for part in text.split(","):
        plain = spaced(part).strip(" ;").removesuffix(").")
        if not plain or country_code(plain):
            continue
        if is_degree(plain) and not has_institution(plain):
            degrees.append(plain)
        elif is_position(plain):
            own = _without_institution(plain)
            if own:
                positions.append(own)
            is_sure &= own == plain or (bool(own) and not has_two_institutions(plain))
    return ", ".join(degrees), ", ".join(positions), is_sure


def _without_institution(text: str) -> str:
    """A position without the institution that follows it: ``Professor of the University …``."""
    if not has_institution(text):
        return text
    for glue in (" of the ", " of ", " at the ", " at "):
        before = _before_institution(text, glue)
        if before:
            return before
    return ""


def _before_institution(text: str, glue: str) -> str:
    """The longest part before a word that has no institution in it."""
    pieces = text.split(glue)
    for length in range(len(pieces) - 1, 0, -1):
        before = glue.join(pieces[:length])
        if not has_institution(before):
            return before
    return ""
