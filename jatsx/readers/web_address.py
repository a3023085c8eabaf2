"""The address of a source on the web, which only some readers read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from jatsx.readers.memory_file import InputFile


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The address of a source on the web: ``https://…``.

    Only readers with ``reads_addresses`` get one. They read it with an :class:`HttpClient`.

    Args:
        address: the address, as it was given.
    """

    address: str

    def __str__(self) -> str:
        return self.address


InputSource: TypeAlias = InputFile | WebAddress
"""A file, a folder, or a source on the web."""
