"""Runs of characters with the same markup. Together they form a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from jatsx.model.text import ILLEGAL, Markup, Node, Text

MAX_MARKUP: Final = 10
"""The maximum depth of nested tags. Deeper tags are omitted."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_EDGES = " \N{NO-BREAK SPACE}"
_LOOKALIKE = re.compile(r"</?[A-Za-z][^<>]*>")
_NESTING = ("sub", "sup")


class Run(NamedTuple):
    """Characters, and the tags around them, outermost first."""

    characters: str
    markup: tuple[str, ...] = ()


class Runs:
    """A builder of a text, which normalises white space as a browser does."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def append(self, characters: str, markup: tuple[str, ...] = ()) -> None:
        """Adds characters. White space at the beginning or after other white space is ignored."""
        shown = _SPACES.sub(" ", ILLEGAL.sub("", characters.replace("\f", " ")))
        if not self._runs or self._runs[-1].characters.endswith(" "):
            shown = shown.removeprefix(" ")
        if shown:
            self._runs.append(Run(shown, _effective(markup)))

    def extend(self, others: Runs) -> None:
        for run in others._runs:
            self.append(*run)

    def __bool__(self) -> bool:
        return bool(self._runs)

    @property
    def plain(self) -> str:
        return "".join(run.characters for run in self._runs)

    def text(self) -> Text:
        """The text, without white space at its ends."""
        lookalikes = tuple(_LOOKALIKE.findall(self.plain))
        return Text(tuple(_nodes(_trimmed(self._runs))), lookalikes)


def _effective(markup: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that have an effect. A tag inside the same tag has none."""
    kept: list[str] = []
    for tag in markup:
        if (tag not in kept or tag in _NESTING) and len(kept) < MAX_MARKUP:
            kept.append(tag)
    return tuple(kept)


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without white space or no-break spaces at their ends."""
    visible = [n for n, run in enumerate(runs) if run.characters.strip(_EDGES)]
    if not visible:
        return []
    kept = runs[visible[0] : visible[-1] + 1]
    kept[0] = kept[0]._replace(characters=kept[0].characters.lstrip(_EDGES))
    kept[-1] = kept[-1]._replace(characters=kept[-1].characters.rstrip(_EDGES))
    return kept


def _nodes(runs: Iterable[Run]) -> Iterator[Node]:
    for tag, group in groupby(runs, lambda run: run.markup[0] if run.markup else None):
        if tag is None:
            yield "".join(run.characters for run in group)
        else:
            inside = (Run(run.characters, run.markup[1:]) for run in group)
            yield Markup(tag, tuple(_nodes(inside)))
