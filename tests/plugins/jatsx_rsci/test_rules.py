"""What eLIBRARY asks beyond every format's rules: the examples of each rule's docstring."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Mapping
from typing import Any, Final

import pytest
import yaml

from jatsx import Fault, Rule
from jatsx.model import Article, ContentsEntry, IssueContents, Part
from jatsx.rules import core_rules
from jatsx_rsci.rules import rsci_rules
from tests.rules.examples import sentences

RULES: Final = {rule.code: rule for rule in rsci_rules()}
EVERY_RULE: Final = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
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
    "rsci-article-pages-form": ["pages"],
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
}
"""Where the faults of each rule's bad example are."""


def example(rule: Rule, which: str) -> Part | IssueContents:
    """The part of the model that an example of a rule's docstring describes."""
    form = FORM.match(inspect.getdoc(rule.check) or "")
    assert form
    given: Any = yaml.load(textwrap.dedent(form[which]), yaml.BaseLoader)
    if rule.on is IssueContents:
        articles = [Article.model_validate(one) for one in given]
        return IssueContents(articles[0].issue, [ContentsEntry.of(article) for article in articles])
    return part(rule, given)


def part(rule: Rule, given: Mapping[str, Any]) -> Part:
    """A part of the model; an id that it has to have is left out of the examples."""
    assert issubclass(rule.on, Part)
    needs_id = "id" in rule.on.model_fields and rule.on.model_fields["id"].is_required()
    return rule.on.model_validate({"id": "01", **given} if needs_id else given)


def faults(rule: Rule, which: str) -> list[Fault]:
    return list(rule.check(example(rule, which)))


@EVERY_RULE
def test_a_rule_has_nothing_against_its_good_example(rule: Rule) -> None:
    assert faults(rule, "good") == []


@EVERY_RULE
def test_a_rule_finds_the_fault_of_its_bad_example(rule: Rule) -> None:
    found = faults(rule, "bad")
    assert [fault.field for fault in found] == FIELDS[rule.code]
    assert "{" not in sentences(rule, found[0])


@EVERY_RULE
def test_a_rule_is_named_explained_and_in_plain_words(rule: Rule) -> None:
    assert re.fullmatch(r"rsci-[a-z]+-[a-z]+-[a-z]+", rule.code)
    assert rule.target == "rsci"
    for sentence in (rule.message, rule.hint):
        assert re.fullmatch(r"(?:[A-Z“{]|eLIBRARY).+\.", sentence)
        assert not NO_WORDS_FOR_STAFF.search(sentence)


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in (*core_rules(), *rsci_rules())]
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
        "rsci-article-pages-form",
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
