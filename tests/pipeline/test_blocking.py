"""What keeps an article from a format: rules, and what it shares with others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jatsx.findings.finding import Level
from jatsx.model import Article, Issue
from jatsx.plugin.registry import Plugin
from jatsx.rules.engine import Rule
from tests.pipeline.formats import article, exported, faulty, fmt
from tests.readers.reading import told

RULES: dict[str, tuple[Rule, dict[str, str], int]] = {
    "an error": (faulty(Article), {"one": "refused", "two": "refused"}, 1),
    "a warning": (faulty(Article, level=Level.WARNING), {"one": "valid", "two": "valid"}, 0),
    "an error of one format": (
        faulty(Article, target="one"),
        {"one": "refused", "two": "valid"},
        1,
    ),
    "an error of a format that isn't asked for": (
        faulty(Article, target="three"),
        {"one": "valid", "two": "valid"},
        0,
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_an_error_keeps_an_article_from_its_formats(tmp_path: Path, name: str) -> None:
    rule, expected, exit_code = RULES[name]
    result = exported(tmp_path, fmt(name="one"), fmt(name="two"), rules=[rule])
    by_id = {one.id: one.targets for one in result.result.articles}
    assert {name: one.status.value for name, one in by_id["05"].items()} == expected
    assert {one.status.value for id_ in by_id if id_ != "05" for one in by_id[id_].values()} == {
        "valid"
    }
    assert result.result.exit_code == exit_code


def test_an_error_of_an_issue_blocks_its_articles_and_no_others(tmp_path: Path) -> None:
    articles = [article("01", issue={"id": "bad"}), article("02", issue={"id": "good"})]
    result = exported(tmp_path, fmt(), articles=articles, rules=[faulty(Issue, "bad")])
    assert result.statuses == {"01": "refused", "02": "valid"}
    assert told(result.result.shared_findings) == ["x-y-z issue.doi"]


def raising(target: str | None) -> Rule:
    """A rule that fails at every article."""

    def check(part: Article) -> Any:
        raise ValueError(part.id)

    return Rule("x-y-z", Level.ERROR, Article, check, "", target=target)


@pytest.mark.parametrize("target", [None, "notes"])
def test_a_rule_of_another_plugin_that_fails_blocks_nothing(
    tmp_path: Path, target: str | None
) -> None:
    result = exported(tmp_path, fmt(), articles=[article("01")], rules=[raising(target)])
    assert result.statuses == {"01": "valid"}
    assert [finding.code for finding in result.of("01")] == ["plugin-failed"]
    assert result.result.exit_code == 3


@pytest.mark.parametrize(("target", "status"), [(None, "valid"), ("notes", "refused")])
def test_a_rule_that_fails_blocks_its_own_format_only(
    tmp_path: Path, target: str | None, status: str
) -> None:
    own = Plugin("own", "test", "1", exporters=[fmt()], rules=[raising(target)])
    result = exported(tmp_path, fmt(name="good"), articles=[article("01")], beside=[own])
    (one,) = result.result.articles
    assert {name: made.status for name, made in one.targets.items()} == {
        "good": "valid",
        "notes": status,
    }
    assert result.result.exit_code == 3


@pytest.mark.parametrize("message", ["{", "{0}", "{doi.x}", "{doi[0]}", "{doi:x}"])
def test_a_sentence_that_cant_be_made_costs_only_itself(tmp_path: Path, message: str) -> None:
    rule = faulty(Article, message=message, hint=message)
    result = exported(tmp_path, fmt(), rules=[rule])
    assert result.statuses["01"] == "valid"
    assert result.report["articles"][4]["findings"][0]["code"] == "x-y-z"


# What names an article

SAME: dict[str, list[dict[str, Any]]] = {
    "one DOI": [{"doi": "10.5555/x"}, {"doi": "10.5555/x"}],
    "one DOI in two spellings": [{"doi": "10.5555/X"}, {"doi": "https://doi.org/10.5555/x"}],
    "one DOI in two issues": [
        {"doi": "10.5555/x"},
        {"doi": "10.5555/x", "issue": {"id": "other"}},
    ],
    "one id": [{"id": "05"}, {"id": "05"}],
    "one id that is empty": [{"id": ""}, {"id": ""}],
    "one id but for its case": [{"id": "A"}, {"id": "a"}],
}


@pytest.mark.parametrize("name", SAME)
def test_articles_that_share_what_names_them_are_all_refused(tmp_path: Path, name: str) -> None:
    pair = [{**article(id_), **said} for id_, said in zip("ab", SAME[name], strict=True)]
    result = exported(tmp_path, fmt(), articles=[article("01"), *pair])
    first, *same = result.result.articles
    assert first.targets["notes"].status == "valid"
    assert {one.targets["notes"].status.value for one in same} == {"refused"}
    assert result.files() == ["notes/01.xml"] or result.files() == ["notes/2024-2/01.xml"]
    assert result.result.exit_code == 1
