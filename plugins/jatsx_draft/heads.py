"""The head of a block: its lines sorted into codes, title, names, affiliations and e-mails."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from jatsx_draft.addresses import doi_of, ends_inside
from jatsx_draft.bylines import Byline, read_byline
from jatsx_draft.contents import ALIKE, Entry
from jatsx_draft.dates import dates_of
from jatsx_draft.head import Head
from jatsx_draft.head_lines import is_affiliation, sort_lines
from jatsx_draft.issue_text import IssueText, is_bibliographic, stands_out
from jatsx_draft.letters import folded, is_in_capitals, language_of, likeness
from jatsx_draft.names import PrintedName
from jatsx_draft.patterns import (
    EMAIL,
    ORCID,
    bare_codes,
    codes_in,
    is_footnote,
    marks_at_start,
    scheme_label,
)
from jatsx_draft.places import has_institution, is_country
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.roles import is_role

Known = Callable[[PrintedName], bool]


def candidates(lines: Iterable[PrintedLine]) -> Iterator[PrintedName]:
    """The names that lines of a head may contain, before anything else is known."""
    for line in lines:
        byline = read_byline(_byline_text(line), lambda name: False)  # noqa: ARG005
        if byline and not byline.rest:
            yield from byline.names


def read_head(
    text: IssueText,
    lines: Sequence[PrintedLine],
    known: Known,
    entries: Sequence[Entry],
    names_first: bool | None = None,
    following: Sequence[PrintedLine] = (),
) -> Head:
    """The head of a block.

    Args:
        text: the issue.
        lines: the lines of the head.
        known: whether a name is known from another place in print.
        entries: the lines of the contents pages.
        names_first: whether the names stand above the title; None if it is not known.
        following: the lines of the abstract and the keywords, which have the same language.
    """
    head = Head(dates=dates_of(lines, text.known_labels))
    left = _without_identifiers(head, lines)
    bylines = _bylines(left, known)
    if not bylines:
        head.is_sure_of_names = False
        bylines = _probable_byline(left)
    others = _segments(left, bylines)
    language = language_of(text.text(following)) if following else None
    if not _find_listed_title(text, head, others, entries):
        first = next((n for n, line in enumerate(left) if id(line) in bylines), None)
        below = {id(line) for line in left[first:]} if first is not None else set()
        _find_title(text, head, others, below, names_first, language)
    sort_lines(head, left, bylines)
    return head


def _without_identifiers(head: Head, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Takes codes, DOIs and dates from the lines; returns the lines that may contain more."""
    left: list[PrintedLine] = []
    waiting: str | None = None
    dated = {id(date.line) for date in head.dates}
    for line, after in itertools.zip_longest(lines, lines[1:]):
        codes = list(codes_in(line.text))
        if waiting and not codes:
            codes = [(waiting, code) for code in bare_codes(line.text, waiting)]
        waiting = scheme_label(line.text)
        head.codes += [(scheme, code, line) for scheme, code in codes]
        doi = doi_of(line.text, [line])
        if doi:
            is_cut = doi.is_cut or ends_inside(doi.text, line, after)
            (head.cut_dois if is_cut else head.dois).append((doi.text, line))
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
        byline = read_byline(_byline_text(line), known)
        if not byline or (
            stands_out(line) and is_in_capitals(line.text) and not _agree(byline, known)
        ):
            continue
        is_institution = bool(byline.rest) and bool(found) and not all(map(known, byline.names))
        if _agree(byline, known) and not is_institution:
            found[id(line)] = byline
    return _without_titles(found, lines)


def _without_titles(
    bylines: Mapping[int, Byline], lines: Sequence[PrintedLine]
) -> dict[int, Byline]:
    """The lines of names without those in capitals that have no initials, if others have them."""
    has_initials = any(name.has_initials for one in bylines.values() for name in one.names)
    titles = {
        id(line)
        for line in lines
        if has_initials and (stands_out(line) or is_in_capitals(line.text))
    }
    return {
        at: one
        for at, one in bylines.items()
        if at not in titles or any(name.has_initials for name in one.names)
    }


def _agree(byline: Byline, known: Known) -> bool:
    """Whether enough names of a line have initials, or are known."""
    certain = [name for name in byline.names if name.has_initials or known(name)]
    return 2 * len(certain) >= len(byline.names)


def _byline_text(line: PrintedLine) -> str:
    """The text of a line without ORCID iDs; empty for cells of a table.

    On a page, a wide space between words is no cell.
    """
    if "\t" in line.text and line.page is None:
        return ""
    return ORCID.sub(" ", line.text.replace("\t", " "))


def _probable_byline(lines: Sequence[PrintedLine]) -> dict[int, Byline]:
    """If no name is certain: the first line of names before an affiliation."""
    for line, after in itertools.pairwise(lines):
        byline = read_byline(_byline_text(line), lambda name: True)  # noqa: ARG005
        is_title = stands_out(line) or is_in_capitals(line.text)
        if byline and not is_title and (has_institution(after.text) or is_role(after.text)):
            return {id(line): byline}
    return {}


def _find_listed_title(
    text: IssueText,
    head: Head,
    segments: Sequence[Sequence[PrintedLine]],
    entries: Sequence[Entry],
) -> bool:
    """Finds the lines whose text is a title in the contents."""
    best = 0.0
    for run in _runs(segments):
        own = text.text(run)
        for entry in entries:
            score = likeness(own, entry.title)
            if score > best and score >= ALIKE:
                best, head.title, head.witness = score, list(run), entry
    return bool(best)


def _find_title(
    text: IssueText,
    head: Head,
    segments: Sequence[Sequence[PrintedLine]],
    below: set[int],
    names_first: bool | None,
    language: str | None,
) -> None:
    """Finds the lines that look most like a title.

    ``below``: the identities of the lines from the first names on. ``language``: that of the block.
    """
    scored: list[tuple[float, int, Sequence[PrintedLine]]] = []
    for run in _runs(segments):
        if _may_be_title(text, run):
            score, length = _score(text, run)
            is_below = id(run[0]) in below
            if names_first is not None and bool(below):
                score += 2 if is_below is names_first else -2
            score -= 4 * _is_in_other_script(text.text(run), language)
            scored.append((score, length, run))
    if not scored:
        return
    scored.sort(key=lambda one: one[:2], reverse=True)
    head.title = list(scored[0][2])
    inside = {id(line) for line in head.title}
    rivals = [one for one in scored[1:] if not inside & {id(line) for line in one[2]}]
    head.is_sure_of_title = not rivals or rivals[0][0] < scored[0][0]


def _is_in_other_script(text: str, language: str | None) -> bool:
    """Whether a text is in Latin letters and the block in Cyrillic ones, or the other way round."""
    own = language_of(text)
    return None not in (own, language) and (own == "en") != (language == "en")


def _segments(
    lines: Sequence[PrintedLine], bylines: Mapping[int, Byline]
) -> list[list[PrintedLine]]:
    """The lines between the lines of names."""
    found: list[list[PrintedLine]] = [[]]
    for line in lines:
        if id(line) in bylines:
            found.append([])
        else:
            found[-1].append(line)
    return found


def _runs(segments: Sequence[Sequence[PrintedLine]]) -> Iterator[Sequence[PrintedLine]]:
    """Adjacent lines that may be one title: a paragraph, or two."""
    from jatsx_draft.blocks import paragraphs_of_head

    for lines in segments:
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
            if current and _begins_affiliation(line):
                yield current
                current = []
            current.append(line)
    if current:
        yield current


def _begins_affiliation(line: PrintedLine) -> bool:
    """Whether an affiliation, a degree or a position begins with a line below a title."""
    text = line.text.lstrip()
    if stands_out(line) or is_in_capitals(text) or (text[:1].islower() and not is_role(text)):
        return False
    return is_affiliation(text)


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
    score -= 3 * (is_affiliation(own) and not is_in_capitals(own))
    score -= own.rstrip().endswith((".", ",", ";", ")"))
    score -= 2 * is_bibliographic(own)
    score -= "\t" in own
    score -= len({line.gap for line in run[1:]} - {Gap.NONE})
    score += 20 < len(own) < 250
    score += max((line.heading is not None) for line in run)
    return score, len(own)
