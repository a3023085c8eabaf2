"""What DOAJ asks beyond every format's rules, by example: a file of ``rules/`` for each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jatsx_doaj.rules import RULES
from tests.rules.examples import Example, Examples, code, sentences

DOAJ = Examples(Path(__file__).with_name("rules"), RULES)


@pytest.mark.parametrize("example", DOAJ.good, ids=code)
def test_a_rule_has_nothing_against_a_good_example(example: Example) -> None:
    assert example.faults() == []


@pytest.mark.parametrize("example", DOAJ.bad, ids=code)
def test_a_rule_finds_the_faults_of_a_bad_example(example: Example) -> None:
    faults = example.faults()
    assert [fault.field for fault in faults] == example.fields
    assert example.says in sentences(example.rule, faults[0])


def test_every_rule_has_good_and_bad_examples() -> None:
    assert {code for code, case in DOAJ.cases.items() if case["good"] and case["bad"]} == {
        rule.code for rule in RULES
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_doajs_and_explained(rule: object) -> None:
    one = DOAJ.rules[getattr(rule, "code", "")]
    assert one.target == "doaj"
    assert one.level == DOAJ.cases[one.code]["level"]
    assert re.fullmatch(r"doaj-[a-z]+-[a-z]+", one.code)
    assert "Source: DOAJ" in (one.check.__doc__ or "").replace("\n    ", " ")
