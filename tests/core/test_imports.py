"""Who may import whom, in one direction. Imports for type checkers count."""

from __future__ import annotations

from importlib import import_module

import pytest

import jatsx
from tests.core.modules import CORE, ROOT, imported, is_in, modules, text_of

LAYERS: tuple[tuple[str, ...], ...] = (
    (
        *("text", "fieldpath", "dates", "identifiers", "languages", "romanisation"),
        *("vocabularies", "write", "contract", "failures", "garbage"),
    ),
    ("frozenmap", "elements"),
    ("json_values", "model"),
    ("findings", "formats"),
    ("checks", "readers", "messages", "outcome", "pieces", "validate"),
    ("described", "hookspecs", "manual", "offers", "sources", "rules"),
    ("core", "examples", "report", "folder"),
    ("registry",),
    ("pipeline",),
    ("cli", "testing"),
    ("__main__",),
)
"""The rooms of the core, the lowest first. Each may import from below, and from itself."""

RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}
MODULES = [module for module in modules(CORE) if module]


def core_names(module: str) -> set[str]:
    """What a module of the core imports from the core, by names without ``jatsx``."""
    names = imported(text_of(CORE, module))
    return {name.removeprefix("jatsx.") for name in names if is_in(name, "jatsx")}


def test_each_room_has_a_layer() -> None:
    assert {module.split(".")[0] for module in MODULES} == set(RANK)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_below(module: str) -> None:
    own = module.split(".")[0]
    rooms = {name.split(".")[0] for name in core_names(module)} & set(RANK)
    assert {room for room in rooms - {own} if RANK[room] >= RANK[own]} == set()


@pytest.mark.parametrize("module", MODULES)
def test_the_core_takes_only_its_version_from_the_facade(module: str) -> None:
    names = {name for name in core_names(module) if name.split(".")[0] not in RANK}
    assert names <= {"__version__"}


@pytest.mark.parametrize("module", ["", *MODULES])
def test_the_core_imports_no_plugin(module: str) -> None:
    assert [name for name in imported(text_of(CORE, module)) if name.startswith("jatsx_")] == []


PLUGINS = sorted(path for path in (ROOT / "plugins").glob("jatsx_*") if path.is_dir())
THEIRS = [(package.name, module) for package in PLUGINS for module in modules(package)]
MACHINERY = ("core", "registry", "sources", "pipeline", "outcome", "report", "write", "cli")
NOT_PURE = ("time", "uuid", "random", "secrets", "locale", "socket", "urllib.request", "click")


def is_public(name: str) -> bool:
    """Whether a full name may be imported by a plugin: see ``jatsx.__all__``."""
    module, _, last = name.rpartition(".")
    if module == "jatsx":
        return last in jatsx.__all__ or name in jatsx._MODULES.values()
    return module in jatsx._MODULES.values() and last in import_module(module).__all__


@pytest.mark.parametrize(("plugin", "module"), THEIRS)
def test_a_plugin_imports_public_names_alone(plugin: str, module: str) -> None:
    names = imported(text_of(ROOT / "plugins" / plugin, module))
    assert [name for name in names if is_in(name, "jatsx") and not is_public(name)] == []


@pytest.mark.parametrize(("plugin", "module"), THEIRS)
def test_a_plugin_imports_no_other(plugin: str, module: str) -> None:
    names = imported(text_of(ROOT / "plugins" / plugin, module))
    ours = {name.split(".")[0] for name in names if name.startswith("jatsx")}
    assert ours <= {"jatsx", "jatsx_xsd", plugin}


@pytest.mark.parametrize(("plugin", "module"), THEIRS)
def test_a_plugin_knows_no_machinery_and_no_clock(plugin: str, module: str) -> None:
    forbidden = [*(f"jatsx.{room}" for room in MACHINERY), *NOT_PURE]
    names = imported(text_of(ROOT / "plugins" / plugin, module))
    assert [name for name in names if any(is_in(name, one) for one in forbidden)] == []
