"""The Parquet table has the findings and losses of the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.inputs import write_articles
from jatsx.pipeline import parquet as parquet_module
from jatsx.pipeline.parquet import FINDINGS
from tests.pipeline.clusters import exported

pytest.importorskip("pyarrow", reason="needs jatsx[parquet]")

SAME = ("code", "level", "target", "field", "message", "hint", "file", "line", "column", "plugin")


def rows(path: Path) -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    found: list[dict[str, Any]] = read_table(path).to_pylist()
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_row_for_each_finding_and_loss(
    tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_module, "ROWS", 7)
    source = write_articles(tmp_path / "articles.jsonl", 3, first=38)
    wrong = source.read_bytes().replace(b'"received": "2024-02-12"', b'"received": "?"', 1)
    source.write_bytes(wrong + b"{no JSON")
    out = tmp_path / "out"
    exported(source, out, parquet=True, jobs=jobs)
    reports = [json.loads((out / f"issue-{n}/report.json").read_text()) for n in (0, 1)]
    expected = [
        (article["id"], *(finding[name] for name in SAME))
        for report in reports
        for article in report["articles"]
        for finding in article["findings"]
    ]
    found = rows(out / FINDINGS)
    assert [(row["article"], *(row[name] for name in SAME)) for row in found] == expected
    assert {"article-date-unreal", "field-lost"} < {row["code"] for row in found}
    lost = [row for row in found if row["code"] == "field-lost"]
    assert {row["issue"] for row in lost} == {"issue-0", "issue-1"}
    assert all(row["loss"] and row["extent"] for row in lost)
