"""The JSON Schema of the input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from jatsx.model.editor_schema import PARTS, input_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS = {"journal.yaml": "journal", "issue.yaml": "issue", "articles/*.yaml": "article"}
FILES = [
    (kind, path)
    for folder in sorted(EXAMPLES.iterdir())
    for pattern, kind in KINDS.items()
    for path in sorted(folder.glob(pattern))
]


def validator(part: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(input_schema(part))


@pytest.mark.parametrize("part", PARTS)
def test_a_schema_is_one(part: str) -> None:
    jsonschema.Draft202012Validator.check_schema(input_schema(part))


def test_there_are_examples() -> None:
    assert {kind for kind, _ in FILES} == set(PARTS)


@pytest.mark.parametrize(("part", "path"), FILES, ids=lambda value: str(value)[-40:])
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_an_example_is_valid(part: str, path: Path, loader: Any) -> None:
    """As plain text, and as an editor takes it, to which 4 is a number."""
    described = _as_json(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))
    assert [error.message for error in validator(part).iter_errors(described)] == []


SHORT_FORMS: list[Any] = [
    "1. Belov V.",
    {"ru": "Белов В.", "ru-Latn": "Belov V."},
    {"ru": ["Белов В."]},
    ["Белов В.", {"text": "Ким Н.", "doi": "10.5555/kim"}, {"text": {"ru": "Омаров А."}}],
]


@pytest.mark.parametrize("references", SHORT_FORMS)
def test_the_short_forms_of_a_reference_list_are_valid(references: Any) -> None:
    assert validator("article").is_valid({"id": "1", "references": references})


@pytest.mark.parametrize("figures", [0, 1, "0", "12"])
def test_a_number_of_things_is_zero_or_more(figures: int | str) -> None:
    assert validator("article").is_valid({"id": "1", "counts": {"figures": figures}})


BAD: list[tuple[str, Any]] = [
    ("article", {}),
    ("article", {"id": "1", "tilte": {}}),
    ("article", {"id": "1", "counts": {"figures": -1}}),
    ("article", {"id": "1", "counts": {"figures": "-1"}}),
    ("article", {"id": "1", "title": "x"}),
    ("article", {"id": "1", "title": {"en": ["x"]}}),
    ("article", {"id": "1", "contributors": {"name": {}}}),
    ("article", {"id": "1", "contributors": [{"nmae": {}}]}),
    ("article", {"id": "1", "abstract": {"en": [{"titel": "x", "text": "y"}]}}),
    ("article", {"id": "1", "counts": {"pages": "many"}}),
    ("article", {"id": "1", "references": [{"txt": "x"}]}),
    ("issue", {"vol": "1"}),
    ("issue", {"sections": [{"title": {}}]}),
    ("journal", {"issn": "1234-5679"}),
    ("journal", {"formats": {"x": "y"}}),
]


@pytest.mark.parametrize(("part", "described"), BAD)
def test_what_reading_would_refuse_is_invalid(part: str, described: Any) -> None:
    assert not validator(part).is_valid(described)
    with pytest.raises(ValueError, match="validation error"):
        PARTS[part].model_validate(described)


@pytest.mark.parametrize("part", PARTS)
def test_each_field_is_described(part: str) -> None:
    schema = input_schema(part)
    objects = [schema, *schema.get("$defs", {}).values()]
    properties = [pair for one in objects for pair in one.get("properties", {}).items()]
    assert [name for name, described in properties if not described.get("description")] == []


def _as_json(value: Any) -> Any:
    """What an editor's JSON Schema sees: dates are strings, empty values aren't there."""
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value if isinstance(value, (str, int, float)) else str(value)
