"""DOAJ's rules are its own, and explained; their examples are data of ``rules/``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jatsx.rules.engine import Rule
from jatsx.rules.manual import manual
from jatsx_doaj.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_doajs_and_explained(rule: Rule) -> None:
    assert rule.target == "doaj"
    assert re.fullmatch(r"doaj-[a-z]+-[a-z]+", rule.code)
    assert manual(rule).source.startswith("DOAJ, ")


def test_each_rule_has_further_examples() -> None:
    files = Path(__file__).with_name("rules").glob("*.yaml")
    assert {path.stem for path in files} == {rule.code for rule in RULES}
