"""Values with their evidence: where they are printed, and how sure they are.

A value is written only here: :meth:`Drafted.put` for what is printed, :meth:`Drafted.derive` for
what a named rule makes of what is printed, :meth:`Drafted.doubt` for a finding about a value.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path, format_path
from jatsx_draft.letters import spaced
from jatsx_draft.printed import PrintedLine

LONGEST: Final = 160
"""The maximum number of characters of a printed line that a finding quotes."""

_BEGINNING = re.compile(r"\W*\w+(?:\W+\w+)?")


class Sure(StrEnum):
    """How sure a value is."""

    TWO = "two"
    """Two places in print agree."""
    ONE = "one"
    """One place in print has it."""
    DOUBT = "doubt"
    """Places in print contradict each other, or it was hard to tell."""
    DERIVED = "derived"
    """It is not printed: a rule made it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value is printed, how sure it is, and the rule that made it if it is derived."""

    lines: tuple[PrintedLine, ...]
    sure: Sure
    rule: str = ""

    @property
    def place(self) -> Place | None:
        """The place of the first line."""
        return self.lines[0].place if self.lines else None


@dataclass(slots=True)
class Drafted:
    """The data of an article or of an issue, with the evidence of each value.

    Args:
        id: the id of the article; None for an issue.
    """

    id: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    evidence: dict[Path, Evidence] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def put(
        self, path: Path, value: object, lines: Iterable[PrintedLine], sure: Sure = Sure.ONE
    ) -> None:
        """Sets a printed value; an empty one is left out."""
        if value in ("", None, [], {}, ()):
            return
        _set(self.data, path, value)
        self.evidence[path] = Evidence(_narrowed(tuple(lines), value), sure)

    def derive(self, path: Path, value: str, rule: str, lines: Iterable[PrintedLine]) -> None:
        """Sets a value that a rule made of what is printed."""
        _set(self.data, path, value)
        self.evidence[path] = Evidence(tuple(lines), Sure.DERIVED, rule)

    def confirm(self, path: Path) -> None:
        """Records that a second place in print has the same value."""
        known = self.evidence.get(path)
        if known and known.sure is Sure.ONE:
            self.evidence[path] = Evidence(known.lines, Sure.TWO)

    def doubt(self, code: str, path: Path, lines: Sequence[PrintedLine], **params: str) -> None:
        """Adds a finding about a value, with the printed line, and marks the value as doubtful."""
        known = self.evidence.get(path)
        if known and known.sure is not Sure.DERIVED:
            self.evidence[path] = Evidence(known.lines, Sure.DOUBT)
        given = {name: value for name, value in params.items() if value}
        printed = {"printed": quoted(lines)} if lines else {}
        self.findings.append(
            Finding(
                code,
                Level.WARNING,
                FrozenMap({**printed, **given}),
                format_path(path) or None,
                self.id,
                place=lines[0].place if lines else None,
            )
        )

    def note_derived(self) -> None:
        """Adds a finding that names the derived values."""
        derived = [path for path, one in self.evidence.items() if one.sure is Sure.DERIVED]
        if derived:
            fields = ", ".join(map(format_path, derived))
            self.doubt(
                "draft-values-derived", derived[0] if self.id is None else (), (), fields=fields
            )


def _narrowed(lines: tuple[PrintedLine, ...], value: object) -> tuple[PrintedLine, ...]:
    """The lines of the page from the one where a value begins, for a line that was joined of them.

    >>> _narrowed((), "x")
    ()
    """
    parts = tuple(part for line in lines for part in line.parts or (line,))
    if len(parts) < 2 or not isinstance(value, str):
        return parts
    start = _BEGINNING.match(value)
    wanted = start[0] if start else value
    first = next((n for n, part in enumerate(parts) if wanted in part.text), 0)
    return parts[first:]


def quoted(lines: Sequence[PrintedLine]) -> str:
    """The text of printed lines as a finding quotes it: one line, shortened."""
    text = spaced(" ".join(line.text for line in lines))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def at(line: PrintedLine) -> str:
    """The place of a line as a param of a finding."""
    return str(line.place)


def _set(data: dict[str, Any], path: Path, value: object) -> None:
    """Sets a value in nested mappings and lists, which are made as needed."""
    here: Any = data
    for step, following in itertools.pairwise(path):
        empty: object = [] if isinstance(following, int) else {}
        here = _at(here, step, empty)
    _at(here, path[-1], value)
    if isinstance(here, dict):
        here[str(path[-1])] = value
    else:
        here[path[-1]] = value


def _at(here: Any, step: str | int, empty: object) -> Any:
    if isinstance(step, int):
        while len(here) <= step:
            here.append(None)
        if here[step] is None:
            here[step] = empty
        return here[step]
    return here.setdefault(step, empty)


def value_at(data: Mapping[str, Any], path: Path) -> Any:
    """The value at a path; None if there is none."""
    here: Any = data
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here
