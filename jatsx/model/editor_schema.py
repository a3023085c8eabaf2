"""The JSON Schema of the input, with the docstrings of the model as descriptions."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from jatsx.model.article import Article
from jatsx.model.issue import Issue
from jatsx.model.journal import Journal
from jatsx.model.part import SCALAR, Part

PARTS: dict[str, type[Part]] = {"article": Article, "issue": Issue, "journal": Journal}


def input_schema(part: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of an article, issue or journal in input files.

    Raises:
        KeyError: ``part`` is not one of these.
    """
    kind = PARTS[part]
    schema = kind.model_json_schema()
    definitions = schema.get("$defs", {})
    _describe(schema, kind)
    for definition in _parts():
        if definition.__name__ in definitions:
            _describe(definitions[definition.__name__], definition)
    if kind is Article:
        _allow_short_forms(schema["properties"], definitions["Reference"]["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _allow_short_forms(article: dict[str, Any], reference: dict[str, Any]) -> None:
    """Adds the shorter forms of a reference list, which readers turn into the model's form."""
    text = {"type": "string"}
    several = {"anyOf": [text, {"type": "array", "items": text}]}
    texts = {"type": "object", "additionalProperties": several}
    references = article["references"]
    items = {"anyOf": [references.pop("items"), SCALAR]}
    references["anyOf"] = [{"type": references.pop("type"), "items": items}, text, texts]
    described = reference["text"].pop("description")
    reference["text"] = {"anyOf": [reference["text"], SCALAR], "description": described}


def _describe(schema: dict[str, Any], kind: type[Part]) -> None:
    """Adds the docstring of each field to its property in a schema."""
    for name, description in _field_docs(kind):
        schema["properties"][name]["description"] = description
        schema["properties"][name].pop("title", None)


def _field_docs(kind: type[Part]) -> Iterator[tuple[str, str]]:
    """The fields of a class of the model and their docstrings."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    for field, doc in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            assert isinstance(doc, ast.Expr)
            assert isinstance(doc.value, ast.Constant)
            yield field.target.id, inspect.cleandoc(str(doc.value.value)).replace("\n", " ")


def _parts() -> Iterator[type[Part]]:
    return iter(Part.__subclasses__())
