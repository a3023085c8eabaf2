"""Writes ``docs/plugins/contract.md`` and ``docs/library.md``: what plugins and programs may use.

The texts are in ``contract_prose.md`` and ``library_prose.md``, in the same folder as this script.
Each line ``{{ name }}`` of them is replaced by the signature and the docstring of that name.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import EnumMeta
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import jatsx
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.scan import LARGEST_ISSUE
from jatsx.plugin import hookspecs
from jatsx.plugin.contract import ATTRIBUTE, CONTRACT, OLDEST
from jatsx.validation.kinds import OF_CHECKS

DOCS: Final = Path(__file__).parent
PROSE: Final = {
    DOCS / "plugins" / "contract.md": DOCS / "contract_prose.md",
    DOCS / "library.md": DOCS / "library_prose.md",
}
"""The text of each page."""

NUMBERS: Final = {
    "CONTRACT": f"{CONTRACT}",
    "KEPT": f"the versions {OLDEST} to {CONTRACT}" if OLDEST < CONTRACT else f"version {CONTRACT}",
    "ATTRIBUTE": ATTRIBUTE,
    "LARGEST_ISSUE": f"{LARGEST_ISSUE:,}",
    "KINDS": "\n".join(f"- `{kind}`: {text}" for kind, text in OF_CHECKS.items()),
}
OTHERS: Final = {
    "Article": "an article, `jatsx.model.Article`; [docs/model.md](../model.md) lists its fields.",
    "Attributes": "the attributes of an element: values by name, or None.",
    "Built": "what `element` returns: an element, losses, both, or None.",
    "CONTRACT": "the version of the contract that this jatsx supports.",
    "Child": "a child of an element: an element or text.",
    "Content": "the content of an element: elements, text, losses, or iterables of these.",
    "Element": "an element, created by `element`: `tag`, `attributes`, `children`, `field`.",
    "FrozenMap": "the mapping type of the model: immutable, with a fixed order.",
    "JsonList": "a list, created by `json_list`.",
    "JsonObject": "an object, created by `json_object`.",
    "HasLine": "a part of a source with its `line`, for example an element of XML.",
    "InputFile": "what a reader reads: a path, or a `MemoryFile`.",
    "InputSource": "what a reader with `reads_addresses` reads: an `InputFile` or a `WebAddress`.",
    "Locate": "a function that gets a field and an excerpt of its value, and returns its place or"
    " None.",
    "MemoryFile": "bytes with a name, which have the methods of a path that read a file. See"
    " [jatsx from Python](../library.md).",
    "Prose": "an abstract or a statement: paragraphs, or sections with paragraphs.",
    "SourceMap": "the places of the values in a JSON or YAML text: `SourceMap(text, is_json=True)`,"
    " then `of_value(path)`, which has a `line` and a `column`.",
    "Text": "text with markup: `plain` is the text without markup, `nodes` is the tree,"
    " `has_markup` tells whether there is markup.",
    "hookimpl": "the decorator for hooks.",
}
"""The public names that have no section of their own."""

WIDE: Final = 88
"""The longest signature on one line."""


def pages() -> dict[Path, str]:
    """The pages, by their paths."""
    return {page: _page(prose.read_text(encoding="utf-8")) for page, prose in PROSE.items()}


def _page(text: str) -> str:
    for name, number in NUMBERS.items():
        text = text.replace(f"{{{{{name}}}}}", number)
    return re.sub(r"^\{\{ (\S+) \}\}$", lambda found: entry(found[1]), text, flags=re.M)


def entry(name: str) -> str:
    """The description of a name, from the code.

    ``hooks`` means all hooks, ``modules`` the public modules, ``others`` the names that have no
    section of their own, and ``members:NAME`` the properties and methods of a class.
    """
    if name == "others":
        return "\n".join(f"- `{one}`: {OTHERS[one]}" for one in OTHERS)
    if name == "hooks":
        return "\n\n".join(_hook(hook) for hook in _hooks())
    if name.startswith("members:"):
        return _attributes(getattr(jatsx, name.partition(":")[2]))
    if name == "modules":
        return "\n\n".join(_module(module) for module in sorted(jatsx._MODULES))
    owner, _, attribute = name.partition(".")
    thing = getattr(jatsx, owner)
    return _thing(name, getattr(thing, attribute) if attribute else thing)


def _hooks() -> Iterator[Callable[..., Any]]:
    named = (getattr(hookspecs, name) for name in dir(hookspecs) if name.startswith("jatsx_"))
    return (hook for hook in named if callable(hook))


def _hook(hook: Callable[..., Any]) -> str:
    return f"### `{hook.__name__}`\n\n{_code(_signature(hook.__name__, hook))}\n\n{_words(hook)}"


def _thing(name: str, thing: Any) -> str:
    return f"{_code(_declaration(name, thing))}\n\n{_words(thing)}"


def _declaration(name: str, thing: Any) -> str:
    if isinstance(thing, EnumMeta):
        return _members(name, thing)
    if isinstance(thing, type) and issubclass(thing, Exception):
        return f"class {name}({thing.__base__.__name__ if thing.__base__ else ''})"
    return _signature(name, thing)


def _members(name: str, kind: EnumMeta) -> str:
    return "\n".join(f'{name}.{member.name} = "{member.value}"' for member in kind)  # type: ignore[var-annotated]


def _attributes(kind: type) -> str:
    """The public properties and methods of a class, each with the first sentence about it."""
    found = [
        (f"`{name}`" if isinstance(thing, property) else f"`{_signature(name, thing)}`", thing)
        for one in reversed(kind.__mro__)
        for name, thing in vars(one).items()
        if not name.startswith("_") and (isinstance(thing, property) or inspect.isfunction(thing))
    ]
    return "\n".join(f"- {called}: {_first_sentence(thing)}" for called, thing in found)


def _first_sentence(thing: object) -> str:
    first = inspect.cleandoc(getattr(thing, "__doc__", None) or "").partition("\n\n")[0]
    return _plain(" ".join(first.split()))


def _module(name: str) -> str:
    module = getattr(jatsx, name)
    assert isinstance(module, ModuleType)
    first = inspect.cleandoc(module.__doc__ or "").partition("\n\n")[0]
    things = {one: getattr(module, one) for one in module.__all__}
    called = [one for one, thing in things.items() if name != "model" and _is_called(thing)]
    names = ", ".join(f"`{one}`" for one in things if one not in called)
    signatures = (
        [_code("\n".join(_signature(one, things[one]) for one in called))] if called else []
    )
    return "\n\n".join(
        filter(None, (f"### `{module.__name__}`", _plain(first), names, *signatures))
    )


def _is_called(thing: object) -> bool:
    """Whether it is a function, or a class with its own signature."""
    is_class = isinstance(thing, type) and "__init__" in vars(thing)
    return is_class or inspect.isfunction(inspect.unwrap(thing) if callable(thing) else thing)


def _signature(name: str, thing: Callable[..., Any]) -> str:
    """The signature of a function or class without ``self``, with a line for each parameter if
    one line is too long."""
    signature = inspect.signature(thing)
    parameters = list(_parameters(signature))
    result = signature.return_annotation
    has_result = result is not inspect.Signature.empty and not isinstance(thing, type)
    returned = f" -> {_annotation(result)}" if has_result else ""
    line = f"{name}({', '.join(parameters)}){returned}"
    if len(line) <= WIDE:
        return line
    inside = "".join(f"    {parameter},\n" for parameter in parameters)
    return f"{name}(\n{inside}){returned}"


def _parameters(signature: inspect.Signature) -> Iterator[str]:
    kind = None
    for one in signature.parameters.values():
        if one.name == "self":
            continue
        if kind is inspect.Parameter.POSITIONAL_ONLY and one.kind is not kind:
            yield "/"
        is_named = one.kind is inspect.Parameter.KEYWORD_ONLY
        if is_named and kind not in (one.kind, inspect.Parameter.VAR_POSITIONAL):
            yield "*"
        kind = one.kind
        yield _parameter(one)


def _parameter(one: inspect.Parameter) -> str:
    stars = "*" * (one.kind is one.VAR_POSITIONAL) + "**" * (one.kind is one.VAR_KEYWORD)
    text = f"{stars}{one.name}: {_annotation(one.annotation)}"
    if one.default is inspect.Parameter.empty:
        return text
    return f"{text} = {_default(one.default)}"


def _annotation(annotation: object) -> str:
    """An annotation as in the code."""
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return text.strip("'\"")


def _default(value: object) -> str:
    if isinstance(value, FrozenMap):
        return "FrozenMap()"
    if isinstance(value, jatsx.Level):
        return f"Level.{value.name}"
    if inspect.isfunction(value):
        return value.__name__
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _words(thing: object) -> str:
    """A docstring in Markdown, with its arguments as a list."""
    text = inspect.cleandoc(getattr(thing, "__doc__", None) or "")
    text, _, raised = text.partition("Raises:\n")
    prose, _, arguments = text.partition("Args:\n")
    if raised:
        arguments = f"{arguments.strip(chr(10))}\n\nRaises:\n\n{raised}"
    listed = re.sub(r"^ {4}(\w+):", r"- `\1`:", arguments, flags=re.M)
    examples = re.sub(r"((?:^ {4}(?:>>>|\.\.\.|<|\(|').*\n?)+)", r"", prose, flags=re.M)
    return _plain(f"{examples.strip()}\n\n{re.sub(r'^ {8}', '  ', listed, flags=re.M)}".strip())


def _plain(text: str) -> str:
    """Markdown for the markup of docstrings."""
    text = re.sub(r":\w+:`~?([^`]+)`", lambda found: f"`{found[1]}`", text)
    return text.replace("``", "`")


def _code(text: str) -> str:
    return f"```python\n{text}\n```"


def write() -> None:
    """Writes the page."""
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
