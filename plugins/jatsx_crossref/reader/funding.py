"""``fr:program``: funders and their awards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jatsx.model import Award, FrozenMap, Funding
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.tree import SourceNode

ASSERTION: Final = "fr:assertion"
AWARDS: Final = {"award_number": "number", "grant_doi": "doi"}
IDENTIFIERS: Final = ("funder_identifier", "ror")


@dataclass(slots=True)
class _Group:
    """The funders and awards of one group."""

    funders: list[dict[str, Any]] = field(default_factory=list)
    awards: list[dict[str, str]] = field(default_factory=list)


def funding(programs: Sequence[SourceNode], notes: DepositNotes) -> tuple[Funding, ...]:
    """The funders in order.

    Awards of a group with several funders belong to none of them: which one isn't known.
    """
    read: list[Funding] = []
    for program in programs:
        assertions = program.take_all(ASSERTION)
        groups = [one for one in assertions if _name(one) == "fundgroup"]
        alone = [one for one in assertions if one not in groups]
        for element in groups:
            element.take_attribute("name")
            _add(_group(element.take_all(ASSERTION), notes), element, read, notes)
        if alone:
            _add(_group(alone, notes), alone[0], read, notes)
    return tuple(read)


def _add(group: _Group, element: SourceNode, read: list[Funding], notes: DepositNotes) -> None:
    """Adds the funders of a group with its awards."""
    awards = tuple(Award(**one) for one in group.awards)
    is_clear = len(group.funders) < 2
    for funder in group.funders or [{}]:
        path: Path = ("funding", len(read))
        notes.record(path, element)
        one = Funding(**funder, awards=awards if is_clear else ())
        read += [one] if one else []
    if awards and not is_clear:
        path = ("funding", len(read))
        read.append(Funding(awards=awards))
        notes.warn("crossref-funding-ungrouped", path, element)


def _group(assertions: Sequence[SourceNode], notes: DepositNotes) -> _Group:
    group = _Group()
    for assertion in assertions:
        name = assertion.take_attribute("name")
        if name == "funder_name":
            group.funders.append(_named_funder(assertion, notes))
            inside = [one for one in assertion.find_all(ASSERTION) if _name(one) in AWARDS]
            for one in inside:
                one.is_taken = True
                _add_award(group, one)
        elif name in IDENTIFIERS:
            _add_id(group, assertion)
        elif name in AWARDS:
            _add_award(group, assertion)
        else:
            assertion.leave()
            assertion.taken_attributes.clear()
    return group


def _named_funder(assertion: SourceNode, notes: DepositNotes) -> dict[str, Any]:
    """A funder's name, with the identifier inside it."""
    name = assertion.take_line()
    funder: dict[str, Any] = {"funder": FrozenMap({notes.language: name} if name else {})}
    for inside in assertion.find_all(ASSERTION):
        if _name(inside) in IDENTIFIERS and len(funder) == 1:
            inside.is_taken = True
            inside.take_attribute("name")
            funder["funder_id"] = inside.take_line()
    return funder


def _add_id(group: _Group, assertion: SourceNode) -> None:
    """Adds an identifier to the last funder, or as a funder if that has one."""
    last = group.funders[-1] if group.funders else None
    if last is None or "funder_id" in last:
        last = {}
        group.funders.append(last)
    last["funder_id"] = assertion.take_line()


def _add_award(group: _Group, assertion: SourceNode) -> None:
    """Adds an award number; or the DOI of a grant, to the number before it or as an award."""
    field = AWARDS[assertion.take_attribute("name") or ""]
    text = assertion.take_line()
    last = group.awards[-1] if group.awards and field == "doi" else None
    if not text:
        return
    if last is None or field in last:
        group.awards.append({field: text})
    else:
        last[field] = text


def _name(assertion: SourceNode) -> str:
    return assertion.attributes.get("name", "").strip()
