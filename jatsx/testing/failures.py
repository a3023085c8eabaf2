"""What a test has against an exporter, in words: of which article, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from jatsx.testing.awkward import Awkward
from jatsx.testing.subject import Subject, Variant

MOST: Final = 5
"""How many objections one test tells."""

LONGEST: Final = 300
"""How many characters of a value are shown."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with what an exporter makes, and what to do about it."""

    what: str
    todo: str
    way: Variant | None = None
    field: str = ""

    def __str__(self) -> str:
        said = {"exported": self.way, "field": self.field, "wrong": self.what, "to do": self.todo}
        shown = (f"  {label + ':':9} {text}" for label, text in said.items() if str(text or ""))
        return "\n".join(shown)


def assert_none(
    objections: Iterable[Failure], subject: Subject, awkward: Awkward | None = None
) -> None:
    """Nothing, where there is no objection.

    Raises:
        AssertionError: there is; the first few are told.
    """
    __tracebackhide__ = True
    told = list(islice(objections, MOST + 1))
    if told:
        whose = f", article {awkward.name}\n  {awkward.path}" if awkward else ""
        more = ["  … and more of the kind"] if told[MOST:] else []
        raise AssertionError(
            "\n\n".join([f"format {subject.name}{whose}", *map(str, told[:MOST]), *more])
        )


def excerpt(text: str) -> str:
    """A text, short enough to show."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
