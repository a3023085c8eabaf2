"""Paths of files in the issue folder, as they are written in input."""

from __future__ import annotations

__all__ = ["is_local_path"]


def is_local_path(path: str) -> bool:
    """Whether a path is relative and stays in its folder, on every system.

    >>> is_local_path("pdf/01.pdf"), is_local_path("../01.pdf"), is_local_path("C:/01.pdf")
    (True, False, False)
    """
    is_plain = "\\" not in path and ":" not in path and path.isprintable()
    return is_plain and all(step.strip(" .") for step in path.split("/"))
