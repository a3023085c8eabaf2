"""The rules that a journal declares: each limit, in each kind of field."""

from __future__ import annotations

from typing import Any

import pytest

from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import Sentences
from jatsx.model import Article, Journal
from jatsx.rules import core_rules
from jatsx.rules.requirement_fields import article_fields, is_list, is_text
from jatsx.rules.requirements import requirement_rules
from jatsx.rules.rulebook import Rulebook

ARTICLE: dict[str, Any] = {
    "id": "01",
    "type": "research-article",
    "title": {"kk": "Бір екі үш", "en": "One <i>two</i> three four"},
    "abstract": {"en": "One two.\n\nThree four."},
    "keywords": {"en": ["one", "two words"], "ru": ["раз", "два", "три"]},
    "contributors": [
        {"name": {"en": {"family": "Inakhiya"}, "kk": {"family": "Инахия"}}, "email": "a@b.org"},
        {"name": {"en": {"family": "Burnashev"}}},
    ],
    "references": [{"text": {"en": "A."}}, {"text": {"en": "B."}}],
    "pages": {"first": "5"},
    "identifiers": {"edn": "ABCDEF"},
}


def found(requirement: dict[str, Any], **changed: Any) -> list[tuple[str | None, dict[str, str]]]:
    """The fields and params of the findings on an article whose journal has one requirement."""
    return [(one.field, dict(one.params)) for one in findings(requirement, **changed)]


def findings(requirement: dict[str, Any], **changed: Any) -> list[Finding]:
    journal = {"requirements": {"own": requirement}}
    article = Article.model_validate({**ARTICLE, **changed, "issue": {"journal": journal}})
    of_article = list(Rulebook([]).article_findings(article))
    assert all(isinstance(one, Finding) and one.code == "requirement-own" for one in of_article)
    return [one for one in of_article if isinstance(one, Finding)]


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ({"field": "doi", "required": "yes"}, [("doi", {})]),
        ({"field": "pages.first", "required": "yes"}, []),
        ({"field": "title", "required": "yes"}, []),
        (
            {"field": "title", "required": "yes", "languages": ["kk", "ru", "en"]},
            [("title.ru", {"language": "ru"})],
        ),
        ({"field": "title", "words": {"min": 4}}, [("title.kk", {"words": "3", "min_words": "4"})]),
        ({"field": "title", "words": {"min": 4}, "languages": ["en"]}, []),
        ({"field": "title", "words": {"max": 3}}, [("title.en", {"words": "4", "max_words": "3"})]),
        (
            {"field": "abstract", "characters": {"max": 10}},
            [("abstract.en", {"characters": "20", "max_characters": "10"})],
        ),
        (
            {"field": "keywords", "items": {"min": 3, "max": 5}},
            [("keywords.en", {"items": "2", "min_items": "3"})],
        ),
        (
            {"field": "keywords", "words": {"max": 1}},
            [("keywords.en[1]", {"words": "2", "max_words": "1"})],
        ),
        (
            {"field": "references", "items": {"min": 15}},
            [("references", {"items": "2", "min_items": "15"})],
        ),
        ({"field": "contributors.email", "required": "yes"}, [("contributors[1].email", {})]),
        (
            {"field": "contributors.name", "required": "yes", "languages": ["kk"]},
            [("contributors[1].name.kk", {"language": "kk"})],
        ),
        (
            {"field": "contributors.name.family", "pattern": "[A-Z].*"},
            [("contributors[0].name.kk.family", {"value": "Инахия"})],
        ),
        ({"field": "identifiers.edn", "pattern": "[A-Z]{6}"}, []),
        (
            {"field": "identifiers.edn", "pattern": "[a-z]{6}"},
            [("identifiers.edn", {"value": "ABCDEF"})],
        ),
        ({"field": "funding", "required": "yes"}, [("funding", {})]),
        (
            {"field": "contributors.name.family", "characters": {"max": 5}, "languages": ["kk"]},
            [("contributors[0].name.kk.family", {"characters": "6", "max_characters": "5"})],
        ),
        (
            {"field": "contributors.name.family", "required": "yes", "languages": ["kk"]},
            [("contributors[1].name.kk.family", {})],
        ),
        (
            {"field": "references.work.title", "required": "yes"},
            [("references[0].work.title", {}), ("references[1].work.title", {})],
        ),
    ],
)
def test_a_requirement_finds_what_it_says(
    requirement: dict[str, Any], expected: list[tuple[str, dict[str, str]]]
) -> None:
    assert found(requirement) == expected


@pytest.mark.parametrize(("type", "count"), [("editorial", 0), ("research-article", 1), (None, 1)])
def test_a_requirement_is_for_some_types_of_article(type: str | None, count: int) -> None:
    requirement = {"field": "doi", "required": "yes", "types": ["research-article"]}
    assert len(found(requirement, type=type)) == count


def test_any_rule_can_be_limited_to_types_of_article() -> None:
    settings = {"level": "error", "types": ["review-article"]}
    journal = {"rules": {"article-srsti-missing": settings, "article-doi-missing": "error"}}
    article = Article.model_validate({**ARTICLE, "issue": {"journal": journal}})
    rules = [one for one in core_rules() if one.code.endswith(("srsti-missing", "doi-missing"))]
    codes = [getattr(one, "code", "") for one in Rulebook(rules).article_findings(article)]
    assert codes == ["article-doi-missing"]


def test_a_dash_between_spaces_is_not_a_word() -> None:
    requirement = {"field": "title", "words": {"max": 3}}
    assert found(requirement, title={"ru": "Казахстан – страна № 1"}) == []


def test_a_requirement_has_a_level() -> None:
    requirement = {"field": "doi", "required": "yes"}
    assert [one.level for one in findings(requirement)] == [Level.WARNING]
    assert [one.level for one in findings({**requirement, "level": "error"})] == [Level.ERROR]
    assert [one.level for one in findings({**requirement, "level": "high"})] == [Level.WARNING]
    assert findings({**requirement, "level": "off"}) == []


def test_the_level_can_be_set_as_that_of_any_rule() -> None:
    journal = Journal.model_validate(
        {
            "rules": {"requirement-own": "error"},
            "requirements": {"own": {"field": "doi", "required": "yes", "level": "off"}},
        }
    )
    article = Article.model_validate({**ARTICLE, "issue": {"journal": journal}})
    (finding,) = Rulebook([]).article_findings(article)
    assert isinstance(finding, Finding)
    assert finding.level is Level.ERROR


def test_the_journals_own_sentence_is_shown_and_then_what_was_found() -> None:
    own = {"kk": "Аңдатпа қысқа.", "en": "The abstract is short."}
    (finding,) = findings({"field": "abstract", "words": {"min": 150}, "message": own})
    assert Sentences().sentence(finding) == "The abstract is short."
    assert Sentences().hint(finding) == "Too few words in abstract.en: 4. Minimum: 150."


def test_without_an_own_sentence_there_is_one_for_each_limit() -> None:
    limits: list[dict[str, Any]] = [
        {"words": {"min": 150}},
        {"words": {"max": 3}},
        {"characters": {"min": 150}},
        {"characters": {"max": 3}},
        {"pattern": "x"},
    ]
    all_found = [one for limit in limits for one in findings({"field": "abstract", **limit})]
    all_found += findings({"field": "keywords", "items": {"min": 4}, "languages": ["ru"]})
    all_found += findings({"field": "references", "items": {"max": 1}})
    all_found += findings({"field": "title", "required": "yes", "languages": ["ru"]})
    all_found += findings({"field": "doi", "required": "yes"})
    sentences = [Sentences().sentence(one) for one in all_found]
    assert len(set(sentences)) == len(limits) + 4
    assert [one for one in sentences if "{" in one] == []


def test_a_requirement_that_cannot_be_checked_is_no_rule() -> None:
    unchecked = {"field": {"field": "authors", "required": "yes"}}
    assert list(requirement_rules(Journal.model_validate({"requirements": unchecked}))) == []
    assert found({"field": "doi", "pattern": "["}) == []


def test_the_fields_are_those_of_an_article() -> None:
    fields = article_fields()
    assert {"title", "contributors.orcid", "contributors.name.family", "dates.received"} <= fields
    assert not any(one.startswith("issue.") or "[]" in one or "LANG" in one for one in fields)


@pytest.mark.parametrize(
    ("field", "holds"),
    [
        ("keywords", (True, True)),
        ("abstract", (False, True)),
        ("contributors", (True, False)),
        ("contributors.name.family", (False, True)),
        ("contributors.corresponding", (False, False)),
        ("counts.pages", (False, False)),
        ("identifiers.edn", (False, True)),
    ],
)
def test_a_field_holds_a_list_or_text(field: str, holds: tuple[bool, bool]) -> None:
    assert (is_list(field), is_text(field)) == holds
