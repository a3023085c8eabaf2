"""Crossref's rules are named, explained and weighed; their examples are data of ``rules/``."""

from __future__ import annotations

import re

import pytest

from jatsx.rules.engine import Rule
from jatsx.rules.manual import manual
from jatsx_crossref import jatsx_rules

from .deposits import HERE

RULES = {rule.code: rule for rule in jatsx_rules(("crossref",))}
NO_WORDS_FOR_STAFF = re.compile(r"\b(XML|schema|element|attribute|regex|null|string)\b")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_named_and_explained(rule: Rule) -> None:
    assert re.fullmatch(r"crossref-[a-z]+-[a-z]+-[a-z]+", rule.code)
    assert rule.target == "crossref"
    assert manual(rule).source
    for sentence in (rule.message, rule.hint):
        assert re.fullmatch(r"[A-Z“{].+\.", sentence)
        assert not NO_WORDS_FOR_STAFF.search(sentence)


def test_each_rule_has_further_examples() -> None:
    assert {path.stem for path in (HERE / "rules").glob("*.yaml")} == set(RULES)


def test_codes_are_unique() -> None:
    assert len(RULES) == len(list(jatsx_rules(("crossref",))))
