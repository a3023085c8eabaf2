"""A session: the plugins, rules and schemas that several calls share."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from jatsx.library.arguments import WrongArgument, chosen_formats, names_in, verified_names
from jatsx.plugin.registry import Registry, load_registry


class Session:
    """The plugins and rules that are loaded once, for any number of calls from any thread.

    Schemas are compiled when they are first used, once for the process.

    Args:
        disable: the names of plugins that are not loaded.
        plugins: the names of the only plugins that are loaded; None for all that are installed.
        formats: the only formats whose rules are loaded; None for all, empty for the default
            formats. Fewer rules load faster. The session cannot check other formats.

    Raises:
        WrongArgument: a plugin that is named is not installed, or is jatsx itself; or a format
            does not exist.
        TypeError: a name is not text.
    """

    def __init__(
        self,
        disable: Collection[str] = (),
        plugins: Collection[str] | None = None,
        *,
        formats: Collection[str] | None = None,
    ) -> None:
        only = None if plugins is None else names_in(plugins, "plugins")
        disabled = names_in(disable, "disable")
        asked = None if formats is None else names_in(formats, "formats")
        self.registry: Registry = load_registry(only, disabled=disabled, targets=asked)
        verified_names((*disabled, *(only or ())), self.registry)
        self._formats = None if asked is None else chosen_formats(asked, self.registry)

    def targets(self, formats: Collection[str]) -> tuple[str, ...]:
        """The chosen formats; if none is chosen, those of the session, or the default formats.

        Raises:
            WrongArgument: a format does not exist, or its rules are not loaded.
        """
        chosen = chosen_formats(formats or self._formats or (), self.registry)
        for name in chosen:
            if self._formats is not None and name not in self._formats:
                loaded = ", ".join(self._formats)
                raise WrongArgument(f"the session has no rules of {name}, but those of: {loaded}")
        return chosen


@cache
def default_session() -> Session:
    """The session of calls without one: all installed plugins."""
    return Session()
