"""Each rule fires on its further bad examples, in the right place, and on no good one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from jatsx.plugin.registry import load_registry

from .examples import Case, Example, bad_examples, good_examples, read_cases, sentences

TESTS: Final = Path(__file__).parent.parent
CASES: Final = read_cases(
    TESTS / "rules" / "cases",
    TESTS / "crossref" / "rules",
    TESTS / "doaj" / "rules",
    TESTS / "jats" / "rules",
)
RULES: Final = load_registry().rules


def code(field: Case | Example) -> str:
    """What a test is called."""
    return field.code


@pytest.mark.parametrize("example", list(good_examples(CASES)), ids=code)
def test_a_rule_has_nothing_against_a_good_example(example: Example) -> None:
    assert example.faults(RULES[example.code]) == []


@pytest.mark.parametrize("example", list(bad_examples(CASES)), ids=code)
def test_a_rule_finds_the_faults_of_a_bad_example(example: Example) -> None:
    rule = RULES[example.code]
    faults = example.faults(rule)
    assert sorted(fault.field for fault in faults) == sorted(example.fields)
    said = [sentences(rule, fault) for fault in faults]
    assert any(example.says in one for one in said)
    assert any(example.excerpt in ("", fault.excerpt) for fault in faults)
    assert "{" not in "".join(said)


@pytest.mark.parametrize("case", CASES, ids=code)
def test_a_rule_weighs_as_much_as_its_examples_say(case: Case) -> None:
    assert RULES[case.code].level == case.level
    assert case.good
    assert case.bad


def test_no_rule_has_two_files() -> None:
    assert [one for one, times in Counter(map(code, CASES)).items() if times > 1] == []
