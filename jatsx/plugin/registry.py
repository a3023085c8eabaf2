"""Finding and loading the installed plugins.

A plugin is broken if it cannot be imported, has an unknown hook, raises an error or returns
something invalid. The registry keeps it with the reason, and the other plugins still work. A plugin
is missing if its entry point exists but its module does not. That is not an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Final, TypeVar

import pluggy

from jatsx import __version__
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.findings.process_state import working_folder_kept
from jatsx.findings.sentences import Sentences
from jatsx.findings.translation import add_catalogues, gettext
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin import builtin, hookspecs
from jatsx.plugin.agency import Agency
from jatsx.plugin.contract import PluginFault, check_contract
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.verify import check_offer
from jatsx.readers import READERS
from jatsx.readers.reader import Reader
from jatsx.rules.engine import Rule

GROUP = "jatsx"
"""The group of the entry points of plugins."""

OWN: Final = "jatsx"
"""The distribution of jatsx itself. Other distributions cannot use the names that it uses."""

Offer = TypeVar("Offer", Exporter, Reader, Agency, Rule)

RulesOf = Callable[[Collection[str]], list[Rule]]
"""Returns the rules of the formats with these names, and the rules for every format."""


@dataclass(slots=True)
class Plugin:
    """A plugin and what it provides.

    Args:
        name: the name of its entry point.
        distribution: the distribution that it belongs to.
        version: the version of the distribution.
        exporters: its formats.
        readers: its readers.
        agencies: its agencies.
        rules: its rules for every format and for the requested formats.
        rules_of: returns its rules for other formats too.
        fault: why it is broken; None if it is not.
        fault_code: the code of the finding about it, if it is broken.
        fault_params: the params of that finding.
        missing: the name of its module, if the module does not exist; else None.
        is_disabled: whether the user disabled it.
    """

    name: str
    distribution: str
    version: str
    exporters: list[Exporter] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    rules_of: RulesOf = field(default=lambda _: [], repr=False)
    fault: str | None = None
    fault_code: str = "plugin-broken"
    fault_params: Mapping[str, str] = FrozenMap()
    missing: str | None = None
    is_disabled: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"

    @property
    def offers(self) -> Iterator[Exporter | Reader | Agency | Rule]:
        """All exporters, readers, agencies and rules of the plugin."""
        yield from self.exporters
        yield from self.readers
        yield from self.agencies
        yield from self.rules

    @property
    def state(self) -> str:
        """Why the plugin is not used, in the reader's language; empty if it is used."""
        if self.is_disabled:
            return gettext("disabled")
        if self.missing:
            return gettext("missing: the module {module} does not exist").format(
                module=self.missing
            )
        return gettext("broken: {detail}").format(detail=self.fault) if self.fault else ""


class Registry:
    """The exporters, readers, agencies and rules of all plugins, by name."""

    def __init__(self, plugins: Iterable[Plugin]) -> None:
        self.plugins = list(plugins)
        self._plugins = {id(offer): plugin for plugin in self.plugins for offer in plugin.offers}
        self.findings = [_broken(plugin) for plugin in self.plugins if plugin.fault]
        self.exporters: dict[str, Exporter] = self._by_name("exporters", lambda one: one.name)
        self.readers: dict[str, Reader] = self._plugins_first(
            self._by_name("readers", lambda one: one.name)
        )
        self.agencies: dict[str, Agency] = self._by_name("agencies", lambda one: one.name)
        rules: dict[str, Rule] = self._by_name("rules", lambda one: one.code)
        self.rules = {code: rule for code, rule in rules.items() if not self._is_idle(rule)}

    def plugin_of(self, offer: Exporter | Reader | Agency | Rule) -> Plugin:
        """The plugin that an exporter, reader, agency or rule comes from."""
        return self._plugins[id(offer)]

    def absent(self, name: str) -> str:
        """Why a format may not be available, in the reader's language: the plugins that are broken,
        and the plugin with the name of the format if it is not used. Empty if there are none."""
        unused = (one for one in self.plugins if one.fault or (one.name == name and one.state))
        sentence = gettext("The plugin {plugin} is not used ({state}).")
        return " ".join(sentence.format(plugin=one, state=one.state) for one in unused)

    @cached_property
    def codes(self) -> Collection[str] | None:
        """The codes of all rules, also of formats that were not requested; None if a plugin is
        broken, so that its codes are unknown."""
        if any(plugin.fault for plugin in self.plugins):
            return None
        codes = {*self.rules}
        for plugin in self.plugins:
            try:
                codes |= {rule.code for rule in plugin.rules_of(tuple(self.exporters))}
            except PLUGIN_ERRORS as error:
                describe_error(error, f"The plugin {plugin}")
                return None
        return sorted(codes)

    @cached_property
    def sentences(self) -> Sentences:
        """The messages of all findings, of jatsx and of plugins."""
        brought = {rule.code: rule.words for rule in self.rules.values()}
        plugins = {rule.code: self.plugin_of(rule) for rule in self.rules.values()}
        speaking: list[Reader | Agency] = [*self.readers.values(), *self.agencies.values()]
        for offer in speaking:
            brought.update(offer.messages)
            plugins.update(dict.fromkeys(offer.messages, self.plugin_of(offer)))
        own = next(iter(self.plugins), None)
        names = {code: plugin.name for code, plugin in plugins.items() if plugin is not own}
        return Sentences(brought, names)

    def _plugins_first(self, readers: dict[str, Reader]) -> dict[str, Reader]:
        """The readers in the order in which they are asked: those of jatsx last, because they
        recognise files by their names, and other formats also have these names."""
        return dict(sorted(readers.items(), key=lambda named: named[1] in READERS))

    def _by_name(self, kind: str, name_of: Callable[[Any], str]) -> dict[str, Any]:
        """The exporters, readers, agencies or rules of all plugins by name.

        Names used by jatsx itself take precedence. If several other plugins use the same name, none
        of them gets it.
        """
        found: dict[str, list[tuple[Plugin, Any]]] = {}
        for plugin in self.plugins:
            for offer in getattr(plugin, kind):
                found.setdefault(name_of(offer), []).append((plugin, offer))
        chosen = {}
        for name, offers in found.items():
            own = [one for one in offers if one[0].distribution == OWN]
            winners = own if len(own) == 1 else offers
            if len(winners) == 1:
                chosen[name] = winners[0][1]
            else:
                self.findings.append(_taken(name, [plugin for plugin, _ in offers]))
            if winners is own:
                others = (plugin for plugin, _ in offers if plugin.distribution != OWN)
                self.findings += [_claimed(name, plugin) for plugin in others]
        return chosen

    def _is_idle(self, rule: Rule) -> bool:
        """Whether a rule is for a format of its plugin that is not used because of its name."""
        own = (one for one in self.plugin_of(rule).exporters if one.name == rule.target)
        return any(self.exporters.get(one.name) is not one for one in own)


@working_folder_kept()
def load_registry(
    names: Collection[str] | None = None,
    *,
    disabled: Collection[str] = (),
    targets: Collection[str] | None = None,
) -> Registry:
    """Loads jatsx itself and the installed plugins.

    Args:
        names: load only the plugins with these names; None for all.
        disabled: the names of plugins that are not imported.
        targets: load only the rules of these formats; None for all formats, empty for the default
            formats.
    """
    own = Plugin("jatsx", OWN, __version__)
    _ask(own, builtin)
    points = (point for point in _entry_points() if names is None or point.name in names)
    plugins = [own, *(_loaded(point, point.name in disabled) for point in points)]
    formats = _asked_for([one for plugin in plugins for one in plugin.exporters], targets)
    for plugin in plugins:
        _ask_rules(plugin, formats)
    return Registry(plugins)


def default_formats(exporters: Iterable[Exporter]) -> tuple[str, ...]:
    """The formats that are used if the user names none."""
    return tuple(exporter.name for exporter in exporters if exporter.default)


def format_names(given: Iterable[str], exporters: Iterable[Exporter]) -> tuple[str, ...]:
    """The names of formats, without duplicates. Some may be unknown.

    A name may be an alias of a format. Several names may be separated by commas.
    """
    aliases = {alias: one.name for one in exporters for alias in one.aliases}
    names = (name.strip() for one in given for name in one.split(","))
    return tuple(dict.fromkeys(aliases.get(name.lower(), name) for name in names))


def _asked_for(exporters: Collection[Exporter], targets: Iterable[str] | None) -> Collection[str]:
    """The formats whose rules are loaded."""
    if targets is None:
        return tuple(exporter.name for exporter in exporters)
    return format_names(targets, exporters) or default_formats(exporters)


def _entry_points() -> Iterator[EntryPoint]:
    """The entry points of the group, each once, in the order of their names."""
    seen: set[tuple[str, str]] = set()
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if (point.name, point.value) not in seen:
            seen.add((point.name, point.value))
            yield point


def _distribution(point: EntryPoint) -> tuple[str, str]:
    """The name and the version of the distribution of an entry point, “?” where it has none."""
    if point.dist is None:
        return "?", "?"
    try:
        return point.dist.name or "?", point.dist.version or "?"
    except FileNotFoundError:  # raised by the package importlib_metadata, if it is in use
        return "?", "?"


def _loaded(point: EntryPoint, is_disabled: bool) -> Plugin:
    plugin = Plugin(point.name, *_distribution(point), is_disabled=is_disabled)
    if is_disabled:
        return plugin
    try:
        module = point.load()
    except ImportError as error:
        is_absent = isinstance(error, ModuleNotFoundError)
        if is_absent and f"{point.module}.".startswith(f"{error.name}."):
            plugin.missing = point.module
        else:
            if f"{error.name}.".startswith(f"{OWN}."):
                plugin.fault_code = "plugin-jatsx-old"
            plugin.fault = describe_error(error, f"The plugin {plugin}")
    except PLUGIN_ERRORS as error:
        plugin.fault = describe_error(error, f"The plugin {plugin}")
    else:
        if _is_empty_folder(module):
            plugin.missing = point.module
        else:
            _add_catalogues(module)
            _ask(plugin, module)
    return plugin


def _is_empty_folder(module: object) -> bool:
    """Whether a module is a folder without ``__init__.py``, left by a removed plugin."""
    return hasattr(module, "__path__") and getattr(module, "__file__", None) is None


def _add_catalogues(module: object) -> None:
    """Adds the translations of a plugin, if the folder ``locale`` is beside its module."""
    file = getattr(module, "__file__", None)
    if isinstance(file, str):
        add_catalogues(Path(file).parent, str(getattr(module, "__name__", "")))


def _ask(plugin: Plugin, module: object) -> None:
    """Loads the exporters, readers and agencies of a module into its plugin."""
    try:
        check_contract(module)
        manager = pluggy.PluginManager(GROUP)
        manager.add_hookspecs(hookspecs)
        manager.register(module, plugin.name)
        manager.check_pending()
        _check_hooks(module, manager)
        plugin.exporters = _offers(manager, "jatsx_exporters", Exporter)
        plugin.readers = _offers(manager, "jatsx_readers", Reader)
        plugin.agencies = _offers(manager, "jatsx_agencies", Agency)
        plugin.rules_of = lambda formats: _offers(manager, "jatsx_rules", Rule, formats=formats)
    except PLUGIN_ERRORS as error:
        _give_up(plugin, error)


def _check_hooks(module: object, manager: pluggy.PluginManager) -> None:
    """Checks that a module has hooks, and that each of them is marked.

    Raises:
        PluginFault: it has none, or the mark of one is missing.
    """
    hooks = [name for name in dir(hookspecs) if name.startswith(f"{GROUP}_")]
    marked = [name for name in hooks if getattr(manager.hook, name).get_hookimpls()]
    for name in hooks:
        if name not in marked and callable(getattr(module, name, None)):
            detail = f"{name} has no @hookimpl"
            raise PluginFault("plugin-hook-unmarked", detail, hook=name)
    if not marked:
        raise PluginFault("plugin-hooks-absent", "it has no hooks", hooks=", ".join(hooks))


def _ask_rules(plugin: Plugin, formats: Collection[str]) -> None:
    """Loads the rules of a plugin for these formats."""
    try:
        plugin.rules = plugin.rules_of(formats)
    except PLUGIN_ERRORS as error:
        _give_up(plugin, error)


def _give_up(plugin: Plugin, error: BaseException) -> None:
    """Marks a plugin as broken and removes everything that it provides."""
    plugin.exporters, plugin.readers, plugin.agencies, plugin.rules = [], [], [], []
    if isinstance(error, PluginFault):
        plugin.fault, plugin.fault_code, plugin.fault_params = str(error), error.code, error.params
    else:
        plugin.fault = describe_error(error, f"The plugin {plugin}")


def _offers(
    manager: pluggy.PluginManager, name: str, kind: type[Offer], **arguments: Any
) -> list[Offer]:
    """What a hook of a plugin returns.

    Raises:
        PluginFault: it returns None.
        TypeError, ValueError: something that it returns is not valid.
    """
    hook = getattr(manager.hook, name)
    answers = hook(**arguments)
    if hook.get_hookimpls() and not answers:  # pluggy leaves None out
        raise PluginFault("plugin-hook-none", f"{name} returned None", hook=name)
    offers = [offer for answer in answers for offer in answer]
    for offer in offers:
        check_offer(offer, kind)
    return offers


def _broken(plugin: Plugin) -> Finding:
    params = {"plugin": str(plugin), "detail": plugin.fault or "", **plugin.fault_params}
    return Finding(plugin.fault_code, params=FrozenMap(params))


def _taken(name: str, plugins: list[Plugin]) -> Finding:
    named = ", ".join(map(str, plugins))
    params = FrozenMap({"name": name, "plugins": named})
    return Finding("plugin-name-taken", params=params)


def _claimed(name: str, plugin: Plugin) -> Finding:
    params = FrozenMap({"name": name, "plugin": str(plugin)})
    return Finding("plugin-name-shipped", params=params)
