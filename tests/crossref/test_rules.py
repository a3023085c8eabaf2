"""Each rule fires on its bad examples, in the right place and plain words, and on no good one.

The examples of a rule are a file of ``rules/``, named for its code. ``level`` is the rule's.
``good`` are parts of which it says nothing, ``bad`` those of which it does: ``given`` the part,
``fields`` where its faults are, ``says`` what the sentences of the first one hold.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import Any

import pytest

from jatsx.checks import Rule
from jatsx.model import Part
from jatsx.rules import core_rules
from jatsx_crossref import jatsx_rules

from .deposits import HERE, read_yaml

RULES = {rule.code: rule for rule in jatsx_rules()}
EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    path.stem: read_yaml(path) for path in sorted((HERE / "rules").glob("*.yaml"))
}
GOOD = [(code, given) for code, examples in EXAMPLES.items() for given in examples["good"]]
BAD = [(code, bad) for code, examples in EXAMPLES.items() for bad in examples["bad"]]
NO_WORDS_FOR_STAFF = re.compile(r"\b(XML|schema|element|attribute|regex|null|string)\b")


def part(rule: Rule, given: Mapping[str, Any]) -> Part:
    """The part of the model that an example describes."""
    assert issubclass(rule.on, Part)
    needs_id = rule.on.__name__ in ("Article", "Affiliation")
    return rule.on.model_validate({"id": "01", **given} if needs_id else given)


@pytest.mark.parametrize(("code", "given"), GOOD)
def test_a_rule_has_nothing_against_a_good_example(code: str, given: Mapping[str, Any]) -> None:
    assert list(RULES[code].check(part(RULES[code], given))) == []


@pytest.mark.parametrize(("code", "bad"), BAD)
def test_a_rule_finds_the_faults_of_a_bad_example(code: str, bad: Mapping[str, Any]) -> None:
    rule = RULES[code]
    faults = list(rule.check(part(rule, bad["given"])))
    assert [fault.field for fault in faults] == bad["fields"]
    said = f"{rule.message} {rule.hint}".format_map(faults[0].params)
    assert bad.get("says", "") in said


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_named_explained_and_weighed(rule: Rule) -> None:
    assert re.fullmatch(r"crossref-[a-z]+-[a-z]+-[a-z]+", rule.code)
    assert rule.target == "crossref"
    assert rule.level == EXAMPLES[rule.code]["level"]
    assert rule.check.__doc__
    assert "Source: " in rule.check.__doc__ or "option" in rule.code
    for sentence in (rule.message, rule.hint):
        assert re.fullmatch(r"[A-Z“{].+\.", sentence)
        assert not NO_WORDS_FOR_STAFF.search(sentence)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_sentence_needs_what_a_fault_has(rule: Rule) -> None:
    needed = {
        name
        for sentence in (rule.message, rule.hint)
        for _, name, _, _ in string.Formatter().parse(sentence)
        if name
    }
    for bad in EXAMPLES[rule.code]["bad"]:
        for fault in rule.check(part(rule, bad["given"])):
            assert needed <= set(fault.params)


def test_each_rule_has_examples_and_each_file_a_rule() -> None:
    assert set(EXAMPLES) == set(RULES)
    assert all(examples["good"] and examples["bad"] for examples in EXAMPLES.values())


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in (*core_rules(), *jatsx_rules())]
    assert len(codes) == len(set(codes))
