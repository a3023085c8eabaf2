"""What JATS asks of an article: the rules, through the walk that asks them."""

from __future__ import annotations

from typing import Any, Final

import pytest

from jatsx.checks import Rulebook
from jatsx.findings import Finding, Level
from jatsx.model import Article
from jatsx_jats import jatsx_rules

FOUND: Final = [
    (
        {"issue": {"journal": {"doi": "10.5555/j", "issn": {"linking": "2434-561X"}}}},
        [("journal-issn-missing", Level.ERROR, "issue.journal.issn")],
    ),
    ({"issue": {"journal": {"doi": "10.5555/j", "issn": {"electronic": "2434-561X"}}}}, []),
    ({"issue": {"journal": {"title": {"en": "Without any id"}}}}, []),
    (
        {"funding": [{"awards": [{"number": "1"}]}, {"statement": {"en": "No funding."}}]},
        [("funding-funder-missing", Level.WARNING, "funding[0].awards")],
    ),
    ({"funding": [{"funder": {"en": "Foundation"}, "awards": [{"number": "1"}]}]}, []),
    ({"funding": [{"funder_id": "https://ror.org/05gq02987", "awards": [{"number": "1"}]}]}, []),
]


@pytest.mark.parametrize(("data", "expected"), FOUND)
def test_found(data: dict[str, Any], expected: list[tuple[str, Level, str]]) -> None:
    article, rules = Article.model_validate({"id": "01", **data}), Rulebook(jatsx_rules())
    findings = [*rules.article_findings(article), *rules.issue_findings(article.issue)]
    assert [(f.code, f.level, f.field) for f in findings if isinstance(f, Finding)] == expected
    assert all(isinstance(f, Finding) and f.target == "jats" for f in findings)


def test_each_rule_says_what_to_do() -> None:
    assert all(rule.message and rule.hint and rule.check.__doc__ for rule in jatsx_rules())
