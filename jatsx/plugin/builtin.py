"""The readers and rules of jatsx itself, provided by the same hooks as those of plugins."""

from __future__ import annotations

from collections.abc import Iterable

from jatsx.plugin.hookspecs import hookimpl
from jatsx.readers.reader import Reader
from jatsx.rules.engine import Rule


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """The readers of issue folders, article files and JSON Lines."""
    from jatsx.readers import READERS

    return READERS


@hookimpl
def jatsx_rules() -> Iterable[Rule]:
    """The rules that apply to every format."""
    from jatsx.rules import core_rules

    return core_rules()
