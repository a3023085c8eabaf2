"""Of many errors in a file, the first hundred are explained and the others counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from jatsx.findings.finding import Finding
from jatsx.readers.article_file import read_single
from jatsx.readers.source_file import MOST_FAULTS
from tests.growth import MOST, call_growth

YAML, JSON = "01.yaml", "01.json"


def keys(count: int) -> Iterator[str]:
    """Keys that no field has."""
    return (f"k{number}" for number in range(count))


FILES: Final[dict[str, tuple[str, Callable[[int], str]]]] = {
    "unknown keys in YAML": (YAML, lambda n: "id: 1\n" + "".join(f"{k}: x\n" for k in keys(n))),
    "unknown keys in JSON": (
        JSON,
        lambda n: json.dumps({"id": "1", **dict.fromkeys(keys(n), "x")}),
    ),
    "duplicate keys in YAML": (YAML, lambda n: "id: 1\n" * (n + 1)),
    "duplicate keys in JSON": (JSON, lambda n: "{" + ", ".join(['"id": "1"'] * (n + 1)) + "}"),
    "tags": (YAML, lambda n: "id: 1\nkeywords:\n  en:\n" + "  - !!int 1\n" * n),
    "numbers": (JSON, lambda n: json.dumps({"id": "1", "keywords": {"en": list(range(n))}})),
    "anchors of unknown keys": (
        YAML,
        lambda n: "id: 1\n" + "".join(f"&{k} {k}: x\n" for k in keys(n)),
    ),
}

HARMLESS: Final[dict[str, Callable[[int], str]]] = {
    "anchors": lambda n: "".join(f"  - &a{i} x\n" for i in range(n)),
    "one anchor again and again": lambda n: "  - &a x\n" * n,
    "aliases": lambda n: "  - &a x\n" + "  - *a\n" * n,
}
"""Keywords in YAML without errors."""


def findings(folder: Path, name: str, text: str) -> list[Finding]:
    path = folder / name
    path.write_text(text)
    (record,) = read_single(path)
    return list(record.findings)


@pytest.mark.parametrize("name", FILES)
def test_the_first_hundred_are_explained_and_the_others_counted(tmp_path: Path, name: str) -> None:
    file, text = FILES[name]
    *explained, last = findings(tmp_path, file, text(1_000))
    assert len(explained) == MOST_FAULTS
    assert "file-errors-more" not in {one.code for one in explained}
    assert (last.code, last.params["count"]) == ("file-errors-more", "900")
    assert last.place
    assert last.place.file == str(tmp_path / file)


@pytest.mark.parametrize("name", FILES)
def test_a_hundred_errors_are_all_explained(tmp_path: Path, name: str) -> None:
    file, text = FILES[name]
    found = findings(tmp_path, file, text(MOST_FAULTS))
    assert len(found) == MOST_FAULTS
    assert "file-errors-more" not in {one.code for one in found}


@pytest.mark.parametrize("name", FILES)
def test_twice_the_errors_take_twice_the_calls(tmp_path: Path, name: str) -> None:
    file, text = FILES[name]
    assert call_growth(lambda n: findings(tmp_path, file, text(n)), 500) <= MOST


@pytest.mark.parametrize("name", HARMLESS)
def test_twice_the_anchors_take_twice_the_calls(tmp_path: Path, name: str) -> None:
    def step(n: int) -> None:
        keywords = HARMLESS[name](n)
        assert findings(tmp_path, YAML, f"id: 1\nkeywords:\n  en:\n{keywords}") == []

    assert call_growth(step, 500) <= MOST
