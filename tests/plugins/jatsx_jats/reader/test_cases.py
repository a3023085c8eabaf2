"""What is read from each element: a case is an entry of a file in cases/.

``meta``, ``journal``, ``back`` and ``after`` are put in an article in Russian. ``read`` contains
the fields that are read from them, ``found`` what is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.plugins.jatsx_jats.reader.reading import data_of, record_of, summary, whole

CASES: Final = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
]
PARTS: Final = ("meta", "journal", "back", "after", "lang")
IDS: Final = {"id": "2024-1"}


def test_there_are_cases() -> None:
    assert len(CASES) > 45
    names = [case["name"] for case in CASES]
    assert len(names) == len({*names})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: Mapping[str, Any], tmp_path: Path) -> None:
    assert set(case) <= {"name", *PARTS, "read", "found"}
    record = record_of(whole(**{name: case[name] for name in PARTS if name in case}), tmp_path)
    assert record.article is not None
    read = data_of(record.article)
    read.pop("id")
    if case.get("lang", "ru") == "ru":
        assert read.pop("language") == "ru"
    issue = read.get("issue", {})
    if issue.get("id") == "issue" or "issue" not in case.get("read", {}):
        issue.pop("id", None)
    if not issue:
        read.pop("issue", None)
    assert as_text(read) == case.get("read", {})
    assert [summary(finding) for finding in record.findings] == case.get("found", [])
    for finding in record.findings:
        assert finding.place is not None
        assert finding.place.line


def as_text(value: Any) -> Any:
    """The data with every scalar as text, as in the cases."""
    if isinstance(value, Mapping):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
