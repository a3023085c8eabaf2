"""What JATS asks of an article: the rules, through the walk that asks them."""

from __future__ import annotations

from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.rules.rulebook import Rulebook
from jatsx_jats import jatsx_rules


def test_faults_are_found_for_jats_alone_and_from_the_article() -> None:
    described = {
        "id": "01",
        "funding": [{"statement": {"en": "No more."}}, {"awards": [{"number": "1"}]}],
        "issue": {"journal": {"doi": "10.5555/j"}},
    }
    article, rules = Article.model_validate(described), Rulebook(jatsx_rules(("jats",)))
    found = [*rules.article_findings(article), *rules.issue_findings(article.issue)]
    assert [(f.code, f.field, f.target) for f in found if isinstance(f, Finding)] == [
        ("funding-funder-missing", "funding[1].awards", "jats"),
        ("journal-issn-missing", "issue.journal.issn", "jats"),
    ]


def test_each_rule_says_what_to_do() -> None:
    rules = list(jatsx_rules(("jats",)))
    assert all(rule.message and rule.hint and rule.target == "jats" for rule in rules)
