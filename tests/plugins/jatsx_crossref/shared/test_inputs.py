"""Deposits from elsewhere: what was read of each, and the deposit that comes of it again.

``goldens/`` has a table for each file; ``--write-goldens`` writes it, to be read against the file.
Of abstracts, which are not ours, it has only the length.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from jatsx.readers.reader import Record
from jatsx_crossref.reader.batch import read
from tests.plugins.jatsx_crossref.reading import codes, exported_again, read_again
from tests.plugins.jatsx_crossref.round_trip import values_not_read
from tests.plugins.jatsx_crossref.test_reader_cases import table

INPUTS: Final = Path(__file__).parents[5] / "shared" / "inputs" / "crossref"
GOLDENS: Final = Path(__file__).parent / "goldens"
FILES: Final = sorted(INPUTS.glob("*.xml"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_values_land_in_their_fields(file: Path, write_goldens: bool) -> None:
    of_file, *articles = read(file)
    tables = {
        "file": codes(of_file),
        "articles": [{"fields": facts(one), "findings": codes(one)} for one in articles],
    }
    golden = GOLDENS / f"{file.stem}.yaml"
    if write_goldens:
        text = yaml.safe_dump(tables, allow_unicode=True, sort_keys=False, width=1000)
        golden.write_text(text, encoding="utf-8")
    assert tables == yaml.safe_load(golden.read_text(encoding="utf-8"))


def test_what_was_read_is_exported_and_read_again(file: Path, tmp_path: Path) -> None:
    for record in read(file):
        if record.article:
            document = exported_again([record.article], "5.5.0")
            (again,) = read_again(document, tmp_path)
            losses = [loss for losses in document.losses.values() for loss in losses]
            assert values_not_read(record.article, again, losses) == []


def facts(record: Record) -> dict[str, list[Any]]:
    """The table of a record, with lengths instead of abstracts."""
    return {
        field: [line, len(value) if field.startswith("abstract") else value]
        for field, (line, value) in table(record).items()
    }
