"""An export of each version, and a table of which value lands in which field, from which line.

The exports are made up: ``versions/*.xml``. A new case is a new file; ``--write-goldens`` writes
its table, to be read against the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from jatsx_ojs.reader import read
from jatsx_ojs.recognition import is_native_export

from .reading import codes, table

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.xml"), key=lambda path: path.stem)


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def export(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_values_land_in_their_fields(export: Path, write_goldens: bool) -> None:
    tables = _tables(export)
    golden = export.with_suffix(".yaml")
    if write_goldens:
        text = yaml.dump(tables, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        golden.write_text(text, encoding="utf-8")
    assert tables == yaml.safe_load(golden.read_text(encoding="utf-8"))


def test_is_recognised_by_its_beginning(export: Path) -> None:
    assert is_native_export(Path("anything"), export.read_bytes()[:4096])


def test_two_readings_are_the_same(export: Path) -> None:
    first, second = ([record.article for record in read(export)] for _ in range(2))
    assert first == second


def test_articles_of_an_issue_share_it(export: Path) -> None:
    articles = [record.article for record in read(export) if record.article]
    assert all(article.issue is articles[0].issue for article in articles)


def _tables(export: Path) -> dict[str, Any]:
    file, *articles = read(export)
    assert file.article is None
    assert not file.is_article
    return {
        "file": codes(file),
        "articles": [{"fields": table(one), "findings": codes(one)} for one in articles],
    }


class _Dumper(yaml.SafeDumper):
    """Writes a row of the table on one line."""


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    is_row = len(items) == 2 and isinstance(items[0], int)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_row)


_Dumper.add_representer(list, _list)
