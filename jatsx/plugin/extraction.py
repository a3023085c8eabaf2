"""Extracting sentences from Python files for gettext: an extraction method for Babel.

In ``babel.cfg``::

    [jatsx: **.py]

It extracts:

- the arguments of ``_()``, ``gettext()``, ``N_()``, ``ngettext()`` and ``Message()``;
- the keyword arguments ``message=``, ``hint=`` and ``help=`` of any call;
- the manual of each function with ``@rule``, paragraph by paragraph, without source and examples;
- the docstring of each command of click, which is its help.

Source: Babel documentation, "Writing Extraction Methods".
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any, Final, TypeAlias

from jatsx.rules.manual import parse_manual

MARKS: Final = ("_", "gettext", "N_")
KEYWORDS: Final = ("message", "hint", "help")
COMMANDS: Final = ("command", "group")

Extracted: TypeAlias = tuple[int, str, str | tuple[str, ...], list[str]]
"""The line, the function (Babel uses it for plurals), the sentence or sentences, comments."""


def extract(
    fileobj: IO[bytes],
    keywords: Collection[str],  # noqa: ARG001
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, Any],  # noqa: ARG001
) -> Iterator[Extracted]:
    """The sentences of a Python file. Babel calls this function.

    Raises:
        SyntaxError: the file is not Python.
    """
    for node in ast.walk(ast.parse(fileobj.read())):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.FunctionDef):
            for text in _of_docstring(node):
                yield node.lineno, "", text, []


def _of_call(call: ast.Call) -> Iterator[Extracted]:
    name = _name(call.func)
    if name == "ngettext":
        forms = [text for argument in call.args[:2] for text in _constants(argument)]
        if len(forms) == 2:
            yield call.lineno, "ngettext", tuple(forms), []
    marked = call.args if name == "Message" else call.args[:1] if name in MARKS else []
    named = [keyword.value for keyword in call.keywords if keyword.arg in KEYWORDS]
    for text in (text for node in (*marked, *named) for text in _constants(node)):
        yield call.lineno, "", text, []


def _of_docstring(function: ast.FunctionDef) -> Iterator[str]:
    """The manual of a rule or the help of a command; nothing for another function."""
    names = {_name(one.func) for one in function.decorator_list if isinstance(one, ast.Call)}
    docstring = ast.get_docstring(function, clean=False)
    if docstring is None:
        return
    if "rule" in names:
        page = parse_manual(docstring)
        yield from filter(None, (page.title, *page.why.split("\n\n")))
    elif names & {*COMMANDS}:
        yield inspect.cleandoc(docstring)


def _constants(node: ast.expr) -> Iterator[str]:
    """The text of a constant, or those of a tuple of constants."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.Tuple):
        yield from (text for inner in node.elts for text in _constants(inner))


def _name(function: ast.expr) -> str:
    """The name of a called function: ``command`` for ``click.command``."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
