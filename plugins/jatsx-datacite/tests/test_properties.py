"""Whatever an article says, export never raises, and what comes out is valid or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from described import BOTH, document, schema_errors, written
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jatsx import Article, Level, rules_in
from jatsx.testing.awkward import rich_article
from pydantic import ValidationError

import jatsx_datacite.rules
from jatsx_datacite.losses import LOSSES

Path = tuple[str | int, ...]

RICH: Final[Any] = rich_article().model_dump()
ODD: Final = (
    "",
    " ",
    "\u00a0",
    "\u200b",
    "ә" * 3000,
    "10.5555/\ufeffx",
    "10.5555/ә<b>#%",
    "https://пример.орг/путь",
    "http://[::1]/",
    "https://example.org/%zz",
    "2024-02-30",
    "0000",
    "{code}",
    "null",
    "<i>a</i>",
    "Қ\u0301😀",
    "xx-YY",
)


def _leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(data, Mapping):
        for key, item in data.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(data, (list, tuple)):
        for n, item in enumerate(data):
            yield from _leaves(item, (*path, n))
    else:
        yield path


def _with(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    if isinstance(data, Mapping):
        return {k: _with(v, path[1:], value) if k == path[0] else v for k, v in data.items()}
    return [_with(v, path[1:], value) if n == path[0] else v for n, v in enumerate(data)]


LEAVES: Final = tuple(_leaves(RICH))
VALUES: Final = st.sampled_from(ODD) | st.text(st.characters(codec="utf-8"), max_size=8) | st.none()


@st.composite
def odd_articles(draw: st.DrawFn) -> Article:
    """The article that says everything, with odd values in a few of its fields."""
    data = RICH
    for path in draw(st.lists(st.sampled_from(LEAVES), min_size=1, max_size=6, unique=True)):
        data = _with(data, path, draw(VALUES))
    try:
        return Article.model_validate(data)
    except ValidationError:
        assume(False)
        raise


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(odd_articles(), st.sampled_from(BOTH), st.sampled_from(["", "kk", "en", "xx"]))
def test_any_article_is_valid_or_refused(article: Article, version: str, language: str) -> None:
    content = written(article, version, language=language)
    assert json.loads(content)
    assert is_refused(article) or schema_errors(content, version) == []
    for loss in document(article, version, language=language).all_losses:
        assert loss.field
        assert loss.code in LOSSES


def is_refused(article: Article) -> bool:
    """Whether a rule of this plugin keeps the article from DataCite."""
    errors = (rule for rule in rules_in(jatsx_datacite.rules) if rule.level is Level.ERROR)
    return any(
        fault
        for rule in errors
        for fault in rule.faults(article if rule.on is Article else article.issue)
    )
