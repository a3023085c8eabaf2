"""The head of a block: its lines sorted into codes, title, names, affiliations and e-mails."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jatsx_draft.bylines import Byline, read_byline
from jatsx_draft.contents import ALIKE, Entry
from jatsx_draft.dates import PrintedDate, dates_of
from jatsx_draft.issue_text import IssueText, is_bibliographic, stands_out
from jatsx_draft.letters import folded, is_in_capitals, likeness, spaced
from jatsx_draft.names import PrintedName
from jatsx_draft.patterns import (
    EMAIL,
    ORCID,
    bare_codes,
    codes_in,
    doi_in,
    is_footnote,
    marks_at_start,
    scheme_label,
)
from jatsx_draft.places import has_institution, is_country
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.roles import is_role

Known = Callable[[PrintedName], bool]

LONGEST: Final = 600
"""The maximum number of characters of an affiliation."""

_EMAIL_LABEL = re.compile(r"(?:e-?mail|эл\.?\s?почта|эл\.?\s?пошта)\s*:?", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:,|\b(?:of|the|and|имени|им\.|атындағы|и|және|при|under|for|in))\s*\Z")
_PUNCTUATION = re.compile(r"[\s.,;:()\[\]*†‡/–—-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its line."""

    name: PrintedName
    line: PrintedLine


@dataclass(slots=True)
class PrintedAffiliation:
    """An affiliation: its lines, its marks, and after how many names it stands."""

    lines: list[PrintedLine]
    texts: list[str]
    marks: tuple[str, ...]
    after: int


@dataclass(frozen=True, slots=True)
class PrintedEmail:
    """An e-mail address, the marks before it, and after how many names it stands."""

    address: str
    marks: tuple[str, ...]
    line: PrintedLine
    after: int = 0


@dataclass(slots=True)
class Head:
    """What the head of a block says. Lists are in the order of print."""

    title: list[PrintedLine] = field(default_factory=list)
    witness: Entry | None = None
    names: list[Named] = field(default_factory=list)
    affiliations: list[PrintedAffiliation] = field(default_factory=list)
    emails: list[PrintedEmail] = field(default_factory=list)
    orcids: list[tuple[str, PrintedLine, int]] = field(default_factory=list)
    codes: list[tuple[str, str, PrintedLine]] = field(default_factory=list)
    dois: list[tuple[str, PrintedLine]] = field(default_factory=list)
    dates: list[PrintedDate] = field(default_factory=list)
    roles: list[tuple[str, PrintedLine, int]] = field(default_factory=list)
    is_sure_of_names: bool = True
    is_sure_of_title: bool = True

    @property
    def names_first(self) -> bool | None:
        """Whether the names stand above the title; None if one of them was not found."""
        if not self.names or not self.title:
            return None
        first = self.names[0].line
        title = self.title[0]
        return (first.file, first.page or 0, first.line) < (title.file, title.page or 0, title.line)


def candidates(lines: Iterable[PrintedLine]) -> Iterator[PrintedName]:
    """The names that lines of a head may contain, before anything else is known."""
    for line in lines:
        byline = None if "\t" in line.text else read_byline(line.text, lambda name: False)  # noqa: ARG005
        if byline and not byline.rest:
            yield from byline.names


def read_head(
    text: IssueText,
    lines: Sequence[PrintedLine],
    known: Known,
    entries: Sequence[Entry],
    names_first: bool | None = None,
) -> Head:
    """The head of a block.

    Args:
        text: the issue.
        lines: the lines of the head.
        known: whether a name is known from another place in print.
        entries: the lines of the contents pages.
        names_first: whether the names stand above the title; None if it is not known.
    """
    head = Head(dates=dates_of(lines, text.known_labels))
    left = _without_identifiers(head, lines)
    bylines = _bylines(left, known)
    if not bylines:
        head.is_sure_of_names = False
        bylines = _probable_byline(left)
    others = [line for line in left if id(line) not in bylines]
    if not _find_listed_title(text, head, others, entries):
        first = next((n for n, line in enumerate(left) if id(line) in bylines), None)
        below = {id(line) for line in left[first:]} if first is not None else set()
        _find_title(text, head, others, below, names_first)
    _collect(head, left, bylines)
    return head


def _without_identifiers(head: Head, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Takes codes, DOIs and dates from the lines; returns the lines that may contain more."""
    left: list[PrintedLine] = []
    waiting: str | None = None
    dated = {id(date.line) for date in head.dates}
    for line in lines:
        codes = list(codes_in(line.text))
        if waiting and not codes:
            codes = [(waiting, code) for code in bare_codes(line.text, waiting)]
        waiting = scheme_label(line.text)
        head.codes += [(scheme, code, line) for scheme, code in codes]
        doi = doi_in(line.text)
        if doi:
            head.dois.append((doi, line))
        is_done = bool(codes) or waiting or id(line) in dated or _is_only_address(line.text)
        if not is_done and line.text.strip():
            left.append(line)
    return left


def _is_only_address(text: str) -> bool:
    """Whether a line has only a DOI or another address, with a label."""
    words = [word for word in text.split() if "/" not in word and "www" not in word]
    return ("10." in text or "://" in text) and len(" ".join(words)) < 20 and "@" not in text


def _bylines(lines: Sequence[PrintedLine], known: Known) -> dict[int, Byline]:
    """The lines of names that are certain, by the identity of the line."""
    found: dict[int, Byline] = {}
    for line in lines:
        byline = None if "\t" in line.text else read_byline(_without_orcid(line.text), known)
        if not byline or (
            stands_out(line) and is_in_capitals(line.text) and not _agree(byline, known)
        ):
            continue
        is_institution = bool(byline.rest) and bool(found) and not all(map(known, byline.names))
        if _agree(byline, known) and not is_institution:
            found[id(line)] = byline
    return found


def _agree(byline: Byline, known: Known) -> bool:
    """Whether enough names of a line have initials, or are known."""
    certain = [name for name in byline.names if name.has_initials or known(name)]
    return 2 * len(certain) >= len(byline.names)


def _without_orcid(text: str) -> str:
    return ORCID.sub(" ", text)


def _probable_byline(lines: Sequence[PrintedLine]) -> dict[int, Byline]:
    """If no name is certain: the first line of names before an affiliation."""
    for line, after in itertools.pairwise(lines):
        byline = None if "\t" in line.text else read_byline(line.text, lambda name: True)  # noqa: ARG005
        is_title = stands_out(line) or is_in_capitals(line.text)
        if byline and not is_title and (has_institution(after.text) or is_role(after.text)):
            return {id(line): byline}
    return {}


def _find_listed_title(
    text: IssueText, head: Head, lines: Sequence[PrintedLine], entries: Sequence[Entry]
) -> bool:
    """Finds the lines whose text is a title in the contents."""
    best = 0.0
    for run in _runs(lines):
        own = text.text(run)
        for entry in entries:
            score = likeness(own, entry.title)
            if score > best and score >= ALIKE:
                best, head.title, head.witness = score, list(run), entry
    return bool(best)


def _find_title(
    text: IssueText,
    head: Head,
    lines: Sequence[PrintedLine],
    below: set[int],
    names_first: bool | None,
) -> None:
    """Finds the lines that look most like a title.

    ``below``: the identities of the lines from the first names on.
    """
    scored: list[tuple[float, int, Sequence[PrintedLine]]] = []
    for run in _runs(lines):
        if _may_be_title(text, run):
            score, length = _score(text, run)
            is_below = id(run[0]) in below
            if names_first is not None and bool(below):
                score += 2 if is_below is names_first else -2
            scored.append((score, length, run))
    if not scored:
        return
    scored.sort(key=lambda one: one[:2], reverse=True)
    head.title = list(scored[0][2])
    inside = {id(line) for line in head.title}
    rivals = [one for one in scored[1:] if not inside & {id(line) for line in one[2]}]
    head.is_sure_of_title = not rivals or rivals[0][0] < scored[0][0]


def _runs(lines: Sequence[PrintedLine]) -> Iterator[Sequence[PrintedLine]]:
    """Adjacent lines that may be one title: a paragraph, or two."""
    from jatsx_draft.blocks import paragraphs_of_head

    pieces = [
        piece for paragraph in paragraphs_of_head(list(lines)) for piece in _pieces(paragraph)
    ]
    yield from pieces
    for first, second in itertools.pairwise(pieces):
        yield [*first, *second]


def _pieces(paragraph: Sequence[PrintedLine]) -> Iterator[Sequence[PrintedLine]]:
    """A paragraph without e-mails and footnotes; lines of affiliations are pieces of their own."""
    current: list[PrintedLine] = []
    for line in paragraph:
        if EMAIL.search(line.text) or is_footnote(line.text):
            if current:
                yield current
            current = []
        else:
            current.append(line)
    if current:
        yield current


def _may_be_title(text: IssueText, run: Sequence[PrintedLine]) -> bool:
    own = text.text(run)
    if not 8 <= len(folded(own)) <= 400 or EMAIL.search(own) or is_country(own):
        return False
    return not marks_at_start(run[0].text)


def _score(text: IssueText, run: Sequence[PrintedLine]) -> tuple[float, int]:
    """How much lines look like a title."""
    own = text.text(run)
    score = 0.0
    score += 3 * all(stands_out(line) for line in run) + 2 * is_in_capitals(own)
    score -= 3 * (_is_affiliation(own) and not is_in_capitals(own))
    score -= own.rstrip().endswith((".", ",", ";", ")"))
    score -= 2 * is_bibliographic(own)
    score -= "\t" in own
    score -= len({line.gap for line in run[1:]} - {Gap.NONE})
    score += 20 < len(own) < 250
    score += max((line.heading is not None) for line in run)
    return score, len(own)


def _is_affiliation(text: str) -> bool:
    """Whether a text looks like an affiliation: an institution, or a place in brackets."""
    parts = [part.strip(" ().") for part in re.split(r"[,(]", text)]
    has_place = any(is_country(part) for part in parts if part)
    return has_place or is_role(text) or (has_institution(text) and len(parts) > 1)


def _collect(head: Head, lines: Sequence[PrintedLine], bylines: dict[int, Byline]) -> None:
    """Sorts the lines around the title into names, affiliations and e-mails."""
    is_title = {id(line) for line in head.title}
    current: PrintedAffiliation | None = None
    for n, line in enumerate(lines):
        if id(line) in is_title:
            current = None
            continue
        for orcid in ORCID.findall(line.text):
            head.orcids.append((orcid, line, len(head.names)))
        rest = _take_emails(head, line, len(head.names))
        byline = bylines.get(id(line))
        if byline:
            head.names += [Named(name, line) for name in byline.names]
            head.roles += [(role, line, len(head.names)) for role in byline.roles]
            current = None
            if byline.rest:
                current = _affiliation(head, line, byline.rest)
            continue
        rest = spaced(ORCID.sub(" ", rest))
        if not head.names or not _PUNCTUATION.sub("", rest):
            current = current if _PUNCTUATION.sub("", rest) else None
            continue
        if current and _continues(current, line, rest):
            current.lines.append(line)
            current.texts.append(rest)
        elif _is_after_names(line, rest, _paragraph(lines, n)):
            current = _affiliation(head, line, rest)


def _affiliation(head: Head, line: PrintedLine, text: str) -> PrintedAffiliation:
    """Adds an affiliation."""
    found = PrintedAffiliation([line], [text], marks_at_start(text), len(head.names))
    head.affiliations.append(found)
    return found


def _continues(current: PrintedAffiliation, line: PrintedLine, text: str) -> bool:
    """Whether a line continues the affiliation above it."""
    if marks_at_start(text):
        return False
    if line.gap is Gap.NONE:
        return True
    before = current.texts[-1]
    return bool(_OPEN_END.search(before)) or text[:1].islower() or text.startswith("(")


def _paragraph(lines: Sequence[PrintedLine], n: int) -> str:
    """The text from a line to the end of its paragraph."""
    end = n + 1
    while end < len(lines) and lines[end].gap is Gap.NONE:
        end += 1
    return " ".join(line.text for line in lines[n:end])


def _is_after_names(line: PrintedLine, text: str, paragraph: str) -> bool:
    """Whether a line after the names is an affiliation."""
    if stands_out(line) and not has_institution(text):
        return False
    if marks_at_start(text) or has_institution(paragraph) or is_role(text) or _is_affiliation(text):
        return len(paragraph) < LONGEST
    return False


def _take_emails(head: Head, line: PrintedLine, names: int) -> str:
    """Takes the e-mails of a line; returns the rest of it."""
    text = line.text
    addresses = EMAIL.findall(text)
    if not addresses:
        return text
    at = 0
    for address in addresses:
        before = text[at : text.index(address, at)]
        marks = marks_at_start(before.lstrip(" ,;"))
        head.emails.append(PrintedEmail(address, marks, line, names))
        at += len(before) + len(address)
    if is_footnote(text):
        return ""
    return _EMAIL_LABEL.sub(" ", EMAIL.sub(" ", text))
