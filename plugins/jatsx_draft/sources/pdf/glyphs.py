"""The characters on a page, with their place and size."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

SPACE: Final = " "
_HYPHEN_OF_PDFIUM: Final = 2
"""What PDFium gives for a hyphen at the end of a line."""

_LONGEST_NAME: Final = 128
_BOLD: Final = ("bold", "black", "heavy", "demi", "semibold")
_ITALIC: Final = ("italic", "oblique")


class Glyph(NamedTuple):
    """A character.

    Lengths are in points, and grow to the right and upwards. ``base``: the line on which it
    stands. ``size``: the height of its font. ``follows_space``: whether there is a space before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    is_italic: bool = False
    follows_space: bool = False


def glyphs_of(page: PdfTextPage) -> Iterator[Glyph]:
    """The visible characters of a page, in the order of the file."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    fonts: dict[object, tuple[bool, bool]] = {}
    follows_space = False
    for at, text in _characters(page):
        if text.isspace() or text == "\0":
            follows_space = True
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        key = ctypes.cast(raw.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value
        if key not in fonts:
            fonts[key] = _weights(page, at)
        size = box.top - box.bottom
        if size > 0:
            yield Glyph(text, box.left, box.right, y.value, size, *fonts[key], follows_space)
            follows_space = False


def _characters(page: PdfTextPage) -> Iterator[tuple[int, str]]:
    """The characters with their positions. Some are of two code units."""
    from pypdfium2 import raw

    high = 0
    for at in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, at)
        if 0xD800 <= code < 0xDC00:
            high = code
        elif 0xDC00 <= code < 0xE000 and high:
            yield at - 1, chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            high = 0
        elif code == _HYPHEN_OF_PDFIUM:
            yield at, "-"
        elif 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            yield at, "\N{REPLACEMENT CHARACTER}"
        else:
            yield at, chr(code)


def _weights(page: PdfTextPage, at: int) -> tuple[bool, bool]:
    """Whether the font of a character is bold, and whether it is italic, by its name."""
    from pypdfium2 import raw

    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, at, name, _LONGEST_NAME, flags)
    words = name.value.decode("utf-8", "replace").lower()
    return any(word in words for word in _BOLD), any(word in words for word in _ITALIC)
