"""Finding the incorrect child of an element.

libxml2 reports the parent, or the first child after a missing one. So the children are validated
again with one child added, deleted or moved. The change that makes them valid shows the error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from jatsx.validation.content_models import ElementContents, PathStep, SpentError, Verdict
from jatsx.validation.kinds import CONTENT

MOST_FAULTS = 6
"""The maximum number of errors that are searched for in one element."""

FEW = 8
"""With at most this many children, each is tried at every position."""

MANY = 60
"""The maximum number of children near the reported position that are tried."""


@dataclass(frozen=True, slots=True)
class LocatedError:
    """An error in the children of an element.

    ``child`` is the position of the incorrect child; None if one is missing. ``names`` are then the
    names of which one is missing. ``corrected`` are the children without the error.
    """

    kind: str
    child: int | None = None
    names: tuple[str, ...] = ()
    corrected: tuple[PathStep, ...] = ()


def locate_errors(contents: ElementContents) -> list[LocatedError]:
    """The errors in the children of an element, in order."""
    parts: tuple[PathStep, ...] = tuple(range(len(contents.names)))
    found: list[LocatedError] = []
    with suppress(SpentError):
        for _ in range(MOST_FAULTS):
            verdict = contents.verdict(parts)
            if verdict is None:
                return found
            found += _Search(contents, parts, verdict).found()
            if found[-1].corrected in ((), parts):
                break
            parts = found[-1].corrected
    return found or [LocatedError(CONTENT)]


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one error, given the children and the result of validating them."""

    contents: ElementContents
    parts: tuple[PathStep, ...]
    verdict: Verdict

    def found(self) -> Iterator[LocatedError]:
        """The error that explains the verdict best; several errors if several are missing."""
        yield from (
            self.twin()
            or self.missing(1, is_whole=True)
            or self.surplus()
            or self.moved()
            or self.moved_anywhere()
            or self.missing(2, is_whole=True)
            or self.missing(1, is_whole=False)
            or self.missing(2, is_whole=False)
            or self.refused()
        )

    def twin(self) -> list[LocatedError]:
        """The child at the reported position repeats the one before it."""
        at = self.verdict.at
        if at == len(self.parts) or not at or self.name(at) != self.name(at - 1):
            return []
        corrected = _without(self.parts, at)
        return self.of_child("part-repeated", at, corrected) if self.accepts(corrected, at) else []

    def missing(self, count: int, *, is_whole: bool) -> list[LocatedError]:
        """``count`` children are missing at the reported position.

        With ``is_whole``, there must be no other error. Without it, the next child must be valid.
        """
        at = self.verdict.at
        if not is_whole and at == len(self.parts):
            return []
        tried: list[tuple[str, ...]] = [()]
        for _ in range(count):
            tried = [(*names, name) for names in tried for name in self.expected(names)]
        further = None if is_whole else at + count
        fitting = [names for names in tried if self.accepts(self.with_names(names), further)]
        return list(self.missing_names(fitting)) if fitting else []

    def missing_names(self, fitting: Sequence[tuple[str, ...]]) -> Iterator[LocatedError]:
        """An error for each missing name, with its alternatives."""
        corrected = self.with_names(fitting[0])
        for alternatives in zip(*fitting, strict=True):
            written = dict.fromkeys(map(self.contents.written, alternatives))
            yield LocatedError("part-missing", None, tuple(written), corrected)

    def surplus(self) -> list[LocatedError]:
        """Without one of the children, the others are valid."""
        for at in self.nearest():
            corrected = _without(self.parts, at)
            if self.accepts(corrected):
                return self.of_child(self.kind_of_surplus(at), at, corrected)
        return []

    def kind_of_surplus(self, at: int) -> str:
        if any(self.accepts(moved) for moved in _moves(self.parts, at)):
            return "part-misplaced"
        names = [self.name(n) for n in range(len(self.parts))]
        return "part-repeated" if names.count(names[at]) > 1 else "part-unexpected"

    def moved(self) -> list[LocatedError]:
        """The children are valid if one of them is moved to the reported position."""
        for at in self.nearest():
            rest = _without(self.parts, at)
            to = self.verdict.at - (at < self.verdict.at)
            moved = (*rest[:to], self.parts[at], *rest[to:])
            if self.accepts(moved):
                return self.of_child("part-misplaced", at, moved)
        return []

    def moved_anywhere(self) -> list[LocatedError]:
        """The children are valid if one of a few is moved to another position."""
        for at in self.nearest() if len(self.parts) <= FEW else ():
            for moved in _moves(self.parts, at):
                if self.accepts(moved):
                    return self.of_child("part-misplaced", at, moved)
        return []

    def refused(self) -> list[LocatedError]:
        """The child at the reported position is not allowed; or children are missing at the end."""
        at = self.verdict.at
        if at == len(self.parts):
            return self.missing_at_end()
        corrected = _without(self.parts, at)
        names = [self.name(n) for n in range(at)]
        kind = "part-repeated" if self.name(at) in names else "part-unexpected"
        return self.of_child(kind, at, corrected) or [LocatedError(CONTENT)]

    def missing_at_end(self) -> list[LocatedError]:
        """The names that are allowed next at the end. More children may be missing after them."""
        at = self.verdict.at
        fitting = [
            (name,) for name in self.verdict.expected if self.accepts(self.with_names((name,)), at)
        ]
        if len(fitting) == 1:
            return list(self.missing_names(fitting))
        names = tuple(self.contents.written(name) for (name,) in fitting)
        return [LocatedError("part-missing" if names else CONTENT, None, names, self.parts)]

    def of_child(self, kind: str, at: int, corrected: tuple[PathStep, ...]) -> list[LocatedError]:
        part = self.parts[at]
        return [LocatedError(kind, part, (), corrected)] if isinstance(part, int) else []

    def accepts(self, parts: Sequence[PathStep], further_than: int | None = None) -> bool:
        """Whether the children are valid, or at least those up to a position."""
        verdict = self.contents.verdict(parts)
        return verdict is None or (further_than is not None and verdict.at > further_than)

    def expected(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names expected after these names at the reported position."""
        verdict = self.contents.verdict(self.with_names(names)) if names else self.verdict
        return verdict.expected if verdict else ()

    def with_names(self, names: tuple[str, ...]) -> tuple[PathStep, ...]:
        at = self.verdict.at
        return (*self.parts[:at], *names, *self.parts[at:])

    def nearest(self) -> Iterator[int]:
        """The positions of the children, the nearest to the reported position first."""
        at, last = self.verdict.at, len(self.parts) - 1
        order = sorted(range(last + 1), key=lambda n: (abs(n - at), n))
        return islice((n for n in order if isinstance(self.parts[n], int)), MANY)

    def name(self, at: int) -> str:
        part = self.parts[at]
        return part if isinstance(part, str) else self.contents.names[part]


def _without(parts: tuple[PathStep, ...], at: int) -> tuple[PathStep, ...]:
    return (*parts[:at], *parts[at + 1 :])


def _moves(parts: tuple[PathStep, ...], at: int) -> Iterator[tuple[PathStep, ...]]:
    """The children with one of them at each other position, the nearest positions first."""
    rest = _without(parts, at)
    for to in sorted(set(range(len(parts))) - {at}, key=lambda n: abs(n - at)):
        yield (*rest[:to], parts[at], *rest[to:])
