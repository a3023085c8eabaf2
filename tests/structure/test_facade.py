"""What third parties import: ``jatsx`` itself, which loads each name on its first use."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module

import pytest

import jatsx
from tests.structure.modules import CORE, ROOT, text_of


def for_type_checkers() -> dict[str, str]:
    """What ``if TYPE_CHECKING`` imports: each name and the module it comes from."""
    (block,) = [node for node in ast.parse(text_of(CORE, "")).body if isinstance(node, ast.If)]
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {name.name: str(node.module) for node in imports for name in node.names}


def loaded_on_use() -> dict[str, str]:
    homes = {name: home for home, names in jatsx._HOMES.items() for name in names}
    return homes | {name: home.rpartition(".")[0] for name, home in jatsx._MODULES.items()}


def public_names(module: str) -> list[str]:
    """What a public module says it has."""
    return list(import_module(module).__all__)


def test_type_checkers_see_what_is_loaded_on_use() -> None:
    assert for_type_checkers() == loaded_on_use()


def test_all_names_are_listed() -> None:
    assert sorted(jatsx.__all__) == sorted(loaded_on_use())


def test_each_name_can_be_loaded() -> None:
    assert [name for name in jatsx.__all__ if getattr(jatsx, name) is None] == []


def test_each_public_module_lists_what_it_has() -> None:
    for module in jatsx._MODULES.values():
        names = public_names(module)
        assert len(set(names)) == len(names) > 0
        assert [name for name in names if not hasattr(import_module(module), name)] == []


def test_no_other_name_can() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = jatsx.no_such_name


HEAVY = ("pydantic", "lxml", "babel", "yaml", "jsonschema", "pluggy", "langcodes", "stdnum")


@pytest.mark.parametrize("module", ["jatsx", "jatsx.cli"])
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*(name for name in {HEAVY} if name in sys.modules))"
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == []
