"""A session: the plugins, rules and schemas that several calls share."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from jatsx.library.arguments import verified_names
from jatsx.plugin.registry import Registry, load_registry


class Session:
    """The plugins and rules that are loaded once, for any number of calls from any thread.

    Schemas are compiled when they are first used, once for the process.

    Args:
        disable: the names of plugins that are not loaded.
        plugins: the names of the only plugins that are loaded; None for all that are installed.
        formats: the only formats whose rules are loaded; None for all, empty for the default
            formats. Fewer rules load faster.

    Raises:
        WrongArgument: a plugin that is named is not installed, or is jatsx itself.
    """

    def __init__(
        self,
        disable: Collection[str] = (),
        plugins: Collection[str] | None = None,
        *,
        formats: Collection[str] | None = None,
    ) -> None:
        self.registry: Registry = load_registry(plugins, disabled=disable, targets=formats)
        verified_names((*disable, *(plugins or ())), self.registry)


@cache
def default_session() -> Session:
    """The session of calls without one: all installed plugins."""
    return Session()
