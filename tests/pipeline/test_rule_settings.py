"""The settings of rules in a journal: unknown rules, options and values are reported."""

from __future__ import annotations

from typing import Any

import pytest

from jatsx.findings.sentences import Sentences
from jatsx.model import Journal
from jatsx.pipeline.rule_settings import rule_settings_findings
from jatsx.plugin.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(targets=["jats"])


def sentences(rules: dict[str, Any], registry: Registry) -> list[tuple[str | None, str]]:
    """The field and the message of each finding."""
    requirements = {"own": {"field": "doi", "required": "yes"}}
    journal = Journal.model_validate({"rules": rules, "requirements": requirements})
    found = rule_settings_findings(journal, registry)
    return [(one.field, Sentences().sentence(one)) for one in found]


@pytest.mark.parametrize(
    "rules",
    [
        {"article-history-missing": {"level": "warning", "dates": ["received", "revised"]}},
        {"article-srsti-missing": {"level": "error", "types": ["research-article"]}},
        {"requirement-own": {"level": "error", "types": ["research-article"]}},
    ],
)
def test_known_options_and_values_are_not_reported(
    rules: dict[str, Any], registry: Registry
) -> None:
    assert sentences(rules, registry) == []


@pytest.mark.parametrize(
    ("code", "settings", "field", "sentence"),
    [
        (
            "article-history-missing",
            {"date": ["received"]},
            "date",
            "The rule article-history-missing has no option “date”.",
        ),
        (
            "article-history-missing",
            {"dates": ["received", "sent"]},
            "dates[1]",
            "“sent” is not a valid value for the option dates of the rule article-history-missing.",
        ),
        (
            "article-srsti-missing",
            {"types": ["research article"]},
            "types[0]",
            "“research article” is not a valid value for the option types of the rule"
            " article-srsti-missing.",
        ),
        (
            "requirement-own",
            {"levl": "error"},
            "levl",
            "The rule requirement-own has no option “levl”.",
        ),
    ],
)
def test_unknown_options_and_values_are_reported(
    code: str, settings: dict[str, Any], field: str, sentence: str, registry: Registry
) -> None:
    path = f"issue.journal.rules.{code}.{field}"
    assert sentences({code: settings}, registry) == [(path, sentence)]
