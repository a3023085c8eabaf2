"""What is read from whole files: each value after its line, and what is reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from jatsx_jats.reader.reader import read
from tests.plugins.jatsx_jats.exporting import exported, schema_errors
from tests.plugins.jatsx_jats.reader.reading import data_of, leaves, summary

HERE: Final = Path(__file__).parent / "goldens"
FILES: Final = sorted(HERE.glob("*.xml"))


def test_there_are_files() -> None:
    assert [path.stem for path in FILES] == ["nlm", "trilingual"]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_golden(path: Path, write_goldens: bool) -> None:
    (record,) = read(path)
    assert record.article is not None
    assert record.locate is not None
    rows: dict[str, Any] = {}
    for field, value in leaves(data_of(record.article)):
        place = record.locate(field, "")
        assert place is not None
        rows[field] = f"{place.line}: {value}"
    found = [f"{one.place.line}: {summary(one)}" for one in record.findings if one.place]
    golden = path.with_suffix(".yaml")
    if write_goldens:
        data = {"read": rows, "found": found}
        golden.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    assert {"read": rows, "found": found} == yaml.safe_load(golden.read_text("utf-8"))


@pytest.mark.parametrize("version", ["1.3", "1.4"])
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_is_exported_again(path: Path, version: str) -> None:
    (record,) = read(path)
    assert record.article is not None
    assert schema_errors(exported(record.article, version), version) == []
