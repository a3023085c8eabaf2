"""A compared value."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from benchmarks.draft.comparison import Verdict, verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of an article, drafted and transcribed.

    Args:
        field: the row of the table.
        verdict: what became of it.
        got: the drafted value, if there is one.
        gold: the transcribed value, if there is one.
        path: the path of the drafted value in the model; empty if there is none.
        language: its language, if it has one.
        item: which of several it is, for people: ``author 2``.
    """

    field: str
    verdict: Verdict
    got: str | None
    gold: str | None
    path: str = ""
    language: str = ""
    item: str = ""


def compared(
    field: str,
    got: str | None,
    accepted: Collection[str],
    path: str = "",
    *,
    language: str = "",
    item: str = "",
    by_likeness: bool = False,
) -> Compared | None:
    """The comparison of a value; None if neither side has one."""
    if not got and not accepted:
        return None
    judged = verdict(got, accepted, by_likeness=by_likeness)
    first = next(iter(accepted), None)
    return Compared(field, judged, got or None, first, path, language, item)
