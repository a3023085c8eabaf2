"""Comments behind a value on its line, which may be text that needs quotation marks.

In YAML, a ``#`` after a space starts a comment: the title ``Some #1 aspects`` is read as ``Some``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.errors import SourceError
from jatsx.readers.positions import LineIndex, Span
from jatsx.readers.yaml_quoting import quoted

HASH_UNQUOTED = "text-hash-unquoted"
"""The code of a comment behind a text on its line."""

_BEHIND = re.compile(r"(?:[ \t]*,)?[ \t]+(?P<comment>#[^\r\n]*)")
_BELOW = re.compile(r"(?:[ \t\r]*\n)+(?P<indent>[ ]+)(?P<comment>#[^\r\n]*)")
LONGEST = 200
"""How many characters of a mended text are shown."""
_LONGEST = 60
"""How many characters of a text or comment are shown."""


@dataclass(frozen=True, slots=True)
class InlineComment:
    """A comment behind a value: the path of the value, its text, and the span of the comment."""

    path: Path
    value: str
    span: Span

    def fault(self, text: str, lines: LineIndex) -> SourceError:
        """The error of the comment, in the text of the file."""
        params = {"comment": _shortened(text[self.span.start : self.span.end])}
        if self.value:
            params["text"] = _shortened(self.value)
            whole = f"{self.value} {text[self.span.start : self.span.end].rstrip()}"
            if len(whole) <= LONGEST and "\n" not in whole:
                params["whole"] = quoted(whole)
        return SourceError(HASH_UNQUOTED, FrozenMap(params), lines.mark_of(self.span), self.path)


def comment_span(text: str, end: int, indent: int | None) -> Span | None:
    """The span of the comment behind a value that ends at ``end``; None if there is none.

    A line below that starts with ``#`` and is indented like a continuation of the value counts
    too: it is not a continuation for YAML. ``indent`` is the column of the key or dash; None in
    brackets, where indentation has no meaning.
    """
    found = _BEHIND.match(text, end)
    if found is None and indent is not None:
        found = _BELOW.match(text, end)
        if found is not None and len(found["indent"]) <= indent:
            return None
    return None if found is None else Span(*found.span("comment"))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
