"""The affiliations of an article: the same institution in several languages, and its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jatsx.model.fieldpath import Path
from jatsx_draft.affiliations import AffiliationParts, Institution, affiliation_parts
from jatsx_draft.articles import PrintedArticle
from jatsx_draft.evidence import Drafted
from jatsx_draft.head import Head, PrintedAffiliation
from jatsx_draft.head_lines import OPEN_END
from jatsx_draft.people import Person
from jatsx_draft.places import country_code, has_institution, is_whole_name
from jatsx_draft.printed import PrintedLine
from jatsx_draft.roles import is_degree, is_role


@dataclass(frozen=True, slots=True)
class _Read:
    """A printed affiliation of a block, and what it says."""

    printed: PrintedAffiliation
    parts: AffiliationParts


def add_affiliations(draft: Drafted, article: PrintedArticle, people: Sequence[Person]) -> None:
    """Adds the affiliations of all blocks, and their ids to the people."""
    rows: list[dict[str, tuple[Institution, list[PrintedLine]]]] = []
    of_person: dict[int, list[int]] = {}
    for block, head in zip(article.blocks, article.heads, strict=True):
        read = [_Read(one, affiliation_parts(_joined(one.texts))) for one in head.affiliations]
        known = len(rows)
        numbers = _rows_of_block(rows, block.language, read)
        if known and read and sum(map(len, numbers)) != known:
            lines = read[0].printed.lines
            draft.doubt("draft-affiliation-languages", ("affiliations",), lines)
        if not of_person and read:
            of_person = _of_people(draft, head, read, numbers)
        _add_roles(draft, people, block.language, head, read)
    for n, row in enumerate(rows):
        _put(draft, n, row)
    for person, own in of_person.items():
        ids = [str(n + 1) for n in dict.fromkeys(own)]
        if person < len(people) and ids:
            draft.put(("contributors", person, "affiliations"), ids, rows_lines(rows, own))


def _joined(texts: Sequence[str]) -> str:
    """One text of lines. A line that ends with a degree or a position ends a part."""
    whole = ""
    for text in texts:
        last = whole.rpartition(",")[2].strip()
        is_part = bool(last) and is_role(last) and not has_institution(last)
        is_rest = text[:1].islower() or text.startswith("(") or bool(OPEN_END.search(last))
        whole += f"{', ' if is_part and not is_rest else ' ' if whole else ''}{text}"
    return whole


def rows_lines(
    rows: Sequence[dict[str, tuple[Institution, list[PrintedLine]]]], own: Sequence[int]
) -> list[PrintedLine]:
    """The lines of some affiliations, in their first language."""
    return [line for n in own for line in next(iter(rows[n].values()))[1]]


def _rows_of_block(
    rows: list[dict[str, tuple[Institution, list[PrintedLine]]]],
    language: str,
    read: Sequence[_Read],
) -> list[list[int]]:
    """Adds the institutions of a block to the rows; for each affiliation the numbers of its rows.

    Each printed affiliation is a row of its own. The blocks print them in the same order.
    """
    numbers: list[list[int]] = []
    at = 0
    for one in read:
        own: list[int] = []
        for institution in one.parts.institutions:
            if at == len(rows):
                rows.append({})
            rows[at].setdefault(language, (institution, one.printed.lines))
            own.append(at)
            at += 1
        numbers.append(own)
    return numbers


def _of_people(
    draft: Drafted,
    head: Head,
    read: Sequence[_Read],
    numbers: Sequence[list[int]],
) -> dict[int, list[int]]:
    """The rows of each person of a block: by marks, by place, or one for all."""
    names = len(head.names)
    if any(one.printed.marks and one.printed.marks[0].isdigit() for one in read):
        return {
            n: [
                row
                for one, rows in zip(read, numbers, strict=True)
                if set(one.printed.marks) & set(head.names[n].name.marks)
                for row in rows
            ]
            for n in range(names)
        }
    if any(one.printed.after < names for one in read):
        return _by_place(read, numbers)
    every = [row for rows in numbers for row in rows]
    if len(read) > 1 and names > 1:
        if len(read) == names:
            found = {n: list(rows) for n, rows in enumerate(numbers)}
        else:
            found = dict.fromkeys(range(names), every)
        draft.doubt("draft-affiliation-people", ("contributors",), read[0].printed.lines)
        return found
    return dict.fromkeys(range(names), every)


def _by_place(read: Sequence[_Read], numbers: Sequence[list[int]]) -> dict[int, list[int]]:
    """The rows of each person whose affiliations follow the name."""
    found: dict[int, list[int]] = {}
    before = 0
    for one, rows in zip(read, numbers, strict=True):
        after = one.printed.after
        start = before if after > before else max(after - 1, 0)
        for n in range(start, after):
            found.setdefault(n, []).extend(rows)
        before = after
    return found


def _add_roles(
    draft: Drafted, people: Sequence[Person], language: str, head: Head, read: Sequence[_Read]
) -> None:
    """Adds degrees and positions that stand beside a name, or in the affiliation of one person."""
    for role, line, owner in head.roles:
        kind = "degree" if is_degree(role) else "position"
        draft.put(("contributors", owner, kind, language), role, [line])
    for one in read:
        owner = one.printed.after - 1
        is_own = len(head.names) == 1 or one.printed.after < len(head.names) or _is_last(read, one)
        lines = one.printed.lines
        if is_own and 0 <= owner < len(people):
            _add_own_roles(draft, ("contributors", owner), language, one)
        elif one.parts.degrees or one.parts.positions:
            draft.doubt("draft-position-unsure", ("contributors",), lines)


def _add_own_roles(draft: Drafted, person: Path, language: str, read: _Read) -> None:
    """Adds the degrees and positions in the affiliation of a person."""
    parts, lines = read.parts, read.printed.lines
    draft.put((*person, "degree", language), ", ".join(parts.degrees), lines)
    path = (*person, "position", language)
    draft.put(path, ", ".join(parts.positions), lines)
    if parts.positions and not parts.is_sure_of_positions:
        draft.doubt("draft-position-unsure", path, lines)


def _is_last(read: Sequence[_Read], one: _Read) -> bool:
    """Whether the affiliations follow each name, and this one follows the last."""
    return len(read) > 1 and read[0].printed.after < one.printed.after


def _put(draft: Drafted, n: int, row: dict[str, tuple[Institution, list[PrintedLine]]]) -> None:
    path = ("affiliations", n)
    first_lines = next(iter(row.values()))[1]
    draft.put((*path, "id"), str(n + 1), first_lines)
    for language, (one, lines) in row.items():
        draft.put((*path, "institution", language), one.institution, lines)
        if one.institution and not is_whole_name(one.institution):
            draft.doubt("draft-affiliation-cut", (*path, "institution", language), lines)
        draft.put((*path, "department", language), one.department, lines)
        draft.put((*path, "city", language), one.city, lines)
        draft.put((*path, "country_name", language), one.country, lines)
    codes = {code for one, _ in row.values() if (code := country_code(one.country))}
    if len(codes) == 1:
        draft.derive((*path, "country"), codes.pop(), "country-of-name", first_lines)
