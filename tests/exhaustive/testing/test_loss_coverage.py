"""No format drops a field of any article without reporting a loss."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.rules.rulebook import Rulebook
from jatsx.testing.changes import Change, changes
from jatsx.testing.loss_coverage import silent_changes
from tests.pipeline.properties.articles import nearly_sound_articles
from tests.testing.test_loss_coverage import EVERY_FORMAT, REGISTRY, context


@EVERY_FORMAT
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_change_of_any_article_is_silent(
    name: str, version: str, options: Mapping[str, str], data: st.DataObject
) -> None:
    article = data.draw(nearly_sound_articles().filter(lambda one: is_sound(one, name)))
    some = data.draw(st.lists(st.sampled_from(list(changes(article))), max_size=60))
    sound = [change for change in some if leaves_sound(change, name)]
    given = context(name, version, options)
    assert list(silent_changes(REGISTRY.exporters[name], article, given, sound)) == []


def leaves_sound(change: Change, target: str) -> bool:
    article = change.article
    return article is not None and is_sound(article, target)


def is_sound(article: Article, target: str) -> bool:
    """Whether no rule that concerns a format refuses an article."""
    book = Rulebook(rule for rule in REGISTRY.rules.values() if rule.target in (None, target))
    found = (*book.article_findings(article), *book.issue_findings(article.issue))
    return not any(isinstance(one, Finding) and one.blocks(target) for one in found)
