"""Failures of an exporter, as text: for which article, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from jatsx.testing.awkward import Awkward
from jatsx.testing.subject import Subject, Variant

MOST: Final = 5
"""How many failures one test shows."""

LONGEST: Final = 300
"""How many characters of a value are shown."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with an exporter, and what to do about it."""

    what: str
    todo: str
    variant: Variant | None = None
    field: str = ""

    def __str__(self) -> str:
        lines = {
            "variant": self.variant,
            "field": self.field,
            "wrong": self.what,
            "to do": self.todo,
        }
        shown = (f"  {label + ':':9} {text}" for label, text in lines.items() if str(text or ""))
        return "\n".join(shown)


def assert_none(
    failures: Iterable[Failure], subject: Subject, awkward: Awkward | None = None
) -> None:
    """Passes if there are no failures.

    Raises:
        AssertionError: there are failures; it shows the first few.
    """
    __tracebackhide__ = True
    shown = list(islice(failures, MOST + 1))
    if shown:
        of_article = f", article {awkward.name}\n  {awkward.path}" if awkward else ""
        more = ["  … and more failures of this kind"] if shown[MOST:] else []
        raise AssertionError(
            "\n\n".join([f"format {subject.name}{of_article}", *map(str, shown[:MOST]), *more])
        )


def excerpt(text: str) -> str:
    """A text, short enough to show."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
