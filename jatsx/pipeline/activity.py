"""What a worker process is doing, written where it can be read after the process has died."""

from __future__ import annotations

from ctypes import Array, c_char
from dataclasses import dataclass
from typing import Final

SIZE: Final = 500
"""The number of bytes of a note."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A format at work, and the id of the article; empty for a run of several articles.

    ``format`` is empty while articles are read and checked.
    """

    format: str
    article: str = ""


_slot: Array[c_char] | None = None
"""The memory for the note of this process; None in the main process."""


def keep_notes_in(slot: Array[c_char]) -> None:
    """Keeps the notes of this process in shared memory."""
    global _slot
    _slot = slot


def note(activity: Activity) -> None:
    """Notes what this process does next."""
    if _slot is not None:
        text = f"{activity.format}\0{activity.article}".encode("utf-8", "replace")
        _slot.raw = text[:SIZE].ljust(SIZE, b"\0")


def noted(slot: Array[c_char]) -> Activity:
    """The last note of a process."""
    format, _, article = slot.raw.rstrip(b"\0").decode("utf-8", "replace").partition("\0")
    return Activity(format, article)
