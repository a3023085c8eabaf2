"""The hooks of plugins.

A plugin is a module that defines some of these functions with the decorator ``@hookimpl``. An entry
point in the group ``jatsx`` names the module.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pluggy

from jatsx.plugin.agency import Agency
from jatsx.plugin.exporter import Exporter
from jatsx.readers.reader import Reader
from jatsx.rules.engine import Rule

hookspec = pluggy.HookspecMarker("jatsx")
hookimpl = pluggy.HookimplMarker("jatsx")


@hookspec
def jatsx_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """The formats that the plugin can write."""


@hookspec
def jatsx_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """The sources that the plugin can read."""


@hookspec
def jatsx_agencies() -> Iterable[Agency]:  # type: ignore[empty-body]
    """The agencies that the plugin can send documents to."""


@hookspec
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:  # type: ignore[empty-body]
    """The rules of the plugin.

    ``formats`` are the requested formats. Rules of other formats are not used, so the hook need not
    load them. Rules for every format (``target=None``) must always be returned. A hook that always
    returns all its rules may omit the parameter ``formats``; it must not have a default value.
    ``jatsx plugins`` requests all formats, so it always reports a code that two plugins use.
    """
