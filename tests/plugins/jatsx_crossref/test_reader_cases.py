"""Deposits and records, and a table of which value lands in which field, from which line.

The files are made up: ``reader_cases/``. A new case is a new file; ``--write-goldens`` writes its
table, to be read against the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path
from jatsx.pipeline.open_input import reader_of
from jatsx.plugin.registry import load_registry
from jatsx.readers.reader import Record

from .reading import codes, exported_again

HERE = Path(__file__).parent / "reader_cases"
CASES = sorted(path for path in HERE.iterdir() if path.suffix != ".yaml")
REGISTRY = load_registry(targets=())


@pytest.fixture(params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_values_land_in_their_fields(case: Path, write_goldens: bool) -> None:
    of_file, *articles = read(case)
    tables = {
        "file": codes(of_file),
        "articles": [{"fields": table(one), "findings": codes(one)} for one in articles],
    }
    golden = case.with_name(f"{case.name}.yaml")
    if write_goldens:
        text = yaml.safe_dump(tables, allow_unicode=True, sort_keys=False, width=1000)
        golden.write_text(text, encoding="utf-8")
    assert tables == yaml.safe_load(golden.read_text(encoding="utf-8"))


def test_two_readings_are_the_same(case: Path) -> None:
    first, second = ([record.article for record in read(case)] for _ in range(2))
    assert first == second


def test_a_deposit_comes_of_what_was_read(case: Path) -> None:
    articles = [record.article for record in read(case) if record.article]
    for issue in dict.fromkeys(one.issue for one in articles):
        of_issue = [one for one in articles if one.issue == issue]
        assert b"<journal_article" in exported_again(of_issue, "5.5.0").xml


def read(path: Path) -> list[Record]:
    reader, findings = reader_of(path, REGISTRY)
    assert reader is not None, findings
    return list(reader.read(path))


def table(record: Record) -> dict[str, list[Any]]:
    """Each value of the article's fields, after the line of the file in which it stands."""
    assert record.article is not None
    assert record.locate is not None
    rows: dict[str, list[Any]] = {}
    for path, value in _leaves(record.article.model_dump(mode="json", exclude_defaults=True)):
        place = record.locate(format_path(path), "")
        assert place is not None
        rows[format_path(path)] = [place.line, value]
    return rows


def _leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _leaves(item, (*path, n))
    else:
        yield path, value
