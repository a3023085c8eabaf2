"""What eLIBRARY asks beyond every format's rules: the examples of each rule's docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any, Final

import pytest

import jatsx_rsci.rules
from jatsx import Rule, rules_in
from jatsx.model import Part
from jatsx.rules import core_rules
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import manual

RULES: Final = {rule.code: rule for rule in rules_in(jatsx_rsci.rules)}
FORM: Final = re.compile(
    r"[A-Z].+?\.\n\n(?:.+\.\n\n)?Source: (?P<source>.+?)\n\n"
    r"Good:\n\n(?P<good>.+?)\n\nBad:\n\n(?P<bad>.+)\Z",
    re.DOTALL,
)
NO_WORDS_FOR_STAFF: Final = re.compile(r"\b(XML|schema|element|attribute|regex|null|string)\b")
FIELDS: Final = {
    "rsci-option-titleid-form": ["formats.rsci.titleid"],
    "rsci-option-pages-form": ["formats.rsci.pages"],
    "rsci-journal-title-missing": ["journal.title"],
    "rsci-issue-year-missing": ["year"],
    "rsci-issue-number-missing": ["number"],
    "rsci-issue-volume-form": ["volume"],
    "rsci-issue-pages-missing": ["issue"],
    "rsci-article-pages-missing": ["pages"],
    "rsci-article-pages-form": ["pages.first"],
    "rsci-article-number-form": ["elocation_id"],
    "rsci-article-type-missing": ["type"],
    "rsci-article-edn-form": ["identifiers.edn"],
    "rsci-keywords-language-code": ["keywords.ug"],
    "rsci-date-day-missing": ["received"],
    "rsci-reference-text-missing": ["text"],
    "rsci-contributor-kind-unknown": ["kind"],
    "rsci-contributor-languages-many": ["name"],
    "rsci-affiliation-name-semicolon": ["institution.ru"],
    "rsci-article-russian-missing": ["keywords"],
    "rsci-contributor-russian-missing": ["contributors[1].name"],
    "rsci-file-name-form": ["path"],
    "rsci-file-name-length": ["path"],
    "rsci-file-name-letters": ["path"],
    "rsci-file-kind-ending": ["path"],
    "rsci-file-name-repeated": ["files[0].path"],
    "rsci-file-access-missing": ["path"],
    "rsci-file-content-form": ["path"],
    "rsci-issue-cover-missing": ["files"],
    "rsci-article-file-missing": ["files"],
}
"""Where the faults of each rule's bad example are."""


def test_each_rule_has_a_manual_in_the_form_of_all() -> None:
    docstrings = {code: inspect.getdoc(rule.check) or "" for code, rule in RULES.items()}
    assert [code for code, said in docstrings.items() if not FORM.match(said)] == []


def test_the_faults_of_each_bad_example_are_where_they_should_be() -> None:
    """That a good example has none is asked with all manuals."""
    bad = {code: read_example(manual(rule).bad) for code, rule in RULES.items()}
    found = {code: faults_of(rule, bad[code]) for code, rule in RULES.items()}
    assert {code: [fault.field for fault in found[code]] for code in RULES} == FIELDS


def test_each_rule_is_named_explained_and_in_plain_words() -> None:
    assert [one for one in RULES if not re.fullmatch(r"rsci-[a-z]+-[a-z]+-[a-z]+", one)] == []
    assert [code for code, rule in RULES.items() if rule.target != "rsci"] == []
    said = [
        (code, text)
        for code, rule in RULES.items()
        for text in (*rule.words.sentences, *rule.words.hints)
    ]
    assert [one for one in said if not re.fullmatch(r"(?:[A-Z“{]|eLIBRARY).+\.", one[1])] == []
    assert [one for one in said if NO_WORDS_FOR_STAFF.search(one[1])] == []


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in (*core_rules(), *rules_in(jatsx_rsci.rules))]
    assert len(codes) == len(set(codes))


OTHERS: Final[Mapping[str, tuple[str, dict[str, Any], list[str]]]] = {
    "a year of a date": ("rsci-issue-year-missing", {"published": {"print": "2024-06"}}, []),
    "a volume in digits": ("rsci-issue-number-missing", {"volume": "4"}, []),
    "an option for pages": (
        "rsci-option-pages-form",
        {"formats": {"rsci": {"pages": "iv-x, 1-90"}}},
        [],
    ),
    "a number in place of pages": ("rsci-article-pages-missing", {"elocation_id": "12"}, []),
    "a number that can't be sent": (
        "rsci-article-number-form",
        {"elocation_id": "e12"},
        ["elocation_id"],
    ),
    "a year alone": ("rsci-date-day-missing", {"accepted": "2024"}, ["accepted"]),
    "a day that doesn't exist": ("rsci-date-day-missing", {"accepted": "2024-02-30"}, []),
    "no name in Russian": (
        "rsci-contributor-russian-missing",
        {"contributors": [{"group": {"en": "Group"}}, {"name": {"en": {"family": "Burnashev"}}}]},
        ["contributors"],
    ),
    "a group's name": (
        "rsci-contributor-russian-missing",
        {"contributors": [{"group": {"en": "Group"}}, {"name": {"ru": {"family": "Бурнашев"}}}]},
        ["contributors[0].group"],
    ),
    "no name": ("rsci-contributor-russian-missing", {"contributors": [{}]}, []),
    "two parts of a place": (
        "rsci-affiliation-name-semicolon",
        {"city": {"en": "A; B"}, "department": {"ru": "В;Г"}},
        ["department.ru", "city.en"],
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_examples(name: str) -> None:
    code, given, fields = OTHERS[name]
    assert [fault.field for fault in RULES[code].check(part(RULES[code], given))] == fields


def part(rule: Rule, given: Mapping[str, Any]) -> Part:
    """A part of the model; an id that it has to have is left out of the examples."""
    assert issubclass(rule.on, Part)
    needs_id = "id" in rule.on.model_fields and rule.on.model_fields["id"].is_required()
    return rule.on.model_validate({"id": "01", **given} if needs_id else given)
