"""The tests of a line, by what :mod:`tests.mutants.record` wrote.

A constant has the tests of the lines that use it, and those of files that name its module. What
else is run when the module is imported (a decorator, a function that is called then) is run for
every test. Its tests are those that run anything of the module, those of files that name it, and
those in the folder that mirrors its folder.
"""

from __future__ import annotations

import ast
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from math import inf
from pathlib import Path
from typing import Final

from .mutants import ROOT

MANY: Final = 60
"""So many tests in the folder that mirrors the module's come before those in other folders."""

SLOW: Final = 1
"""Seconds: tests that take longer are run after all others."""


class TestsOfLines:
    """What was recorded."""

    __test__ = False

    def __init__(self, file: Path) -> None:
        recorded = json.loads(file.read_text("utf-8"))
        self._seconds: dict[str, float] = recorded["seconds"]
        self._names = list(self._seconds)
        self._lines: dict[str, dict[str, list[int]]] = recorded["lines"]
        every = (
            number for lines in self._lines.values() for some in lines.values() for number in some
        )
        self._lines_run = Counter(self._names[number] for number in every)

    def of(self, module: str, line: int, seconds: float, most: int) -> list[str]:
        """The tests of a line, as many as take some seconds.

        First come those of files that name the module, then those in the folder that mirrors its
        folder, then one of each function in other folders. Those that run much of the module and
        little else come before broad ones.
        """
        left = seconds
        chosen: list[str] = []
        for test in self._in_order({*self._tests(module, line)}, module):
            if not chosen or (self._seconds[test] <= left and len(chosen) < most):
                left -= self._seconds[test]
                chosen.append(test)
        return chosen

    def _tests(self, module: str, line: int) -> Iterator[str]:
        tree = ast.parse((ROOT / module).read_text("utf-8"))
        lines = self._lines.get(module, {})
        inner = lines_in_functions(tree)
        numbers: Iterable[int] = lines_of_statement(tree, line)
        if line not in inner:
            numbers = lines_with_names(tree, numbers) & inner
        own = [lines[str(one)] for one in numbers if str(one) in lines]
        yield from self._named(own)
        if any(own):
            if line not in inner:
                yield from self._that_name(module)
        elif own or line not in inner:  # run at import
            yield from self._that_name(module)
            yield from self._named(lines.get(str(one), []) for one in inner)
            folder = mirror_of(module)
            yield from (one for one in self._names if one.startswith(f"{folder}/"))

    def _named(self, numbers: Iterable[Iterable[int]]) -> Iterator[str]:
        return (self._names[number] for some in numbers for number in some)

    def _that_name(self, module: str) -> list[str]:
        """The tests in files that name the module."""
        dotted = module.removeprefix("plugins/").removesuffix(".py").replace("/", ".")
        files = {one.partition("::")[0] for one in self._names}
        naming = {file for file in files if dotted in (ROOT / file).read_text("utf-8")}
        return [one for one in self._names if one.partition("::")[0] in naming]

    def _in_order(self, tests: set[str], module: str) -> list[str]:
        naming, folder = {*self._that_name(module)}, mirror_of(module)
        here = Counter(self._named(self._lines.get(module, {}).values()))
        breadth = {
            test: self._lines_run[test] / here[test]
            if test in here
            else (0 if test in naming else inf)
            for test in sorted(tests)
        }
        seen: Counter[str] = Counter()
        keys = {}
        for test in sorted(breadth, key=breadth.__getitem__):
            function = test.partition("[")[0]
            is_near = test in naming or test.startswith(f"{folder}/")
            turn = min(seen[function], 1) if is_near and seen[folder] < MANY else seen[function] + 1
            keys[test] = (self._seconds[test] > SLOW, turn, test not in naming, not is_near)
            seen.update((function, folder) if is_near else (function,))
        return sorted(keys, key=keys.__getitem__)


def lines_in_functions(tree: ast.AST) -> set[int]:
    """The lines of the bodies of functions, which are not run at import."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1)
    }


def lines_with_names(tree: ast.AST, statement: Iterable[int]) -> set[int]:
    """The lines with the names that a statement defines, such as that of a constant."""
    statement = set(statement)
    named = [one for one in ast.walk(tree) if isinstance(one, (ast.Name, ast.Attribute))]
    names = {_name(one) for one in named if _is_stored(one) and one.lineno in statement}
    return {one.lineno for one in named if _name(one) in names and not _is_stored(one)}


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _is_stored(node: ast.Name | ast.Attribute) -> bool:
    return isinstance(node.ctx, ast.Store)


def lines_of_statement(tree: ast.AST, line: int) -> range:
    """The lines of the smallest statement around a line; of an ``if`` or ``for``, its head."""
    statements = (one for one in ast.walk(tree) if isinstance(one, (ast.stmt, ast.excepthandler)))
    heads = (head for head in map(_head, statements) if line in head)
    return min(heads, key=len, default=range(line, line + 1))


def _head(node: ast.stmt | ast.excepthandler) -> range:
    body = getattr(node, "body", None)
    end = body[0].lineno if body else (node.end_lineno or 0) + 1
    return range(node.lineno, max(end, node.lineno + 1))


def mirror_of(module: str) -> str:
    """The folder of tests that mirrors that of a module, or the nearest one above."""
    folder = Path("tests") / Path(module.removeprefix("jatsx/")).parent
    while not (ROOT / folder).exists():
        folder = folder.parent
    return folder.as_posix()
