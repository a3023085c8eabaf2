"""The whole text of a file as it is typed in its page, and as it is written."""

from __future__ import annotations

from codecs import BOM_UTF8

from jatsx.readers.errors import UnreadableFile
from jatsx.readers.source_file import decoded


def is_text(content: bytes) -> bool:
    """Whether the content of a file is text in UTF-8, so that it can be shown and written whole."""
    try:
        decoded(content)
    except UnreadableFile:
        return False
    return True


def typed_content(text: str, like: bytes) -> bytes:
    """The content of a file with a text, with the byte-order mark and line breaks that it had.

    >>> typed_content("id: 1\\n", like=b"\\xef\\xbb\\xbfid: 2\\r\\n")
    b'\\xef\\xbb\\xbfid: 1\\r\\n'
    """
    mark = BOM_UTF8 if like.startswith(BOM_UTF8) else b""
    own = text.removeprefix("\N{BYTE ORDER MARK}").encode()
    return mark + (own.replace(b"\n", b"\r\n") if b"\r\n" in like else own)
