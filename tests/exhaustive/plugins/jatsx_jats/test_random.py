"""Whatever the model takes becomes a valid document.

Formulas are the schema's to judge: what MathML has no word for is refused with them.
"""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings

from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Text
from tests.plugins.jatsx_jats.exporting import as_bytes, exported, lost, schema_errors
from tests.strategies import articles


def with_what_the_dtd_asks_for(article: Article) -> Article:
    """With a title and an ISSN, which are said to be missing before anything is exported."""
    issn = article.issue.journal.issn.model_copy(update={"print": "2434-561X"})
    journal = article.issue.journal.model_copy(update={"issn": issn})
    title = FrozenMap({**article.title, "en": Text(("Title",))})
    issue = article.issue.model_copy(update={"journal": journal})
    return article.model_copy(update={"title": title, "issue": issue})


ARTICLES: Final = articles()


@pytest.mark.parametrize("version", ["1.3", "1.4"])
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=ARTICLES.map(with_what_the_dtd_asks_for))
def test_it_becomes_a_valid_document(article: Article, version: str) -> None:
    document = exported(article, version)
    outside_formulas = [one for one in schema_errors(document, version) if "/mml:math" not in one]
    assert outside_formulas == []
    for field in lost(document):
        assert parse_path(field)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=ARTICLES)
def test_nothing_raises_and_nothing_varies(article: Article) -> None:
    assert as_bytes(exported(article, "1.3")) == as_bytes(exported(article, "1.3"))
