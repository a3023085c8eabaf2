"""The articles of the benchmark: of realistic size, always the same, without findings."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.inputs import ISSUE_SIZE, article, lines, write_articles
from jatsx.pipeline import Request, check
from jatsx.plugin.registry import load_registry


def test_they_are_of_realistic_size() -> None:
    size = sum(map(len, lines(ISSUE_SIZE))) / ISSUE_SIZE
    assert 17_000 < size < 20_000
    (one,) = map(json.loads, lines(1))
    assert {tag: len(text.split()) for tag, text in one["abstract"].items()} == {
        "kk": 200,
        "ru": 200,
        "en": 200,
    }
    counts = {
        name: len(one[name]) for name in ("contributors", "affiliations", "funding", "references")
    }
    assert counts == {"contributors": 3, "affiliations": 2, "funding": 2, "references": 30}


def test_they_are_always_the_same() -> None:
    assert list(lines(3)) == list(lines(3))
    assert list(lines(1, first=2)) == list(lines(3))[2:]
    assert article(0)["title"] != article(1)["title"]


def test_forty_are_an_issue() -> None:
    ids = [article(number)["issue"]["id"] for number in (0, 39, 40)]
    assert ids == ["issue-0", "issue-0", "issue-1"]


def test_no_rule_reports_a_finding(tmp_path: Path) -> None:
    registry = load_registry()
    source = write_articles(tmp_path / "articles.jsonl", 2 * ISSUE_SIZE)
    result = check(Request([source], ["crossref", "doaj", "jats"], {}), registry)
    assert result.number == 2 * ISSUE_SIZE
    assert result.levels.total() == 0
