"""JSON that knows what it stands for: plain when it is written, and never changed."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from jatsx import Document, Sourced, json_list, json_object
from jatsx.documents.content import content_bytes, origin
from jatsx.model.fieldpath import Path

CONTENT: Any = json_object(
    {
        "title": Sourced("Су", "title.kk"),
        "count": 2,
        "free": False,
        "note": None,
        "doi": Sourced(None, "doi"),
        "words": json_list(
            [Sourced("су", "keywords.kk[0]"), None, Sourced("мұз", "keywords.kk[2]"), "x"]
        ),
        "ids": json_list(
            [json_object({"type": "url", "id": Sourced("u", "url")}, field="url")],
            field="identifiers",
            kinds={"doi": "doi"},
        ),
        "pages": Sourced(json_object({"first": Sourced("5", "pages.first"), "last": 6}), "pages"),
        "plain": {"a": [{"b": 1}]},
    },
    field="article",
)
PLAIN: Any = {
    "title": "Су",
    "count": 2,
    "free": False,
    "words": ["су", "мұз", "x"],
    "ids": [{"type": "url", "id": "u"}],
    "pages": {"first": "5", "last": 6},
    "plain": {"a": [{"b": 1}]},
}
ORIGINS: dict[Path, str] = {
    (): "article",
    ("title",): "title.kk",
    ("count",): "article",
    ("doi",): "doi",
    ("unknown",): "article",
    ("words",): "article",
    ("words", 0): "keywords.kk[0]",
    ("words", 1): "keywords.kk[2]",
    ("words", 2): "article",
    ("words", 9): "article",
    ("ids",): "identifiers",
    ("ids", 0): "url",
    ("ids", 0, "type"): "url",
    ("ids", 0, "id", "deeper"): "url",
    ("ids", "doi"): "doi",
    ("ids", "issn"): "identifiers",
    ("pages",): "pages",
    ("pages", "first"): "pages.first",
    ("pages", "last"): "pages",
    ("plain", "a", 0, "b"): "article",
}


def test_it_is_written_as_any_json() -> None:
    written = content_bytes(Document("x.json", CONTENT))
    assert json.loads(written) == PLAIN
    assert written == content_bytes(Document("x.json", PLAIN))


@pytest.mark.parametrize("path", ORIGINS, ids=str)
def test_each_value_leads_to_its_field_or_to_what_is_around(path: Path) -> None:
    assert origin(CONTENT, path) == ORIGINS[path]


def test_it_survives_a_process_pool() -> None:
    again = pickle.loads(pickle.dumps(CONTENT))
    assert again == CONTENT
    assert {path: origin(again, path) for path in ORIGINS} == ORIGINS


@pytest.mark.parametrize(
    "nothing", [{}, {"a": None}, {"a": Sourced(None, "a")}, {"a": json_list([])}]
)
def test_an_object_of_nothing_is_nothing(nothing: Any) -> None:
    assert json_object(nothing) is None


def test_what_is_empty_or_nought_is_something() -> None:
    assert dict(json_object({"a": "", "b": 0, "c": False}) or {}) == {"a": "", "b": 0, "c": False}


@pytest.mark.parametrize("value", [CONTENT, CONTENT["words"]])
def test_it_cant_be_changed(value: Any) -> None:
    with pytest.raises(AttributeError):
        value.field = "title"
    with pytest.raises(TypeError):
        value["title"] = "x"
