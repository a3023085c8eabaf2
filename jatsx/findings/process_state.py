"""Undoing what a plugin changed in the process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def working_folder_kept() -> Iterator[None]:
    """Returns to the working folder, if a plugin left it."""
    before = _working_folder()
    try:
        yield
    finally:
        if before is not None and _working_folder() != before:
            with suppress(OSError):
                os.chdir(before)


def _working_folder() -> str | None:
    """The working folder; None if it was deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 - a path object takes ten times as long
    except OSError:
        return None
