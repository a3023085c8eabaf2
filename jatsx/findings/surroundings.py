"""Errors of the surroundings: the disk, the system's limits, files that change during a run.

They end a run. No plugin, no article and no usage is to blame for them.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from typing import Final

from jatsx.findings.translation import N_

_NAMES: Final = (
    "EDQUOT",
    "EFBIG",
    "EIO",
    "EMFILE",
    "ENFILE",
    "ENOMEM",
    "ENOSPC",
    "EROFS",
    "ESTALE",
)
_CODES: Final = frozenset(getattr(errno, name) for name in _NAMES if hasattr(errno, name))
"""The system errors that no input and no plugin causes."""

REASONS: Final = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File name too long"),
    N_("Invalid argument"),
)
"""The system's words for other errors, which are translated where a finding shows them."""


class InputChanged(Exception):
    """A file or folder was changed, moved or deleted while it was being read."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def raise_surroundings(error: BaseException) -> None:
    """Raises the error of the surroundings that caused an error; returns if there is none.

    Raises:
        InputChanged: the input was changed.
        OSError: the disk is full, too many files are open …
    """
    for cause in _causes(error):
        if isinstance(cause, InputChanged) or _is_of_system(cause):
            raise cause
    if os.strerror(errno.EMFILE) in _message(error) or _has_no_file_handle():
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE)) from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what it was raised from, and what was being handled when it was raised."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # of a plugin
        return ""


def _is_of_system(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in _CODES


def _has_no_file_handle() -> bool:
    """Whether no file can be opened. Libraries do not always say that this was the reason."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return error.errno in (errno.EMFILE, errno.ENFILE)
    return False
