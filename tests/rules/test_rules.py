"""Each rule fires on its bad examples, at the right field and in plain words, and on no good one."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

import jatsx.rules
from jatsx.checks import Fault, Rule, Rulebook
from jatsx.findings import Finding, Level
from jatsx.messages import Sentences
from jatsx.model import Article, Part

from .cases import CASES, RULES, bad, good

SENTENCES = Sentences(RULES.values())
MODULES = [
    import_module(f"jatsx.rules.{module.name}") for module in iter_modules(jatsx.rules.__path__)
]
NO_WORDS_FOR_STAFF = re.compile(
    r"\b(XML|schema|element|attribute|regex|null|string|Crossref|DOAJ)\b"
)


@pytest.mark.parametrize(("rule", "part"), good(), ids=lambda value: getattr(value, "code", ""))
def test_a_rule_has_nothing_against_a_good_example(rule: Rule, part: Part) -> None:
    assert list(rule.check(part)) == []


@pytest.mark.parametrize(
    ("rule", "part", "fields", "says"), bad(), ids=lambda value: getattr(value, "code", "")
)
def test_a_rule_finds_the_faults_of_a_bad_example(
    rule: Rule, part: Part, fields: list[str], says: str
) -> None:
    faults = sorted(rule.check(part), key=lambda fault: fault.field)
    assert [fault.field for fault in faults] == fields
    assert says in sentences(rule, faults[0])


@pytest.mark.parametrize(
    ("rule", "part"),
    [(rule, part) for rule, part, _, _ in bad()],
    ids=lambda value: getattr(value, "code", ""),
)
def test_a_sentence_has_what_it_needs(rule: Rule, part: Part) -> None:
    for fault in rule.check(part):
        given = {*fault.params, "field"}
        assert placeholders(rule.message) | placeholders(rule.hint) <= given
        assert all(isinstance(value, str) for value in fault.params.values())


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_good_and_bad_examples(code: str) -> None:
    assert CASES[code]["good"]
    assert CASES[code]["bad"]


def test_each_file_of_examples_has_a_rule() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_weighs_as_much_as_its_examples_say(code: str) -> None:
    assert RULES[code].level == CASES[code]["level"]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_named_and_explained(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+-[a-z]+-[a-z]+|affiliation-unused", rule.code)
    assert rule.check.__doc__
    assert rule.target is None
    for sentence in (rule.message, rule.hint):
        assert re.fullmatch(r"[A-Z“{].+\.", sentence)
        assert not NO_WORDS_FOR_STAFF.search(sentence)


def test_no_two_rules_have_one_code() -> None:
    assert len(RULES) == len(jatsx.rules.core_rules())


def test_no_check_is_left_out_of_the_rules() -> None:
    asked = {rule.check for rule in RULES.values()}
    assert [check for check in checks() if check not in asked] == []


def test_a_finding_leads_to_the_field_from_the_article() -> None:
    article = Article.model_validate(
        {
            "id": "01",
            "title": {"kz": "Тақырып"},
            "contributors": [{"group": {"en": "A"}}, {"orcid": "0000-0002-1825-0098"}],
            "licenses": [{"url": "https://example.org", "start_date": "2024-02-30"}],
            "issue": {"year": "24", "journal": {"issn": {"print": "2434-5610"}}},
        }
    )
    book = Rulebook(RULES.values())
    findings = [*book.article_findings(article), *book.issue_findings(article.issue)]
    assert all(isinstance(finding, Finding) for finding in findings)
    assert {(f.code, f.field) for f in findings if isinstance(f, Finding)} == {
        ("article-language-missing", "language"),
        ("article-language-tag", "title.kz"),
        ("contributor-name-missing", "contributors[1].name"),
        ("contributor-orcid-checksum", "contributors[1].orcid"),
        ("license-date-unreal", "licenses[0].start_date"),
        ("issue-year-form", "issue.year"),
        ("journal-issn-checksum", "issue.journal.issn.print"),
    }


def test_an_article_that_says_nothing_lacks_title_language_and_journal() -> None:
    article = Article(id="01")
    book = Rulebook(RULES.values())
    findings = [*book.article_findings(article), *book.issue_findings(article.issue)]
    assert [f.code for f in findings if isinstance(f, Finding)] == [
        "article-title-missing",
        "article-language-missing",
        "journal-identifier-missing",
    ]


def sentences(rule: Rule, fault: Fault) -> str:
    finding = Finding(rule.code, Level.ERROR, fault.params, fault.field)
    return f"{SENTENCES.sentence(finding)} {SENTENCES.hint(finding)}"


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def checks() -> Iterator[Any]:
    """Every function of the rules' modules that finds faults of one part."""
    for module in MODULES:
        for name, value in vars(module).items():
            annotations = getattr(value, "__annotations__", {})
            is_own = getattr(value, "__module__", "") == module.__name__
            if (
                is_own
                and not name.startswith("_")
                and annotations.get("return") == "Iterator[Fault]"
            ):
                yield value
