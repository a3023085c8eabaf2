"""No class has a name that means something else in another room, and the plan in docs is true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.structure.modules import CORE, ROOT
from tests.structure.test_imports import LAYERS

SAME_MEANING: Final = {
    "ErrorPath": "the path of a schema error, in the checks of two JSON formats",
    "Settings": "the options of an export, in each format that has some",
    "Version": "a version of the format, in each format that has several",
}
"""Names of plugins' own classes that mean the same in each plugin."""

PLAN: Final = ROOT / "docs" / "structure.md"


def test_no_class_or_type_has_the_name_of_another() -> None:
    files: dict[str, list[str]] = {}
    for path in source_files():
        for name in defined_types(path):
            files.setdefault(name, []).append(str(path.relative_to(ROOT)))
    repeated = {name: places for name, places in files.items() if len(places) > 1}
    assert {name for name in repeated if name not in SAME_MEANING} == set(), repeated
    assert set(SAME_MEANING) <= set(repeated)


def test_the_plan_has_each_room_in_the_order_of_the_layers() -> None:
    rooms = re.findall(r"^\| `(\w+)` \|", PLAN.read_text("utf-8"), re.MULTILINE)
    layers = [room for layer in LAYERS for room in sorted(layer) if (CORE / room).is_dir()]
    assert sorted(rooms) == sorted(layers)
    rank = {room: n for n, layer in enumerate(LAYERS) for room in layer}
    assert [rank[room] for room in rooms] == sorted(rank[room] for room in rooms)


def test_the_files_that_the_plan_names_exist() -> None:
    text = PLAN.read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\| (.*) \|$", text, re.MULTILINE)
    named = [
        f"jatsx/{room}/{file}" for room, files in rows for file in re.findall(r"`(.+?)`", files)
    ]
    named += [f"jatsx/{file}" for file in re.findall(r"`(pipeline/\w+\.py)`", text)]
    named += re.findall(r"`((?:jatsx|tests|xsd|plugins)/[\w./-]*)`", text)
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_plan_is_one_screen() -> None:
    assert len(PLAN.read_text("utf-8").splitlines()) < 65


def source_files() -> Iterator[Path]:
    """The Python files of jatsx and of all plugins."""
    for root in (CORE, ROOT / "plugins"):
        yield from (path for path in sorted(root.rglob("*.py")) if "tests" not in path.parts)


def defined_types(path: Path) -> Iterator[str]:
    """The classes and type aliases at the top level of a file."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            assert isinstance(node.target, ast.Name)
            yield node.target.id
