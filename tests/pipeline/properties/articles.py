"""Articles for the properties: odd all over, or sound but for a few fields."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from jatsx.model import Article, Part
from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from tests import strategies
from tests.testing.rich import rich_article
from tests.walk import parts

RICH: Final = rich_article()
PARTS: Final = tuple(parts(RICH))
"""The parts of the rich article, with their paths."""

MOST_ODD: Final = 4
"""How many fields of a sound article are made odd at most."""


def any_articles() -> SearchStrategy[Article]:
    """Articles that are odd all over, which are mostly refused, and nearly sound ones."""
    return strategies.articles() | nearly_sound_articles()


@st.composite
def nearly_sound_articles(draw: DrawFn) -> Article:
    """The rich article with any values in a few fields of any of its parts."""
    article = RICH
    for _ in range(draw(st.integers(1, MOST_ODD))):
        path, part = draw(st.sampled_from(PARTS))
        field = draw(st.sampled_from(sorted(type(part).model_fields)))
        odd = draw(strategies.parts(type(part)))
        article = _replaced(article, (*path, field), getattr(odd, field))
    return article


def _replaced(whole: Any, path: Path, value: Any) -> Any:
    """The whole with another value at a path; itself where the path leads nowhere any more."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(whole, Part):
        name = str(step)
        return whole.model_copy(update={name: _replaced(getattr(whole, name), rest, value)})
    if isinstance(whole, FrozenMap):
        return FrozenMap(
            {k: _replaced(v, rest, value) if k == step else v for k, v in whole.items()}
        )
    return tuple(_replaced(v, rest, value) if n == step else v for n, v in enumerate(whole))
