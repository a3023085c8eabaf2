"""The core's rules are named, explained in plain words, and asked through one walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import jatsx.rules
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.rules import core_rules
from jatsx.rules.rulebook import Rulebook

RULES = {rule.code: rule for rule in core_rules()}
MODULES = [
    import_module(f"jatsx.rules.{module.name}") for module in iter_modules(jatsx.rules.__path__)
]
IN_ANY_FIELD = "sample-value"
"""The code of two words: it is not about one part of an article, and journals write it by hand."""

NO_WORDS_FOR_STAFF = re.compile(
    r"\b(XML|schema|element|attribute|regex|null|string|Crossref|DOAJ)\b"
)


def test_each_rule_is_named_and_explained() -> None:
    names = [code for code in RULES if not re.fullmatch(r"[a-z]+-[a-z]+-[a-z]+", code)]
    assert names == [IN_ANY_FIELD]
    assert [code for code, rule in RULES.items() if not rule.check.__doc__] == []
    assert [code for code, rule in RULES.items() if rule.target is not None] == []
    said = [
        (code, text)
        for code, rule in RULES.items()
        for text in (*rule.words.sentences, *rule.words.hints)
    ]
    assert [one for one in said if not re.fullmatch(r"[A-Z“{].+\.", one[1])] == []
    assert [one for one in said if NO_WORDS_FOR_STAFF.search(one[1])] == []


def test_no_two_rules_have_one_code() -> None:
    assert len(RULES) == len(core_rules())


def test_no_check_is_left_out_of_the_rules() -> None:
    asked = {rule.check for rule in RULES.values()}
    assert [check for check in checks() if check not in asked] == []


def test_a_journal_can_switch_off_any_rule_but_those_of_file_names_and_status() -> None:
    fixed = {code for code, rule in RULES.items() if rule.fixed}
    of_status = {"article-status-unknown", "article-status-unpublished"}
    assert fixed == {"article-id-form", "issue-id-form", *of_status}


def test_a_finding_leads_to_the_field_from_the_article() -> None:
    article = {
        "id": "01",
        "title": {"kz": "Тақырып"},
        "contributors": [{"group": {"en": "A"}}, {"orcid": "0000-0002-1825-0098"}],
        "licenses": [{"url": "https://creativecommons.org", "start_date": "2024-02-30"}],
        "issue": {"year": "24", "journal": {"issn": {"print": "2434-5610"}}},
    }
    assert {(finding.code, finding.field) for finding in findings(article)} == {
        ("article-language-missing", "language"),
        ("language-tag-invalid", "title.kz"),
        ("contributor-name-missing", "contributors[1].name"),
        ("contributor-orcid-checksum", "contributors[1].orcid"),
        ("license-date-unreal", "licenses[0].start_date"),
        ("issue-year-form", "issue.year"),
        ("journal-issn-checksum", "issue.journal.issn.print"),
    }


def test_an_article_that_says_nothing_lacks_title_language_and_journal() -> None:
    assert [finding.code for finding in findings({"id": "01"})] == [
        "article-title-missing",
        "article-language-missing",
        "journal-identifier-missing",
    ]


def findings(described: dict[str, Any]) -> list[Finding]:
    """What all rules say of an article, its issue and its journal."""
    article, book = Article.model_validate(described), Rulebook(core_rules())
    found = [*book.article_findings(article), *book.issue_findings(article.issue)]
    assert all(isinstance(finding, Finding) for finding in found)
    return [finding for finding in found if isinstance(finding, Finding)]


def checks() -> Iterator[Any]:
    """Every function of the rules' modules that finds faults of one part."""
    for module in MODULES:
        for name, value in vars(module).items():
            is_own = getattr(value, "__module__", "") == module.__name__
            returned = getattr(value, "__annotations__", {}).get("return")
            if is_own and not name.startswith("_") and returned == "Iterator[Fault]":
                yield value
