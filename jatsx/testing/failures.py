"""Failures of an exporter as text: the article, the problem, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from jatsx.testing.awkward import Awkward
from jatsx.testing.subject import Subject, Variant

MOST: Final = 5
"""The maximum number of failures that a test shows."""

LONGEST: Final = 300
"""The maximum length of a value that is shown."""


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
        AssertionError: there are failures. The message shows the first ones.
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
    """The beginning of a text, short enough to show."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
