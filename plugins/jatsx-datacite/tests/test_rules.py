"""Each rule's manual is true: its good example is fine, and its bad one isn't."""

from __future__ import annotations

import pytest
from described import article, in_journal
from jatsx import Level, Rule, rules_in
from jatsx.findings.formatting import placeholders
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import manual

import jatsx_datacite.rules
from jatsx_datacite.exporter import EXPORTER

RULES = rules_in(jatsx_datacite.rules)
EACH = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@EACH
def test_the_manual_is_whole(rule: Rule) -> None:
    page = manual(rule)
    assert page.title.endswith(".")
    assert page.why
    assert page.source.startswith("DataCite")
    assert rule.target == "datacite"
    assert rule.hint


@EACH
def test_the_good_example_is_fine(rule: Rule) -> None:
    assert faults_of(rule, read_example(manual(rule).good)) == []


@EACH
def test_the_bad_example_is_not(rule: Rule) -> None:
    faults = faults_of(rule, read_example(manual(rule).bad))
    assert faults
    for fault in faults:
        assert all(placeholders(one) <= fault.params.keys() for one in rule.words.sentences)


@EACH
def test_a_plain_article_breaks_no_rule(rule: Rule) -> None:
    plain = article()
    part = plain if rule.on is type(plain) else plain.issue
    assert list(rule.faults(part)) == []


def test_what_the_schema_demands_is_an_error() -> None:
    errors = {rule.code.removeprefix("datacite-") for rule in RULES if rule.level is Level.ERROR}
    assert errors == {
        "doi-missing",
        "doi-form",
        "creator-missing",
        "title-missing",
        "publisher-missing",
        "year-missing",
    }


def test_a_blank_publisher_is_none() -> None:
    (rule,) = [rule for rule in RULES if rule.code == "datacite-publisher-missing"]
    blank = in_journal(publisher={"name": {"en": " "}}).issue
    assert [fault.field for fault in rule.faults(blank)] == ["journal.publisher.name"]


def test_sample_values_are_errors_for_it() -> None:
    assert EXPORTER.real_values
