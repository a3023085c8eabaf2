"""A PDF file, opened within bounds, and the characters of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import InputFile, UnreadableSource
from jatsx_draft.sources.pdf.glyphs import Glyph, glyphs_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_FILE: Final = 200_000_000
"""The maximum number of bytes of a file."""

MAX_PAGES: Final = 2_000
"""The maximum number of pages."""

MAX_GLYPHS: Final = 100_000
"""The maximum number of characters of a page. A dense page has 10,000."""

_LETTERS_OF_A_SCAN: Final = 20
"""The pages of a scan have fewer letters on average: page numbers, or the name of a program."""

_UNKNOWN_AT_MOST: Final = 0.1
"""The share of characters whose fonts do not say which letters they show."""


def pages(path: InputFile) -> list[list[Glyph]]:
    """The characters of each page.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it has no printed text, or pypdfium2 is not installed.
    """
    document = _opened(path)
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableSource("draft-file-pages", limit=str(MAX_PAGES))
        found = list(_pages(document))
    finally:
        document.close()
    _refuse_pictures(found)
    return found


def _opened(path: InputFile) -> PdfDocument:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
        from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
    except ImportError as error:
        raise UnreadableSource("draft-library-missing", name="pypdfium2") from error
    with path.open("rb") as file:
        content = file.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise UnreadableSource("draft-file-large", limit=str(MAX_FILE // 1_000_000))
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise UnreadableSource("draft-file-encrypted") from None
        raise _damaged() from None


def _pages(document: PdfDocument) -> Iterator[list[Glyph]]:
    """The characters of each page. A page that is damaged makes the file a damaged one."""
    from pypdfium2 import PdfiumError

    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except PdfiumError:
            raise _damaged() from None
        try:
            if text.count_chars() > MAX_GLYPHS:
                raise UnreadableSource("draft-file-large", limit=str(MAX_GLYPHS // 1_000_000))
            yield list(glyphs_of(text))
        finally:
            text.close()
            page.close()


def _damaged() -> UnreadableSource:
    return UnreadableSource("draft-file-damaged", format="PDF")


def _refuse_pictures(found: list[list[Glyph]]) -> None:
    """Refuses pages without text, and text whose letters cannot be told."""
    texts = [glyph.text for page in found for glyph in page]
    letters = sum(text.isalnum() for text in texts)
    if letters < _LETTERS_OF_A_SCAN * len(found):
        raise UnreadableSource("draft-file-scan")
    if sum(map(_is_unknown, texts)) > _UNKNOWN_AT_MOST * len(texts):
        raise UnreadableSource("draft-file-letters")


def _is_unknown(text: str) -> bool:
    return text == "\N{REPLACEMENT CHARACTER}" or "\ue000" <= text <= "\uf8ff"
