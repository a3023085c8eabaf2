"""Crossref's rules are named, explained and weighed; their examples are data of ``rules/``."""

from __future__ import annotations

import re

from jatsx_crossref import jatsx_rules

from .deposits import HERE

RULES = {rule.code: rule for rule in jatsx_rules(("crossref",))}
NO_WORDS_FOR_STAFF = re.compile(r"\b(XML|schema|element|attribute|regex|null|string)\b")


def test_each_rule_is_named_and_explained() -> None:
    form = re.compile(r"crossref-[a-z]+-[a-z]+-[a-z]+")
    assert [code for code in RULES if not form.fullmatch(code)] == []
    assert [code for code, rule in RULES.items() if rule.target != "crossref"] == []
    said = [
        (code, text)
        for code, rule in RULES.items()
        for text in (*rule.words.sentences, *rule.words.hints)
    ]
    assert [one for one in said if not re.fullmatch(r"[A-Z“{].+\.", one[1])] == []
    assert [one for one in said if NO_WORDS_FOR_STAFF.search(one[1])] == []


def test_each_rule_has_further_examples() -> None:
    assert {path.stem for path in (HERE / "rules").glob("*.yaml")} == set(RULES)


def test_codes_are_unique() -> None:
    assert len(RULES) == len(list(jatsx_rules(("crossref",))))
