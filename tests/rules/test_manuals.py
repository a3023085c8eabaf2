"""Every rule's docstring is its manual, and the examples in it hold: of every installed plugin."""

from __future__ import annotations

from typing import Final

import pytest

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.plugin.registry import load_registry
from jatsx.rules.engine import Fault, Rule
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import PARTS, Manual, manual, parse_manual, part_of

from .examples import LEFT, sentences

RULES: Final = load_registry().rules


def test_each_manual_says_what_is_asked_why_and_by_whom() -> None:
    lacking = {}
    for code, rule in RULES.items():
        page = manual(rule)
        parts = {
            "a sentence": page.title.endswith((".", "…")),
            "a source": page.source,
            "a good example": page.good,
            "a bad example": page.bad,
        }
        lacking[code] = [part for part, there in parts.items() if not there]
    assert {code: parts for code, parts in lacking.items() if parts} == {}


def test_no_rule_has_anything_against_its_good_example() -> None:
    faults = {code: example_faults(code, "good") for code in RULES}
    assert {code: found for code, found in faults.items() if found} == {}


def test_each_rule_finds_the_fault_of_its_bad_example() -> None:
    faults = {code: example_faults(code, "bad") for code in RULES}
    assert [code for code, found in faults.items() if not found] == []
    said = {code: [sentences(RULES[code], one) for one in faults[code]] for code in RULES}
    assert {code: some for code, some in said.items() if LEFT.search("".join(some))} == {}


def test_each_part_that_rules_check_has_a_title() -> None:
    assert [code for code, rule in RULES.items() if part_of(rule) not in PARTS] == []


def example_faults(code: str, which: str) -> list[Fault]:
    """What a rule finds in an example of its manual."""
    rule = RULES[code]
    return faults_of(rule, read_example(getattr(manual(rule), which)))


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
        title="One sentence: what is asked.",
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
    assert page.title == asks
    assert (page.good, page.bad) == ("", "")
