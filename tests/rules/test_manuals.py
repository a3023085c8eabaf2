"""Every rule's docstring is its manual, and the examples in it hold: of every installed plugin."""

from __future__ import annotations

from typing import Final

import pytest

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.plugin.registry import load_registry
from jatsx.rules.engine import Fault, Rule
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import Manual, asked_of, manual, parse_manual

from .examples import sentences

RULES: Final = load_registry().rules


@pytest.fixture(params=RULES)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = RULES[request.param]
    return found


def test_a_manual_says_what_is_asked_why_and_by_whom(rule: Rule) -> None:
    page = manual(rule)
    assert page.asks.endswith((".", "…"))
    assert page.source
    assert page.good
    assert page.bad


def test_a_rule_has_nothing_against_its_good_example(rule: Rule) -> None:
    assert faults_of(rule, read_example(manual(rule).good)) == []


def test_a_rule_finds_the_fault_of_its_bad_example(rule: Rule) -> None:
    faults = faults_of(rule, read_example(manual(rule).bad))
    assert faults
    for fault in faults:
        assert "{" not in sentences(rule, fault)


def test_what_a_rule_is_asked_of_has_a_name(rule: Rule) -> None:
    assert asked_of(rule) != rule.on.__name__


def test_a_manual_has_every_section() -> None:
    said = """One sentence: what is asked.

    Why, in
    a few sentences.

    And more.

    Source: ISO 7064,
    MOD 11-2.

    Good:

        name:
          en: {family: A}

        orcid: x

    Bad:

        title: "a\N{SOFT HYPHEN}b"
    """
    assert parse_manual(said) == Manual(
        asks="One sentence: what is asked.",
        why="Why, in a few sentences.\n\nAnd more.",
        source="ISO 7064, MOD 11-2.",
        good="name:\n  en: {family: A}\n\norcid: x",
        bad='title: "a\\u00adb"',
    )


@pytest.mark.parametrize(
    ("docstring", "asks"),
    [
        (None, ""),
        ("", ""),
        ("It is so", "It is so"),
        ("Good:", ""),
        ("\n\nSource: X\n", "Source: X"),
    ],
)
def test_a_strange_docstring_is_no_error(docstring: str | None, asks: str) -> None:
    def check(article: Article) -> list[Fault]:  # noqa: ARG001
        return []

    check.__doc__ = docstring
    page = manual(Rule("a-b-c", Level.ERROR, Article, check, "Wrong."))
    assert page.asks == asks
    assert (page.good, page.bad) == ("", "")
