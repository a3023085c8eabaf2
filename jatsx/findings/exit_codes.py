"""The exit codes of all commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Final

from jatsx.findings.translation import N_


class ExitCode(IntEnum):
    """How a command ended."""

    SUCCESS = 0
    REFUSED = 1
    USAGE = 2
    PLUGIN = 3
    NOT_JUDGED = 4
    SURROUNDINGS = 5
    AGENCY = 6
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


MEANINGS: Final[Mapping[ExitCode, str]] = {
    ExitCode.SUCCESS: N_("success"),
    ExitCode.REFUSED: N_("some articles or files have errors or could not be read"),
    ExitCode.USAGE: N_("wrong usage, or no input could be read"),
    ExitCode.PLUGIN: N_("a plugin failed"),
    ExitCode.NOT_JUDGED: N_("some files were not validated: no schema for their format or version"),
    ExitCode.SURROUNDINGS: N_("disk full, folder moved, or input changed while it was read"),
    ExitCode.AGENCY: N_("a server could not be reached, or the outcome is unknown"),
    ExitCode.INTERRUPTED: N_("interrupted (Ctrl-C)"),
    ExitCode.CLOSED_PIPE: N_("the reader of the output closed it"),
    ExitCode.TERMINATED: N_("terminated (SIGTERM)"),
}
"""What each exit code means."""

_ORDER: Final = (
    ExitCode.USAGE,
    ExitCode.SURROUNDINGS,
    ExitCode.PLUGIN,
    ExitCode.AGENCY,
    ExitCode.REFUSED,
    ExitCode.NOT_JUDGED,
)


def exit_code(holding: Iterable[ExitCode]) -> ExitCode:
    """The exit code of a command, given those that hold.

    >>> exit_code([ExitCode.REFUSED, ExitCode.PLUGIN])
    <ExitCode.PLUGIN: 3>
    >>> exit_code([])
    <ExitCode.SUCCESS: 0>
    """
    held = set(holding)
    return next((code for code in _ORDER if code in held), ExitCode.SUCCESS)
