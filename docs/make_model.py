"""Writes ``docs/model.md``: every class of the model, its fields and their types."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from jatsx.model import Article, Part, PerLanguage
from jatsx.model.editor_schema import input_schema
from jatsx.model.fields import is_part
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import FREE
from jatsx.model.requirement import RuleSettings
from jatsx.model.text import Prose, Text

PAGE = Path(__file__).parent / "model.md"

HEAD = """\
# The model

All fields of an article, its issue and its journal, with the names that input files use. This page
is generated from the model by `python docs/make_model.py`.

Free text is every value in a language, text with markup, and what is called free text here. In
YAML, a `#` after a space starts a comment: `en: Some #1 aspects` is the title “Some”. A comment
behind free text is therefore an error (`text-hash-unquoted`): put the whole text in quotation
marks, or move the comment to a line of its own. Comments behind identifiers, codes, dates and
flags are not reported.
"""

PLAIN: dict[type, str] = {
    str: "text",
    Text: "text with markup",
    Prose: "paragraphs, or titled sections of paragraphs",
    bool: "yes or no",
    int: "number",
    RuleSettings: "a level, or a mapping of level and options",
}


def pages() -> dict[Path, str]:
    """The page, by its path."""
    return {PAGE: "\n".join((HEAD, *(line for part in parts(Article) for line in _section(part))))}


def parts(part: type[Part]) -> list[type[Part]]:
    """A class of the model and every class that its fields contain, without duplicates."""
    found = {part: None}
    for info in part.model_fields.values():
        for inner in _classes(info.annotation):
            found |= dict.fromkeys(parts(inner))
    return list(found)


def _section(part: type[Part]) -> Iterator[str]:
    yield f"## {part.__name__}"
    yield from ("", inspect.cleandoc(part.__doc__ or ""), "")
    yield from ("| field | type | description |", "|---|---|---|")
    for name, info in part.model_fields.items():
        needed = ", required" if info.is_required() else ""
        yield f"| `{name}` | {_words(info.annotation)}{needed} | {_description(part, name)} |"
    yield ""


def _description(part: type[Part], name: str) -> str:
    schema = _schema()
    own = schema if part is Article else schema["$defs"][part.__name__]
    return str(own["properties"][name]["description"]).replace("``", "`").replace("|", "\\|")


@cache
def _schema() -> dict[str, Any]:
    return input_schema("article")


def _words(annotation: Any) -> str:
    """The type of a field, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return "free text" if FREE in annotation.__metadata__ else _words(arguments[0])
    if NoneType in arguments:
        return _words(next(one for one in arguments if one is not NoneType))
    if origin is tuple:
        return f"list: {_words(arguments[0])}"
    if origin is PerLanguage:
        return f"in each language: {_words(arguments[0])}"
    if origin is FrozenMap:
        return f"by key: {_words(arguments[0])}"
    return _link(annotation) if is_part(annotation) else PLAIN[annotation]


def _link(part: type[Part]) -> str:
    return f"[{part.__name__}](#{part.__name__.lower()})"


def _classes(annotation: Any) -> Iterator[type[Part]]:
    if is_part(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)


def write() -> None:
    """Writes the page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
