"""Where in the source of a value an excerpt of it stands, however it is spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.readers.positions import Span

_SPACE = re.compile(r"\s+")


def excerpt_span(text: str, span: Span, excerpt: str) -> Span | None:
    """The span of an excerpt within that of a value; None where the source doesn't say it.

    A space may be a line break with its indentation, and a letter an escape (``\\u049a``). A word
    by itself goes before the same letters in a longer word.
    """
    if not excerpt.strip():
        return None
    spelt = r"\s+".join(map(_spelt, _SPACE.split(excerpt.strip())))
    for pattern in (rf"(?<!\w){spelt}(?!\w)", spelt):
        found = re.compile(pattern).search(text, span.start, span.end)
        if found is not None:
            return Span(found.start(), found.end())
    return None


def _spelt(word: str) -> str:
    """A pattern of the ways in which JSON and YAML spell a word."""
    return "".join(_alternatives(word))


def _alternatives(word: str) -> Iterator[str]:
    for character in word:
        if character == "'":
            yield "''?"
        elif character in '"\\/':
            yield rf"\\?{re.escape(character)}"
        elif character.isascii():
            yield re.escape(character)
        else:
            yield f"(?:{character}|(?i:{_escapes(character)}))"


def _escapes(character: str) -> str:
    """The escapes of a character: in JSON one beyond the first plane is two."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    escapes = "".join(rf"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
    code = ord(character)
    return "|".join([escapes, rf"\\U{code:08x}", *([rf"\\x{code:02x}"] if code < 0x100 else [])])
