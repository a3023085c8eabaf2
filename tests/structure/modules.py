"""The modules of jatsx and its plugins, and what they import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jatsx

ROOT: Final = Path(jatsx.__file__).parent.parent
CORE: Final = ROOT / "jatsx"


def modules(package: Path) -> list[str]:
    """The modules of a package by their dotted names in it; the package itself is ''."""
    paths = (path.relative_to(package).with_suffix("") for path in sorted(package.rglob("*.py")))
    return [".".join(path.parts).removesuffix("__init__").rstrip(".") for path in paths]


def text_of(package: Path, module: str) -> str:
    """The source of a module."""
    path = package.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return path.read_text(encoding="utf-8")


def imported(text: str) -> Iterator[str]:
    """The full names of what a source imports: in functions and for type checkers too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_in(name: str, package: str) -> bool:
    """Whether a name is a package's or a name in it."""
    return f"{name}.".startswith(f"{package}.")
