"""Every sentence that the command line shows is marked for translation.

What is passed to ``click.echo`` and the like is followed through names, formatting and the
functions of the same module, until a literal is found. A literal with a word must be the whole
argument of ``_()`` or ``ngettext()``, directly or through a name that is marked with ``N_()``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT

FILES: Final = sorted(
    path for folder in ("cli", "issue_folder") for path in (ROOT / "jatsx" / folder).rglob("*.py")
)
SHOWING: Final = (
    *("echo", "secho", "UsageError", "BadParameter", "ClickException", "CannotGoOn"),
    *("progressbar", "SubElement", "Group", "Comment"),
)
"""Functions and classes whose arguments are shown."""

SHOWN_KEYWORDS: Final = ("message", "label", "sentence", "hint", "heading")
MARKING: Final = ("_", "ngettext", "gettext")
PASSING: Final = (
    *("style", "wrap_text", "wrapped", "visible", "cleandoc", "str"),
    *("_row", "_legal", "_in_comment"),
)
"""Functions that return their first argument in another form."""

WORD: Final = re.compile(r"[^\W\d_]{2,}")


class Module:
    """The source of a module, and its unmarked literals."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)
        self.functions = {
            node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)
        }
        self.seen: set[int] = set()

    def unmarked(self) -> list[str]:
        """The unmarked literals that are shown."""
        return [found for scope, call in self._calls() for found in self._in_call(call, scope)]

    def _calls(self) -> Iterator[tuple[ast.AST, ast.Call]]:
        """The calls that show something, each with its function or the module."""
        inside: dict[ast.AST, ast.AST] = {}
        for function in self.functions.values():
            inside.update((node, function) for node in ast.walk(function))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWING:
                yield inside.get(node, self.tree), node

    def _in_call(self, call: ast.Call, scope: ast.AST) -> Iterator[str]:
        is_element = _name(call.func) == "SubElement"
        for argument in () if is_element else call.args:
            yield from self._in(argument, scope)
        for keyword in call.keywords:
            if keyword.arg in SHOWN_KEYWORDS:
                yield from self._in(keyword.value, scope)

    def _in(self, node: ast.AST | None, scope: ast.AST) -> Iterator[str]:
        """The unmarked literals of an expression."""
        match node:
            case ast.Constant(value=str(text)) if WORD.search(text):
                yield text
            case ast.JoinedStr(values=values):
                for value in values:
                    yield from self._in(value, scope)
            case ast.FormattedValue(value=value) | ast.Starred(value=value):
                yield from self._in(value, scope)
            case ast.BinOp(left=left, right=right):
                yield from self._in(left, scope)
                yield from self._in(right, scope)
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._in(value, scope)
            case ast.IfExp(body=body, orelse=other):
                yield from self._in(body, scope)
                yield from self._in(other, scope)
            case ast.NamedExpr(value=value):
                yield from self._in(value, scope)
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                for part in parts:
                    yield from self._in(part, scope)
            case ast.GeneratorExp(elt=part) | ast.ListComp(elt=part):
                yield from self._in(part, scope)
            case ast.Name(id=name):
                yield from self._in_name(name, scope)
            case ast.Call():
                yield from self._in_result(node, scope)

    def _in_name(self, name: str, scope: ast.AST) -> Iterator[str]:
        """The unmarked literals that are assigned to a name, in the function or in the module."""
        own = list(_assigned(name, scope))
        for value in own or _assigned(name, self.tree):
            if id(value) not in self.seen:
                self.seen.add(id(value))
                yield from self._in(value, scope)

    def _in_marked(self, argument: ast.expr, scope: ast.AST) -> Iterator[str]:
        """An argument of ``_()`` that is put together, or a name without ``N_()``."""
        match argument:
            case ast.Name(id=name):
                yield from self._in_name(name, scope)
            case ast.Constant() | ast.Attribute() | ast.Subscript():
                return
            case _:
                yield ast.unparse(argument)

    def _in_result(self, call: ast.Call, scope: ast.AST) -> Iterator[str]:
        """The unmarked literals of what a call returns."""
        name = _name(call.func)
        if name in MARKING:
            for argument in call.args:
                yield from self._in_marked(argument, scope)
            return
        if isinstance(call.func, ast.Attribute):
            yield from self._in(call.func.value, scope)
        if name in ("format", "join"):
            for value in (*call.args, *(keyword.value for keyword in call.keywords)):
                yield from self._in(value, scope)
        elif name in PASSING:
            for argument in call.args:
                yield from self._in(argument, scope)
        function = self.functions.get(name)
        if function is not None and id(function) not in self.seen:
            self.seen.add(id(function))
            for node in ast.walk(function):
                if isinstance(node, ast.Return | ast.Yield):
                    yield from self._in(node.value, function)


def _name(function: ast.expr) -> str:
    """The last part of a function's name."""
    return ast.unparse(function).rpartition(".")[2]


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """The values that are assigned to a name."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _values_of(name, target, value)
            case (
                ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
                | ast.AugAssign(target=ast.Name(id=found), value=value)
                | ast.NamedExpr(target=ast.Name(id=found), value=value)
            ) if found == name:
                yield value


def _values_of(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    """The part of a value that is assigned to a name."""
    match target, value:
        case ast.Name(id=found), _ if found == name:
            yield value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            for one, part in zip(targets, values, strict=True):
                yield from _values_of(name, one, part)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_is_marked(path: Path) -> None:
    assert Module(path.read_text("utf-8")).unmarked() == []


def test_sentences_are_found_in_the_files() -> None:
    """Without their marks, the sentences of the files are found."""
    sources = (path.read_text("utf-8") for path in FILES)
    unmarked = [re.sub(r"(?<!\w)(_|ngettext)\(", "str(", source) for source in sources]
    assert sum(len(Module(source).unmarked()) for source in unmarked) > 30


UNMARKED: Final = (
    'click.echo("One word")',
    'click.echo(f"Written to {folder}.")',
    'click.echo(_(f"Written to {folder}."))',
    'click.echo(_("Written to {folder}.".format(folder=folder)))',
    'click.echo("Written to {folder}.".format(folder=folder))',
    'click.echo(_("Articles: {names}.").format(names=names or "none"))',
    'MESSAGE = "Wrong."\nclick.echo(_(MESSAGE))',
    'raise click.UsageError("Wrong " + name)',
    'message = "Wrong."\nraise CannotGoOn(message)',
    'a, message = 1, "Wrong."\nraise CannotGoOn(message)',
    'def f():\n    message = "Wrong."\n    click.echo(click.style(message, fg="red"))',
    'def f():\n    return "Wrong."\nclick.echo(f())',
    'def f():\n    yield "Wrong."\nclick.echo(", ".join(f()))',
    'click.echo("yes" if ready else "no")',
    'click.progressbar(length=1, label="Exporting")',
    'Group(f"Issue {id}", findings)',
    'etree.SubElement(case, "skipped", message="blocked")',
)
MARKED: Final = (
    'click.echo(_("One word"))',
    'click.echo(ngettext("{number} error", "{number} errors", number).format(number=number))',
    'MESSAGE = N_("Wrong.")\nclick.echo(_(MESSAGE))',
    'click.echo(f"{name}: {_(title)}", err=True)',
    'click.echo(click.style(name, fg="red"))',
    'message = _("Wrong.")\nraise CannotGoOn(message.format(path=path))',
    'def f():\n    return _("Wrong.")\nclick.echo(f())',
    'etree.SubElement(case, "skipped", message=_("Blocked."))',
    'other("not shown")',
    'click.echo(texts["title"])',
)


@pytest.mark.parametrize("source", UNMARKED)
def test_an_unmarked_sentence_is_found(source: str) -> None:
    assert Module(source).unmarked()


@pytest.mark.parametrize("source", MARKED)
def test_a_marked_sentence_is_not(source: str) -> None:
    assert Module(source).unmarked() == []
