"""Any article becomes a valid document in each format, or is refused with a reason."""

from __future__ import annotations

from typing import Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from jatsx.model import Article, Contributor, PersonName
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.pipeline.options import Settings, known_options
from jatsx.pipeline.result import Status

from .articles import RICH, any_articles
from .pipeline import ArticleExport, registry, results, schema_errors

ANYTHING: Final = ("", "ru", "ru kk", "none", "10.5555/policy", "https://example.org", "<b>")
"""What an option may say that has no list of choices."""

THOUSAND: Final = tuple(
    Contributor(name=FrozenMap({"ru": PersonName(family="Образцова")})) for _ in range(1_000)
)
"""As many authors as large collaborations have."""


def options() -> SearchStrategy[Settings]:
    """Settings of the formats: any choice that they offer."""
    return st.fixed_dictionaries(
        {
            name: st.fixed_dictionaries(
                {}, optional={one.name: _values(one) for one in known_options(exporter)}
            )
            for name, exporter in registry().exporters.items()
        }
    )


def _values(option: Option) -> SearchStrategy[str]:
    return st.sampled_from(option.choices or ANYTHING)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(any_articles(), options())
@example(Article(id="01"), {})
@example(RICH, {})
@example(RICH.model_copy(update={"contributors": ()}), {})
@example(RICH.model_copy(update={"contributors": THOUSAND}), {})
def test_it_is_valid_or_refused_with_a_reason(article: Article, chosen: Settings) -> None:
    for result in results(article, chosen):
        assert result.status in (Status.VALID, Status.REFUSED), result.errors
        if result.status is Status.VALID:
            assert schema_errors(result, chosen) == []
        else:
            assert reasons(result)


def test_the_rich_article_is_valid_in_every_format() -> None:
    """Otherwise the articles that are made from it would all be refused."""
    assert {result.status for result in results(RICH, {})} == {Status.VALID}


def reasons(result: ArticleExport) -> list[str]:
    """The sentences that say why an article was refused."""
    sentences = registry().sentences
    return [sentences.sentence(error) for error in result.errors]
