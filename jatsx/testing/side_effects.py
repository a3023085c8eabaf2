"""Side effects that an exporter must not have: network access, other programs, changed files.

Python reports them as audit events (:func:`sys.addaudithook`). This module records and prevents
them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

KINDS: Final = {
    "it used the network": (
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "urllib.Request",
    ),
    "it started a program": (
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
    ),
    "it changed a file": (
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.truncate",
        "os.link",
        "os.symlink",
        "shutil.rmtree",
    ),
}
"""The audit events of each kind of side effect."""

WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """Records and prevents side effects while it is on. Its hook cannot be removed."""

    def __init__(self) -> None:
        self.side_effects: dict[str, None] = {}
        self._is_on = False
        sys.addaudithook(self._see)

    @contextmanager
    def on(self) -> Iterator[dict[str, None]]:
        """Yields the side effects that happen inside the ``with`` statement."""
        self.side_effects, self._is_on = {}, True
        try:
            yield self.side_effects
        finally:
            self._is_on = False

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on:
            return
        side_effect = _side_effect(event, arguments)
        if side_effect:
            self.side_effects[side_effect] = None
            raise PermissionError(side_effect)


def _side_effect(event: str, arguments: tuple[Any, ...]) -> str:
    """The side effect of an event as text; empty if an exporter may do it."""
    shown = ", ".join(repr(one) for one in arguments if isinstance(one, (str, tuple, bytes)))
    if event == "open":
        path, mode, flags = arguments
        is_writing = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITES)
        return f"it changed a file: open {path!r}" if is_writing else ""
    kind = next((kind for kind, events in KINDS.items() if event in events), "")
    return f"{kind}: {event} {shown}".rstrip() if kind else ""
