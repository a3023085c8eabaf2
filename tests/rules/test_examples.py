"""Each rule fires on its further bad examples, in the right place, and on no good one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jatsx.plugin.registry import load_registry

from .examples import LEFT, Example, bad_examples, good_examples, read_cases, sentences

TESTS: Final = Path(__file__).parent.parent
FOLDERS: Final = (TESTS / "rules" / "cases", *sorted((TESTS / "plugins").glob("*/rules")))
CASES: Final = read_cases(*FOLDERS)
RULES: Final = load_registry().rules


def test_no_rule_has_anything_against_a_good_example() -> None:
    faults = [(one, one.faults(RULES[one.code])) for one in good_examples(CASES)]
    assert [(one.code, one.given, found) for one, found in faults if found] == []


def test_each_rule_finds_the_faults_of_a_bad_example() -> None:
    missed = [(one.code, one.given, what) for one in bad_examples(CASES) for what in amiss(one)]
    assert missed == []


def amiss(example: Example) -> Iterator[str]:
    """What a rule finds otherwise in a bad example than its file says."""
    rule = RULES[example.code]
    faults = example.faults(rule)
    fields = sorted(fault.field for fault in faults)
    if fields != sorted(example.fields):
        yield f"faults in {fields}, not in {sorted(example.fields)}"
    said = [sentences(rule, fault) for fault in faults]
    if not any(example.says in one for one in said):
        yield f"{example.says!r} is in none of {said}"
    if not any(example.excerpt in ("", fault.excerpt) for fault in faults):
        yield f"no excerpt is {example.excerpt!r}: {[fault.excerpt for fault in faults]}"
    if LEFT.search("".join(said)):
        yield f"a placeholder is left in {said}"


def test_each_rule_weighs_as_much_as_its_examples_say() -> None:
    weights = {case.code: RULES[case.code].level for case in CASES}
    assert weights == {case.code: case.level for case in CASES}


def test_each_file_has_good_and_bad_examples() -> None:
    assert [case.code for case in CASES if not case.good or not case.bad] == []


def test_the_files_of_the_core_and_of_plugins_are_read() -> None:
    assert len(FOLDERS) >= 4
    assert [folder for folder in FOLDERS if not read_cases(folder)] == []


def test_no_rule_has_two_files() -> None:
    assert [one for one, times in Counter(case.code for case in CASES).items() if times > 1] == []
