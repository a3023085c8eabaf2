"""The plugins: found, loaded one by one, and asked what they offer.

A plugin that can't be imported, misspells a hook, raises or returns nonsense costs its own output
only: it stands in the registry as broken, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, TypeVar

import pluggy

from jatsx import __version__, core, hookspecs
from jatsx.checks import Rule
from jatsx.findings import Finding, Message
from jatsx.formats import Exporter
from jatsx.frozenmap import FrozenMap
from jatsx.messages import Sentences
from jatsx.readers import Reader

GROUP = "jatsx"
"""The group of entry points that names plugins."""

Offer = TypeVar("Offer", Exporter, Reader, Rule)


@dataclass(slots=True)
class Plugin:
    """A plugin: where it comes from, what it offers, and why it is broken, where it is."""

    name: str
    distribution: str
    version: str
    exporters: list[Exporter] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fault: str | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"


class Registry:
    """What all plugins offer together, by name."""

    def __init__(self, plugins: Iterable[Plugin]) -> None:
        self.plugins = list(plugins)
        self.findings = [_broken(plugin) for plugin in self.plugins if plugin.fault]
        self.exporters = self._by_name("exporters", lambda exporter: exporter.name)
        self.readers = self._by_name("readers", lambda reader: reader.name)
        self.rules = self._by_name("rules", lambda rule: rule.code)

    def plugin_of(self, offer: Exporter | Reader | Rule) -> Plugin:
        """The plugin that an exporter, reader or rule comes from."""
        offers = (
            (plugin, [*plugin.exporters, *plugin.readers, *plugin.rules]) for plugin in self.plugins
        )
        return next(plugin for plugin, own in offers if any(one is offer for one in own))

    @property
    def sentences(self) -> Sentences:
        """What every finding says, of the core or of a plugin."""
        brought = {rule.code: Message(rule.message, rule.hint) for rule in self.rules.values()}
        for reader in self.readers.values():
            brought.update(reader.messages)
        return Sentences(brought)

    def _by_name(self, kind: str, name_of: Callable[[Any], str]) -> dict[str, Any]:
        """The offers of one kind by name; a name offered twice is refused both times."""
        found: dict[str, list[tuple[Plugin, Any]]] = {}
        for plugin in self.plugins:
            for offer in getattr(plugin, kind):
                found.setdefault(name_of(offer), []).append((plugin, offer))
        for name, offers in found.items():
            if len(offers) > 1:
                self.findings.append(_taken(kind, name, [plugin for plugin, _ in offers]))
        return {name: offers[0][1] for name, offers in found.items() if len(offers) == 1}


def load_registry(names: Collection[str] | None = None) -> Registry:
    """The core's own offers and those of every installed plugin, or of those with these names."""
    own = Plugin("jatsx", "jatsx", __version__)
    _ask(own, core)
    points = (point for point in _entry_points() if names is None or point.name in names)
    return Registry([own, *map(_loaded, points)])


def _entry_points() -> Iterator[EntryPoint]:
    """The entry points of the group, each once, in the order of their names."""
    seen: set[tuple[str, str]] = set()
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if (point.name, point.value) not in seen:
            seen.add((point.name, point.value))
            yield point


def _loaded(point: EntryPoint) -> Plugin:
    distribution = point.dist
    plugin = Plugin(
        point.name,
        distribution.name if distribution else "?",
        distribution.version if distribution else "?",
    )
    try:
        module = point.load()
    except (Exception, SystemExit) as error:
        plugin.fault = f"{type(error).__name__}: {error}"
    else:
        _ask(plugin, module)
    return plugin


def _ask(plugin: Plugin, module: ModuleType) -> None:
    """Asks a module what it offers, and notes that in the plugin."""
    try:
        manager = pluggy.PluginManager(GROUP)
        manager.add_hookspecs(hookspecs)
        manager.register(module, plugin.name)
        manager.check_pending()
        plugin.exporters = _offers(manager.hook.jatsx_exporters, Exporter)
        plugin.readers = _offers(manager.hook.jatsx_readers, Reader)
        plugin.rules = _offers(manager.hook.jatsx_rules, Rule)
    except (Exception, SystemExit) as error:
        plugin.exporters, plugin.readers, plugin.rules = [], [], []
        plugin.fault = f"{type(error).__name__}: {error}"


def _offers(hook: Callable[[], list[Iterable[Offer]]], kind: type[Offer]) -> list[Offer]:
    offers = [offer for answer in hook() for offer in answer]
    for offer in offers:
        if not isinstance(offer, kind):
            raise TypeError(f"{offer!r} is no {kind.__name__}")
    return offers


def _broken(plugin: Plugin) -> Finding:
    return Finding(
        "plugin-broken", params=FrozenMap({"plugin": str(plugin), "detail": plugin.fault or ""})
    )


def _taken(kind: str, name: str, plugins: list[Plugin]) -> Finding:
    named = ", ".join(map(str, plugins))
    params = FrozenMap({"kind": f"the {kind.rstrip('s')}", "name": name, "plugins": named})
    return Finding("plugin-name-taken", params=params)
