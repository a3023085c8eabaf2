"""What rules say of how their faults are corrected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jatsx.findings.finding import Finding, Mend
from jatsx.model import Article, Reference
from jatsx.plugin.registry import load_registry
from jatsx.rules.engine import Fault, RuleFailed, fault, mended, rule
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import manual
from jatsx.rules.rulebook import Rulebook

RULES = load_registry().rules


def test_only_a_rule_that_says_so_has_mends() -> None:
    wrong = []
    for code, one in RULES.items():
        faults = faults_of(one, read_example(manual(one).bad))
        if any(found.mends for found in faults) and not one.mends:
            wrong.append(code)
    assert wrong == []


def test_mends_lead_from_the_article() -> None:
    article = Article.model_validate(
        {"id": "01", "references": [{"text": {"en": "A"}}, {"doi": "doi:10.5555/a"}]}
    )
    book = Rulebook([RULES["reference-doi-form"]])
    (found,) = book.article_findings(article)
    assert isinstance(found, Finding)
    assert found.mends == (Mend("references[1].doi", "10.5555/a", "doi:10.5555/a"),)


@pytest.mark.parametrize("field", ["doi", "doy"])
def test_a_rule_with_wrong_mends_fails(field: str) -> None:
    @rule("some-thing-wrong", None, message="It is wrong.", mends=field == "doy")
    def check(reference: Reference) -> Iterator[Fault]:
        yield fault("doi").with_mends(mended(field, reference.doi, "10.5555/a"))

    article = Article.model_validate({"id": "01", "references": [{"doi": "10.5555/b"}]})
    article = article.model_copy(
        update={
            "issue": article.issue.model_copy(
                update={
                    "journal": article.issue.journal.model_validate(
                        {"rules": {"some-thing-wrong": "error"}}
                    )
                }
            )
        }
    )
    (found,) = Rulebook([check]).article_findings(article)
    assert isinstance(found, RuleFailed)
