"""Texts as a person would type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.issue_folder.typed import typed, typed_paragraphs
from jatsx.model.text import Text, paragraphs, parse_text
from tests.strategies import texts

TYPED = {
    "A & B": "A & B",
    "p < 0.05 > q": "p < 0.05 > q",
    "a<b": "a<b",
    "AT&T; R&D": "AT&T; R&D",
    "&amp;lt;": "&amp;lt;",
    "&lt;i>": "&lt;i>",
    "&lt;p&gt; one &amp;amp; two": "&lt;p> one &amp;amp; two",
    "H<sub>2</sub>O &gt; CO<sub>2</sub>": "H<sub>2</sub>O > CO<sub>2</sub>",
    "<b><i>x & y</i></b>": "<b><i>x & y</i></b>",
    "<p>pasted</p>": "<p>pasted</p>",
    "<p>pasted &lt;a>": "<p>pasted &lt;a>",
    "one&#10;two&#9;three": "one&#10;two&#9;three",
    "a&#133;b&#8232;c": "a&#133;b&#8232;c",
    "a&nbsp;b": "a\u00a0b",
    " spaced&nbsp;": "&#32;spaced&#160;",
    "<math><mi>&alpha;&lt;</mi></math>": "<math><mi>α&lt;</mi></math>",
}
"""What was typed, and what is typed for it."""


@pytest.mark.parametrize("source", TYPED)
def test_a_text_is_escaped_where_it_must_be(source: str) -> None:
    assert typed(parse_text(source)) == TYPED[source]


@given(texts())
def test_every_text_is_read_back(text: Text) -> None:
    assert parse_text(typed(text)) == text


@given(texts().map(typed))
def test_a_typed_text_is_typed_again_alike(source: str) -> None:
    text = parse_text(source)
    assert typed(text) == source
    assert parse_text(typed(text)).lookalikes == text.lookalikes


SIGNS = ("<", ">", "/", "&", ";", "#", "1", "lt", "i", "p", "sub", "math", " ", "=", '"')


@given(st.lists(st.sampled_from(SIGNS)).map("".join))
def test_signs_that_nearly_mean_something(characters: str) -> None:
    text = Text((characters,)) if characters else Text()
    assert parse_text(typed(text)) == text


@given(st.lists(texts().filter(lambda text: bool(text.nodes)), max_size=3).map(tuple))
def test_paragraphs_are_read_back(some: tuple[Text, ...]) -> None:
    assert paragraphs(typed_paragraphs(some)) == some
