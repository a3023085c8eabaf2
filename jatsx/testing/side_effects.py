"""Side effects that an exporter must not have: network access, other programs, files, environment
variables, printing.

Python reports most of them as audit events (:func:`sys.addaudithook`). This module records and
prevents them. It records the others in :data:`os.environ` and in the standard streams.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import FrameType
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
        "shutil.copyfile",
        "os.chmod",
        "os.chown",
        "os.utime",
    ),
    "it changed the process": ("os.chdir", "os.putenv", "os.unsetenv"),
    "it waited": ("time.sleep",),
    "it depends on the computer": ("socket.gethostname", "os.getxattr", "os.listxattr"),
}
"""The audit events of each kind of side effect."""

WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


READS: Final = ("os.listdir", "os.scandir", "glob.glob", "glob.glob/2")
"""The audit events of reading a folder."""


class Watch:
    """Records side effects while it is on, and prevents most. Its hook cannot be removed."""

    def __init__(self) -> None:
        self.side_effects: dict[str, None] = {}
        self._is_on = False
        sys.addaudithook(self._see)
        _watch_environment(self._record)

    @contextmanager
    def on(self) -> Iterator[dict[str, None]]:
        """Yields the side effects that happen inside the ``with`` statement."""
        self.side_effects, self._is_on = {}, True
        printed = StringIO()
        try:
            with redirect_stdout(printed), redirect_stderr(printed):
                yield self.side_effects
        finally:
            self._is_on = False
            if printed.getvalue():
                self.side_effects[f"it printed {printed.getvalue()[:SHOWN]!r}"] = None

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on:
            return
        side_effect = _side_effect(event, arguments)
        if side_effect:
            self.side_effects[side_effect] = None
            raise PermissionError(side_effect)

    def _record(self, variable: str) -> None:
        """Records the reading of an environment variable, except by Python itself."""
        if self._is_on and not _is_python(sys._getframe(2)):
            self.side_effects[f"it read the environment variable {variable}"] = None


SHOWN: Final = 80
"""The number of printed characters that are shown."""


def _watch_environment(record: Callable[[str], None]) -> None:
    """Passes the name of each environment variable that is read to a function."""
    kind: Any = type(os.environ)
    original = kind.__getitem__

    def item(self: Any, key: Any) -> Any:
        record(os.fsdecode(key))
        return original(self, key)

    def names(self: Any) -> Iterator[Any]:
        record("…")
        return iter([self.decodekey(key) for key in list(self._data)])

    kind.__getitem__, kind.__iter__ = item, names


def _is_python(frame: FrameType | None) -> bool:
    """Whether Python's own modules read a value for themselves: in an import, or for a locale."""
    own = str(Path(os.__file__).parent)
    while frame is not None and frame.f_globals.get("__name__") in ("os", "collections.abc"):
        frame = frame.f_back
    caller = frame.f_code.co_filename if frame else ""
    is_library = caller.startswith((own, "<frozen")) and "site-packages" not in caller
    return is_library or _is_importing(frame)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _side_effect(event: str, arguments: tuple[Any, ...]) -> str:
    """The side effect of an event as text; empty if an exporter may do it."""
    shown = ", ".join(repr(one) for one in arguments if isinstance(one, (str, tuple, bytes)))
    if event == "open":
        path, mode, flags = arguments
        is_writing = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITES)
        if is_writing:
            return f"it changed a file: open {path!r}"
        return "" if _is_installed(path) else f"it read a file: open {path!r}"
    if event in READS:
        return "" if _is_installed(arguments[0]) else f"it read a folder: {shown}"
    kind = next((kind for kind, events in KINDS.items() if event in events), "")
    return f"{kind}: {event} {shown}".rstrip() if kind else ""


def _is_installed(path: Any) -> bool:
    """Whether a file or folder belongs to Python or to a module."""
    if isinstance(path, int) or _is_importing(sys._getframe(2)):
        return True
    folders = (sys.prefix, sys.base_prefix, *(one for one in sys.path if one))
    place = Path(os.fsdecode(path)).absolute()
    return any(place.is_relative_to(Path(one).absolute()) for one in folders)
