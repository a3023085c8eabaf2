"""DOAJ's rules are its own, and explained; their examples are data of ``rules/``."""

from __future__ import annotations

import re
from pathlib import Path

import jatsx_doaj.rules
from jatsx import rules_in
from jatsx.rules.manual import manual

RULES = rules_in(jatsx_doaj.rules)


def test_each_rule_is_doajs_and_explained() -> None:
    assert [rule.code for rule in RULES if rule.target != "doaj"] == []
    assert [one.code for one in RULES if not re.fullmatch(r"doaj-[a-z]+-[a-z]+", one.code)] == []
    assert [one.code for one in RULES if not manual(one).source.startswith("DOAJ, ")] == []


def test_each_rule_has_further_examples() -> None:
    files = Path(__file__).with_name("rules").glob("*.yaml")
    assert {path.stem for path in files} == {rule.code for rule in RULES}
