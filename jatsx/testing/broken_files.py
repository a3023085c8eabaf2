"""A file as it may arrive: in another encoding, cut off, empty, with very long lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

LONG: Final = 10_000_000
"""The number of characters of the long line."""

CUTS: Final = 12
"""At how many places a file is cut off."""


MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()


def common_variants(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The same text as common programs write it. A reader reads it without an error."""
    yield "with a byte-order mark", MARK + content.removeprefix(MARK)
    unix = content.replace(b"\r\n", b"\n")
    yield "with the line ends of Windows", unix.replace(b"\n", b"\r\n")


def encoded_variants(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The same text in other encodings. A reader reads it, or reports that it cannot."""
    text = content.decode("utf-8-sig", "ignore")
    yield "in UTF-16", text.encode("utf-16")
    yield "in windows-1251", text.encode("cp1251", "ignore")
    yield "in KZ-1048", text.encode("kz1048", "ignore")


def broken_variants(content: bytes, values: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Files that cannot be read as a whole. A reader reports that."""
    yield "that is empty", b""
    yield "of blank lines", b"\n \n\t\n"
    yield "of random bytes", bytes(range(256)) * 20
    for number in range(1, CUTS):
        at = len(content) * number // CUTS
        yield f"that is cut off after {at} bytes", content[:at]
    for value in values[:1]:
        own = value.encode()
        yield "with a NUL character in a value", content.replace(own, own[:1] + b"\0" + own[1:])
        yield "with a byte that is not UTF-8 in a value", content.replace(own, own + b"\xff")
        yield "with a value of 10 MB", content.replace(own, own + b"x" * LONG)


def sentinel(value: str) -> str:
    """Another value of the same form: each letter and digit is replaced by the next one.

    >>> sentinel("10.5555/Az-9")
    '21.6666/Ba-0'
    """
    return "".join(map(_next, value))


def _next(character: str) -> str:
    for first, last in ("09", "az", "AZ", "ая", "АЯ"):
        if first <= character <= last:
            return first if character == last else chr(ord(character) + 1)
    return character
