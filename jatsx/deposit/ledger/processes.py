"""Which process holds a lease, and whether it has ended."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LeaseHolder:
    """A process on a computer.

    Args:
        host: the name of the computer.
        process: the id of the process.
        start: when it started, in a form that only this computer can compare; None if that is not
            known.
    """

    host: str
    process: int
    start: str | None


def this_process() -> LeaseHolder:
    """The process that runs this code."""
    return LeaseHolder(platform.node(), os.getpid(), process_start(os.getpid()))


def has_ended(holder: LeaseHolder) -> bool | None:
    """Whether a process has ended. None if that cannot be seen from this process.

    It cannot be seen on another computer, or on Windows. It is not certain either if a process has
    the same id but no start is known: it may be another one.
    """
    if holder.host != platform.node() or sys.platform == "win32":
        return None
    if not _is_running(holder.process):
        return True
    start = process_start(holder.process)
    if start is None or holder.start is None:
        return None
    return start != holder.start


def process_start(process: int) -> str | None:
    """When a process started: the boot of the computer and the clock ticks since; None if unknown.

    See proc(5): ``starttime`` is field 22; the name of the program in parentheses is field 2.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        line = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    fields = line.rpartition(")")[2].split()
    return f"{boot}/{fields[19]}"


def _is_running(process: int) -> bool:
    """Whether a process has this id. Signal 0 only asks (kill(2)); not so on Windows."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
