"""Finding an excerpt of a value in the source, where it may be written with escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.readers.positions import Span

_SPACE = re.compile(r"\s+")


def excerpt_span(text: str, span: Span, excerpt: str) -> Span | None:
    """The span of an excerpt inside the span of a value; None if it is not found.

    A space also matches a line break with indentation, and a letter also matches its escape
    (``\\u049a``). A separate word is preferred to the same letters inside a longer word.
    """
    if not excerpt.strip():
        return None
    patterns = [*dict.fromkeys(_pattern(excerpt, doubled) for doubled in ("", "'", "\\"))]
    for before, after in ((r"(?<!\w)", r"(?!\w)"), ("", "")):
        for pattern in patterns:
            found = re.compile(f"{before}{pattern}{after}").search(text, span.start, span.end)
            if found is not None:
                return Span(found.start(), found.end())
    return None


def _pattern(excerpt: str, doubled: str) -> str:
    """A pattern that matches an excerpt as JSON and YAML may write it.

    ``doubled`` is the character that is written twice: ``'`` in YAML's single quotes, the backslash
    in double quotes. A choice for each character would take exponential time.
    """
    words = _SPACE.split(excerpt.strip())
    return r"\s+".join("".join(_alternatives(word, doubled)) for word in words)


def _alternatives(word: str, doubled: str) -> Iterator[str]:
    for character in word:
        if character == doubled:
            yield re.escape(2 * character)
        elif character in '"/':
            yield rf"\\?{character}"
        elif character.isascii():
            yield re.escape(character)
        else:
            yield f"(?:{character}|(?i:{_escapes(character)}))"


def _escapes(character: str) -> str:
    """A pattern of the escapes of a character. JSON writes one above U+FFFF as two escapes."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    escapes = "".join(rf"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
    code = ord(character)
    return "|".join([escapes, rf"\\U{code:08x}", *([rf"\\x{code:02x}"] if code < 0x100 else [])])
