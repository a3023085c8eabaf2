"""Whatever the model accepts is exported, and is valid unless a rule says why it isn't."""

from __future__ import annotations

from functools import reduce
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jatsx_rsci.rules
from jatsx import rules_in
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.rules import core_rules
from jatsx.rules.rulebook import Rulebook
from jatsx_rsci.exporter import EXPORTER
from jatsx_rsci.options import ISSUE_TYPES, ROMANISED
from tests.pipeline.properties.articles import any_articles
from tests.plugins.jatsx_rsci.exporting import exported, schema_errors
from tests.strategies import TAGS_OF_LANGUAGES

BOOK: Final = Rulebook([*core_rules(), *rules_in(jatsx_rsci.rules)])
THOROUGH: Final = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=80)
OPTIONS: Final = st.fixed_dictionaries(
    {},
    optional={
        "language": st.sampled_from(TAGS_OF_LANGUAGES),
        "issue_type": st.sampled_from(tuple(ISSUE_TYPES)),
        "romanised": st.sampled_from(tuple(ROMANISED)),
        "pages": st.just("1-96"),
    },
)


@THOROUGH
@given(any_articles(), OPTIONS)
def test_any_article_is_valid_or_a_rule_says_why_not(
    article: Article, options: dict[str, str]
) -> None:
    document = exported(article, options=options)
    assert is_blocked(article) or schema_errors(document) == ()


@THOROUGH
@given(st.lists(any_articles(), min_size=2, max_size=3), OPTIONS)
def test_any_issue_is_valid_or_a_rule_says_why_not(
    articles: list[Article], options: dict[str, str]
) -> None:
    document = exported(*articles, options=options)
    assert any(map(is_blocked, articles)) or schema_errors(document) == ()


@THOROUGH
@given(any_articles(), OPTIONS)
def test_a_loss_names_a_field_that_there_is(article: Article, options: dict[str, str]) -> None:
    for loss in exported(article, options=options).all_losses:
        value: Any = reduce(step_into, parse_path(loss.field), article)
        assert value not in (None, "", ())
        assert loss.code in EXPORTER.losses
        assert EXPORTER.reason(loss)


@THOROUGH
@given(any_articles(), OPTIONS)
def test_one_input_gives_one_output(article: Article, options: dict[str, str]) -> None:
    twin = article.model_copy(deep=True)
    assert exported(article, options=options) == exported(twin, options=options)
    assert article == twin


def is_blocked(article: Article) -> bool:
    """Whether a rule keeps an article from RSCI. No rule fails on any article."""
    found = [*BOOK.article_findings(article), *BOOK.issue_findings(article.issue)]
    assert [one for one in found if not isinstance(one, Finding)] == []
    return any(isinstance(one, Finding) and one.blocks("rsci") for one in found)


def step_into(value: Any, step: str | int) -> Any:
    """What stands in a part of the model under a name, a key or a position."""
    if isinstance(step, int) or not hasattr(type(value), "model_fields"):
        return value[step]
    return getattr(value, step)
