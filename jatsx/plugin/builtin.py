"""What the core itself offers, by the hooks that every plugin uses."""

from __future__ import annotations

from collections.abc import Iterable

from jatsx.plugin.hookspecs import hookimpl
from jatsx.readers.reader import Reader
from jatsx.rules.engine import Rule


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """Issue folders, article files, JSON Lines."""
    from jatsx.readers import READERS

    return READERS


@hookimpl
def jatsx_rules() -> Iterable[Rule]:
    """What every format asks."""
    from jatsx.rules import core_rules

    return core_rules()
