"""Mutants: a module with one small change each, such as ``<`` for ``<=`` or ``not`` left out.

The changes are those of cosmic-ray. What cannot change anything is left out: annotations, which
are never evaluated (``from __future__ import annotations``), ``if TYPE_CHECKING:``, ``==`` for
``is`` (and the other way round), which differ for no value that occurs, and a ``*`` that is no
operator.
"""

from __future__ import annotations

import ast
import random
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parent.parent.parent
PLAN: Final = Path(__file__).parent / "plan.yaml"

NO_CHANGE: Final = frozenset(
    f"core/ReplaceComparisonOperator_{change}"
    for change in ("Is_Eq", "IsNot_NotEq", "Eq_Is", "NotEq_IsNot")
)
"""Operators whose mutants do what the module does."""


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change: the operator of cosmic-ray, and which of its places in the module."""

    module: str
    operator: str
    occurrence: int
    line: int

    @property
    def name(self) -> str:
        """Unique in one version of the code."""
        return f"{self.module}:{self.line}:{self.operator}:{self.occurrence}"


@dataclass(frozen=True, slots=True)
class Area:
    """Modules, and how many of their mutants are tried."""

    name: str
    modules: Sequence[str]
    mutants: int

    def files(self, root: Path) -> list[str]:
        """The modules, from the root."""
        found = (path for one in self.modules for path in (root / one).rglob("*.py"))
        return sorted(path.relative_to(root).as_posix() for path in found)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is mutated, and the arguments that make pytest find the tests.

    Of the tests of a mutant, as many are run as take ``seconds``, and at most ``most``.
    """

    seed: int
    seconds: float
    most: int
    tests: Sequence[str]
    areas: Sequence[Area]

    @property
    def folders(self) -> list[str]:
        """The folders of all areas."""
        return [folder for area in self.areas for folder in area.modules]


def read_plan() -> Plan:
    """The plan as written."""
    said = yaml.safe_load(PLAN.read_text("utf-8"))
    areas = [Area(name, one["modules"], one["mutants"]) for name, one in said.pop("areas").items()]
    tests = shlex.split(said.pop("tests"))
    return Plan(**said, tests=tests, areas=areas)


def chosen(area: Area, seed: int, root: Path) -> list[Mutant]:
    """The mutants of an area that are tried, in a random order that a seed and the code decide."""
    every = sorted(mutant for module in area.files(root) for mutant in mutants_of(root, module))
    picked = random.Random(f"{seed} {area.name}").sample(every, min(area.mutants, len(every)))
    return [mutant for mutant in picked if _is_real(root, mutant)]


def _is_real(root: Path, mutant: Mutant) -> bool:
    """Whether the change is Python, and of an operator where it ought to be: the stars of a call or
    of parameters are none."""
    source = (root / mutant.module).read_text("utf-8")
    try:
        changed = ast.parse(mutated(source, mutant))
    except SyntaxError:
        return False
    is_of_operator = mutant.operator.startswith("core/ReplaceBinaryOperator")
    return not is_of_operator or _operators_in(changed) != _operators_in(ast.parse(source))


def _operators_in(tree: ast.AST) -> Counter[type]:
    kinds = (ast.operator, ast.unaryop)
    return Counter(type(node) for node in ast.walk(tree) if isinstance(node, kinds))


def mutants_of(root: Path, module: str) -> Iterator[Mutant]:
    """The mutants of a module."""
    from cosmic_ray.ast import ast_nodes, get_ast

    source = (root / module).read_text("utf-8")
    never_run = set(_lines_and_columns_of_annotations(ast.parse(source)))
    nodes = list(ast_nodes(get_ast(source)))
    for name, operator in _operators():
        if name in NO_CHANGE:
            continue
        places = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, (line, column) in enumerate(places):
            if not any(start <= (line, column) < end for start, end in never_run):
                yield Mutant(module, name, occurrence, line)


def mutated(source: str, mutant: Mutant) -> str:
    """The source with its one change."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    changed: str | None = mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence)
    assert changed is not None, mutant
    return changed


def _operators() -> Iterable[tuple[str, Any]]:
    from cosmic_ray.plugins import get_operator, operator_names

    for name in sorted(operator_names()):
        if not get_operator(name).arguments():
            yield name, get_operator(name)()


_Place = tuple[int, int]


def _lines_and_columns_of_annotations(tree: ast.AST) -> Iterator[tuple[_Place, _Place]]:
    for node in ast.walk(tree):
        if part := _never_run(node):
            end = (part.end_lineno or 0, part.end_col_offset or 0)
            yield (part.lineno, part.col_offset), end


def _never_run(node: ast.AST) -> ast.expr | ast.stmt | None:
    """The part of a node that is never evaluated."""
    if isinstance(node, (ast.AnnAssign, ast.arg)):
        return node.annotation
    if isinstance(node, ast.FunctionDef):
        return node.returns
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return node
    return None
