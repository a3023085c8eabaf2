"""Who may import whom, in one direction. Imports for type checkers count."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import jatsx
from tests.structure.modules import CORE, ROOT, imported, is_in, modules, text_of

LAYERS: tuple[tuple[str, ...], ...] = (
    ("standards",),
    ("model",),
    ("documents", "findings"),
    ("validation", "readers", "http"),
    ("rules",),
    ("plugin",),
    ("pipeline",),
    ("deposit", "fixing", "issue_folder", "report_page"),
    ("library",),
    ("desk",),
    ("cli", "testing"),
    ("__main__",),
)
"""The rooms of the core, the lowest first. Each may import from below, and from itself."""

RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}
PLUGINS = sorted(path for path in (ROOT / "plugins").glob("jatsx_*") if path.is_dir())
MACHINERY = ("plugin.builtin", "plugin.registry", "readers", "pipeline", "issue_folder", "cli")
NOT_PURE = ("time", "uuid", "random", "secrets", "locale", "socket", "urllib.request", "click")


def core_imports() -> Iterator[tuple[str, str]]:
    """Each module of the core but the facade, with each name that it imports from the core.

    Both without the ``jatsx`` before them.
    """
    for module in filter(None, modules(CORE)):
        for name in imported(text_of(CORE, module)):
            if is_in(name, "jatsx"):
                yield module, name.removeprefix("jatsx.")


def plugin_imports() -> Iterator[tuple[str, str]]:
    """Each module of the shipped plugins, with each full name that it imports."""
    for package in PLUGINS:
        for module in modules(package):
            for name in imported(text_of(package, module)):
                yield f"{package.name}.{module}", name


def is_public(name: str) -> bool:
    """Whether a full name may be imported by a plugin: see ``jatsx.__all__``."""
    module, _, last = name.rpartition(".")
    if module == "jatsx":
        return last in jatsx.__all__ or name in jatsx._MODULES.values()
    if name in jatsx._MODULES.values():
        return True
    return module in jatsx._MODULES.values() and last in import_module(module).__all__


def test_each_room_has_a_layer() -> None:
    assert {module.split(".")[0] for module in modules(CORE) if module} == set(RANK)


def test_a_room_imports_from_the_layers_below() -> None:
    wrong = []
    for module, name in core_imports():
        own, room = module.split(".")[0], name.split(".")[0]
        if room != own and RANK.get(room, -1) >= RANK[own]:
            wrong.append(f"{module} imports {name}")
    assert wrong == []


def test_the_core_takes_only_its_version_from_the_facade() -> None:
    assert {name for _, name in core_imports() if name.split(".")[0] not in RANK} == {"__version__"}


def test_the_core_imports_no_plugin() -> None:
    names = {name for module in modules(CORE) for name in imported(text_of(CORE, module))}
    assert {name for name in names if name.startswith("jatsx_")} == set()


def test_a_plugin_imports_only_public_names() -> None:
    ours = {(module, name) for module, name in plugin_imports() if is_in(name, "jatsx")}
    assert {(module, name) for module, name in ours if not is_public(name)} == set()


def test_a_plugin_imports_no_other_plugin() -> None:
    for module, name in plugin_imports():
        package = name.split(".")[0]
        if package.startswith("jatsx"):
            assert package in ("jatsx", "jatsx_xsd", module.split(".")[0]), (module, name)


def test_a_plugin_imports_no_machinery_and_no_clock() -> None:
    forbidden = (*(f"jatsx.{room}" for room in MACHINERY), *NOT_PURE)
    found = {one for one in plugin_imports() if any(is_in(one[1], name) for name in forbidden)}
    assert found == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    known = set(modules(CORE))
    for module, name in core_imports():
        target = name if name in known else name.rpartition(".")[0]
        if target != module:
            graph.setdefault(module, set()).add(target)
    assert circle(graph) is None


def circle(graph: dict[str, set[str]]) -> str | None:
    """A module that imports itself by way of others; None where there is none."""
    rest = dict(graph)
    while rest:
        free = {module for module, targets in rest.items() if not targets & rest.keys()}
        if not free:
            return ", ".join(sorted(rest))
        rest = {module: targets for module, targets in rest.items() if module not in free}
    return None
