"""A file in memory, which readers read like a file on disk."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias


@dataclass(frozen=True, slots=True)
class MemoryFile:
    """Bytes with a name. It has the methods of :class:`pathlib.Path` that read a file.

    Args:
        name: the file name. Findings show it, and readers may recognise a file by its ending.
        content: the bytes of the file.
    """

    name: str
    content: bytes

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"MemoryFile({self.name!r}, {len(self.content)} bytes)"

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePath(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot."""
        return PurePath(self.name).suffix

    def exists(self) -> bool:
        """True, as for a file that exists."""
        return True

    def is_file(self) -> bool:
        """True, as for a file on disk."""
        return True

    def is_dir(self) -> bool:
        """False: it is not a folder."""
        return False

    def open(self, mode: str = "rb") -> BinaryIO:
        """The content as an open binary file.

        Raises:
            ValueError: another mode than ``rb`` is asked for.
        """
        if mode != "rb":
            raise ValueError(f"expected the mode 'rb', got {mode!r}")
        return BytesIO(self.content)

    def read_bytes(self) -> bytes:
        """The content."""
        return self.content

    def read_text(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The content as text.

        Raises:
            UnicodeDecodeError: it is not text in this encoding.
        """
        return self.content.decode(encoding, errors)


InputFile: TypeAlias = Path | MemoryFile
"""What a reader reads: a file or folder on disk, or a file in memory."""
