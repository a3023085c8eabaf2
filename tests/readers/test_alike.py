"""Warnings that all articles of an issue have are given once."""

from __future__ import annotations

from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import MESSAGES
from jatsx.findings.sentences import Sentences
from jatsx.model import Article, FrozenMap, Issue
from jatsx.readers.alike import with_alike_once
from jatsx.readers.reader import Record

WARNING = Finding("w", Level.WARNING, field="url")


def record(id: str, *findings: Finding, issue: str = "i") -> Record:
    return Record("file", Article(id=id, issue=Issue(id=issue)), id, list(findings))


def codes(records: list[Record]) -> list[list[str]]:
    found = with_alike_once(records)
    return [[one.code for one in each.findings] for each in found]


def test_a_warning_of_all_is_given_once() -> None:
    first, *others = with_alike_once([record("a", WARNING), record("b", WARNING)])
    assert not first.is_article
    (finding,) = first.findings
    assert (finding.code, finding.field, finding.article, finding.issue) == ("w", None, None, "i")
    assert dict(finding.params) == {"field": "url", "alike": "2"}
    assert [one.findings for one in others] == [[], []]


def test_errors_items_and_single_articles_are_left() -> None:
    error = Finding("e", Level.ERROR, field="url")
    item = Finding("i", Level.WARNING, field="contributors[0].orcid")
    assert codes([record("a", error, item), record("b", error, item)]) == [["e", "i"]] * 2
    assert codes([record("a", WARNING)]) == [["w"]]


def test_other_params_are_another_warning() -> None:
    other = Finding("w", Level.WARNING, FrozenMap({"name": "x"}), "url")
    assert codes([record("a", WARNING), record("b", other)]) == [["w"], ["w"]]


def test_each_issue_has_its_own() -> None:
    given = [record(id, WARNING, issue=issue) for id, issue in ("ax", "bx", "cy", "dy")]
    assert codes(given) == [["w"], ["w"], [], [], [], []]


def test_the_message_says_how_many() -> None:
    code = next(iter(MESSAGES))
    finding = Finding(code, Level.WARNING, FrozenMap({"alike": "1000"}))
    assert Sentences().sentence(finding).endswith("(number of articles: 1,000).")
