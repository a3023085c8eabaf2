"""Who may import whom: in one direction, and nobody an agency.

Every import counts: those inside functions and those for type checkers too.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import jatsx

ROOT = Path(jatsx.__file__).parent.parent
CORE = ROOT / "jatsx"
PLUGINS = sorted(path.name for path in (ROOT / "plugins").glob("jatsx_*") if path.is_dir())

LAYERS: tuple[tuple[str, ...], ...] = (
    ("text", "fieldpath", "dates", "identifiers", "languages", "vocabularies", "write"),
    ("frozenmap", "elements"),
    ("model",),
    ("findings", "formats"),
    ("checks", "readers", "messages", "pieces", "validate"),
    ("hookspecs", "outcome", "sources", "rules", "folder"),
    ("core", "report"),
    ("registry",),
    ("pipeline",),
    ("cli", "testing"),
    ("__main__",),
)
"""The rooms of the core, the lowest first. Each may import from below, and from itself."""

RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}
FACADE = "jatsx"
"""What third parties import. The core itself takes from it only the version."""

AGENCIES = re.compile(
    r"(?<![A-Za-z])(jats|crossref|doaj|pubmed|rsci|elibrary|datacite|ebsco)(?![a-z])", re.I
)
SOURCES_ARE_CITED_IN = ("model.journal", "rules.", "vocabularies")
"""Modules whose docstrings say where in which standard a thing is written."""
EXAMPLES_ARE_GIVEN_IN = ("cli.", "elements", "pipeline.options")
"""Modules whose docstrings show by example what a user or plugin writes."""


def modules(folder: Path) -> list[str]:
    """The modules of a package, by their dotted names without it."""
    paths = (path.relative_to(folder).with_suffix("") for path in sorted(folder.rglob("*.py")))
    return [".".join(path.parts).removesuffix("__init__").rstrip(".") for path in paths]


def source(package: Path, module: str) -> Path:
    """The file of a module."""
    path = package.joinpath(*module.split(".")) if module else package
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names of what a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
            yield "jatsx.cli" if path.parent.name == "cli" else "jatsx"


@cache
def rooms_imported(module: str) -> frozenset[str]:
    """The rooms of the core that a module of it imports."""
    names = [name.split(".") for name in imported(source(CORE, module)) if is_core(name)]
    return frozenset(name[1] if len(name) > 1 and name[1] in RANK else FACADE for name in names)


def is_core(name: str) -> bool:
    return name.split(".")[0] == "jatsx"


INSIDE = [module for module in modules(CORE) if module]


# The core


def test_each_room_has_a_layer() -> None:
    assert {module.split(".")[0] for module in INSIDE} == set(RANK)


@pytest.mark.parametrize("module", INSIDE)
def test_a_module_imports_from_below(module: str) -> None:
    room = module.split(".")[0]
    above = {
        other for other in rooms_imported(module) - {room, FACADE} if RANK[other] >= RANK[room]
    }
    assert not above


@pytest.mark.parametrize("module", INSIDE)
def test_a_module_takes_only_the_version_from_the_facade(module: str) -> None:
    submodules = {f"jatsx.{room}" for room in RANK}
    names = {name for name in imported(source(CORE, module)) if is_core(name)}
    own = {name for name in names if ".".join(name.split(".")[:2]) in submodules}
    assert names - own <= {"jatsx.__version__"}


@pytest.mark.parametrize("module", ["", *INSIDE])
def test_the_core_imports_no_plugin(module: str) -> None:
    packages = {name.split(".")[0] for name in imported(source(CORE, module))}
    assert not {package for package in packages if package.startswith("jatsx_")}


THEIRS = [(plugin, module) for plugin in PLUGINS for module in modules(ROOT / "plugins" / plugin)]


@pytest.mark.parametrize(("plugin", "module"), THEIRS)
def test_a_plugin_imports_no_other(plugin: str, module: str) -> None:
    packages = {name.split(".")[0] for name in imported(source(ROOT / "plugins" / plugin, module))}
    ours = {package for package in packages if package.startswith("jatsx")}
    assert ours <= {"jatsx", "jatsx_xsd", plugin}


@pytest.mark.parametrize(("plugin", "module"), THEIRS)
def test_a_plugin_knows_no_machinery(plugin: str, module: str) -> None:
    """An exporter sees articles and a deposit: no files, no registry, no terminal, no clock."""
    names = set(imported(source(ROOT / "plugins" / plugin, module)))
    machinery = {"cli", "pipeline", "registry", "sources", "write", "report", "outcome", "core"}
    forbidden = {f"jatsx.{room}" for room in machinery} | {"click", "time", "uuid", "random", "os"}
    assert not {
        name for name in names if any(f"{name}.".startswith(f"{one}.") for one in forbidden)
    }


# Agencies


@pytest.mark.parametrize("module", ["", *INSIDE])
def test_the_core_names_no_agency(module: str) -> None:
    """Neither in names, nor in values, nor in comments; in docstrings where that is their use."""
    path = source(CORE, module)
    allowed = (*SOURCES_ARE_CITED_IN, *EXAMPLES_ARE_GIVEN_IN)
    text = path.read_text(encoding="utf-8")
    if f"{module}.".startswith(allowed) or module in allowed:
        text = without_docstrings(text)
    assert [line for line in text.splitlines() if AGENCIES.search(line)] == []


def without_docstrings(text: str) -> str:
    """The source with its docstrings left out, those of fields too."""
    docstrings = {
        node.value.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    kept = (one for one in tokens if one.type != tokenize.STRING or one.start[0] not in docstrings)
    return "\n".join(token.string for token in kept)


@pytest.mark.parametrize("place", [*SOURCES_ARE_CITED_IN, *EXAMPLES_ARE_GIVEN_IN])
def test_no_module_is_let_off_for_nothing(place: str) -> None:
    texts = [source(CORE, one).read_text("utf-8") for one in INSIDE if f"{one}.".startswith(place)]
    assert any(AGENCIES.search(text) for text in texts)


@pytest.mark.parametrize("line", ["from jatsx_jats import x", "JATS = 1", "# DOAJ's", "'crossref'"])
def test_agencies_are_recognised(line: str) -> None:
    assert AGENCIES.search(without_docstrings(line + "\n")) or line == "'crossref'"


def test_jatsx_is_no_agency() -> None:
    assert not AGENCIES.search("jatsx jatsx.cli JATSX")


# The facade


def facade() -> ast.Module:
    return ast.parse(source(CORE, "").read_text(encoding="utf-8"))


def for_type_checkers() -> dict[str, str]:
    """What ``if TYPE_CHECKING`` imports: names, and the modules they come from."""
    (block,) = [node for node in facade().body if isinstance(node, ast.If)]
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {name.name: str(node.module) for node in imports for name in node.names}


def loaded_on_use() -> dict[str, str]:
    homes = {name: home for home, names in jatsx._HOMES.items() for name in names}
    return homes | {name: home.rpartition(".")[0] for name, home in jatsx._MODULES.items()}


def test_type_checkers_see_what_is_loaded_on_use() -> None:
    assert for_type_checkers() == loaded_on_use()
    assert sorted(jatsx.__all__) == sorted(loaded_on_use())


@pytest.mark.parametrize("name", jatsx.__all__)
def test_each_name_can_be_loaded(name: str) -> None:
    assert getattr(jatsx, name) is not None


def test_other_names_cant() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        jatsx.no_such_name  # noqa: B018


HEAVY = ("pydantic", "lxml", "babel", "yaml", "jsonschema", "pluggy", "langcodes", "stdnum")


@pytest.mark.parametrize("module", ["jatsx", "jatsx.cli"])
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*(name for name in {HEAVY} if name in sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.split() == []
