"""What an exporter must not do: reach for the network, start programs, change files.

Python announces such deeds (:func:`sys.addaudithook`); here they are noted and prevented.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

KINDS: Final = {
    "it reached for the network": (
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
"""What events of the audit say."""

WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """Notes and prevents deeds while it is on. There is no taking it off a process."""

    def __init__(self) -> None:
        self.deeds: dict[str, None] = {}
        self._is_on = False
        sys.addaudithook(self._see)

    @contextmanager
    def on(self) -> Iterator[dict[str, None]]:
        """What is done in the meantime."""
        self.deeds, self._is_on = {}, True
        try:
            yield self.deeds
        finally:
            self._is_on = False

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on:
            return
        deed = _deed(event, arguments)
        if deed:
            self.deeds[deed] = None
            raise PermissionError(deed)


def _deed(event: str, arguments: tuple[Any, ...]) -> str:
    """What is done, in words; empty for what any exporter may do."""
    shown = ", ".join(repr(one) for one in arguments if isinstance(one, (str, tuple, bytes)))
    if event == "open":
        path, mode, flags = arguments
        is_writing = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITES)
        return f"it changed a file: open {path!r}" if is_writing else ""
    kind = next((kind for kind, events in KINDS.items() if event in events), "")
    return f"{kind}: {event} {shown}".rstrip() if kind else ""
