"""Whatever the model accepts is exported, and is valid unless a rule says why it isn't."""

from __future__ import annotations

from functools import reduce
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jatsx_doaj.rules
from jatsx import rules_in
from jatsx.documents.content import content_bytes
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.rules import core_rules
from jatsx.rules.rulebook import Rulebook
from jatsx.standards.identifiers import doi_key
from jatsx.validation import validate
from jatsx_doaj.exporter import EXPORTER
from tests.pipeline.properties.articles import any_articles
from tests.plugins.jatsx_doaj.articles import exported
from tests.plugins.jatsx_doaj.door import refusals
from tests.strategies import TAGS_OF_LANGUAGES

BOOK = Rulebook([*core_rules(), *rules_in(jatsx_doaj.rules)])
SCHEMA = EXPORTER.versions[""]
THOROUGH = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=100)


@THOROUGH
@given(any_articles(), st.sampled_from(TAGS_OF_LANGUAGES))
def test_any_article_is_valid_or_a_rule_says_why_not(article: Article, language: str) -> None:
    (document,) = exported(article, bulk="no", language=language)
    content = content_bytes(document)
    is_valid = validate(content, SCHEMA) == ()
    assert is_valid or is_blocked(article)
    assert not is_valid or refusals(content) == []


@THOROUGH
@given(st.lists(any_articles(), min_size=2, max_size=3))
def test_any_issue_is_valid_or_a_rule_or_a_duplicate_says_why_not(articles: list[Article]) -> None:
    (document,) = exported(*articles)
    content = content_bytes(document)
    is_valid = validate(content, SCHEMA) == ()
    assert is_valid or any(map(is_blocked, articles)) or has_duplicates(articles)
    assert not is_valid or refusals(content) == []


@THOROUGH
@given(any_articles(), st.sampled_from(TAGS_OF_LANGUAGES))
def test_a_loss_names_a_field_that_there_is(article: Article, language: str) -> None:
    (document,) = exported(article, bulk="no", language=language)
    for loss in document.all_losses:
        value: Any = reduce(step_into, parse_path(loss.field), article)
        assert value not in (None, "", ())
        assert loss.code in EXPORTER.losses
        assert EXPORTER.reason(loss)


@THOROUGH
@given(any_articles())
def test_one_input_gives_one_output(article: Article) -> None:
    first, second = exported(article), exported(article.model_copy(deep=True))
    assert first == second


def is_blocked(article: Article) -> bool:
    """Whether a rule keeps an article from DOAJ. No rule fails on any article."""
    found = [*BOOK.article_findings(article), *BOOK.issue_findings(article.issue)]
    assert [one for one in found if not isinstance(one, Finding)] == []
    return any(isinstance(one, Finding) and one.blocks("doaj") for one in found)


def has_duplicates(articles: list[Article]) -> bool:
    """Whether two articles have one DOI, which the whole input is asked, or one address."""
    dois = [doi_key(article.doi) for article in articles if article.doi]
    addresses = [address for article in articles for address in own_addresses(article)]
    return len(dois) > len(set(dois)) or len(addresses) > len(set(addresses))


def own_addresses(article: Article) -> set[str]:
    """The addresses of an article, without their schemes."""
    urls = (article.url or "", *(link.url for link in article.links))
    return {url.partition("://")[2] for url in urls} - {""}


def step_into(value: Any, step: str | int) -> Any:
    """What stands in a part of the model under a name, a key or a position."""
    if isinstance(step, int) or not hasattr(type(value), "model_fields"):
        return value[step]
    return getattr(value, step)
