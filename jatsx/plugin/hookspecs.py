"""What a plugin may offer. Each hook returns things.

A plugin is a module that defines some of these functions, marked ``@hookimpl``, and is named by an
entry point in the group ``jatsx``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pluggy

from jatsx.plugin.exporter import Exporter
from jatsx.readers.reader import Reader
from jatsx.rules.engine import Rule

hookspec = pluggy.HookspecMarker("jatsx")
hookimpl = pluggy.HookimplMarker("jatsx")


@hookspec
def jatsx_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """The formats this plugin can write."""


@hookspec
def jatsx_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """The sources this plugin can read."""


@hookspec
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:  # type: ignore[empty-body]
    """What this plugin asks of an article.

    ``formats`` are those that are asked for: rules of others are asked of nothing, and a plugin may
    leave them unloaded. Rules of every format (``target=None``) are given whatever is asked for. A
    hook that gives all its rules always need not take ``formats``; one that takes it gives it no
    default. A code that two plugins claim is found where both give it: always by ``jatsx plugins``.
    """
