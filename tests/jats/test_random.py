"""Whatever the model takes becomes a valid document."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Final, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from jatsx.fieldpath import parsed
from jatsx.model import Article, FrozenMap, PerLanguage
from jatsx.text import Markup, Math, Node, Prose, Section, Text

from .exporting import as_bytes, complaints, exported, lost

CHARACTERS: Final = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
WORDS: Final = st.text(CHARACTERS, max_size=6)
ODD: Final = st.sampled_from(
    (" ", '<&">', "a b", "2024", "2024-02", "2024-02-30", "KZ", "10.5555/a", "aff1")
)
NAMED: Final = st.sampled_from(
    ("0000-0002-1825-0097", "https://ror.org/03q0vrn42", "chapter", "dataset", "doi", "IRSTI")
)
LINES: Final = st.one_of(WORDS, ODD, NAMED)
TAGS: Final = st.one_of(st.sampled_from(("ru", "kk", "en", "ru-Latn", "kk-Latn")), LINES)


def nodes() -> st.SearchStrategy[Node]:
    formula = st.builds(
        lambda text: Math("math", (("id", "aff1"),), (Math("mi", (), (text,)),)), WORDS
    )
    marked = st.builds(
        lambda tag, text, inside: Markup(tag, (text, inside)),
        st.sampled_from(("i", "b", "u", "sub", "sup", "sc", "tt")),
        WORDS,
        st.one_of(WORDS, formula),
    )
    return st.one_of(WORDS, marked, formula)


TEXTS: Final = st.builds(Text, st.lists(nodes(), max_size=3).map(tuple))
SECTIONS: Final = st.builds(Section, st.none() | TEXTS, st.lists(TEXTS, max_size=2).map(tuple))
PROSES: Final = st.builds(Prose, st.lists(SECTIONS, max_size=3).map(tuple))
PLAIN: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    str: LINES,
    Text: TEXTS,
    Prose: PROSES,
    bool: st.booleans(),
    int: st.integers(-1, 10**6),
    type(None): st.none(),
}


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a field of the model, by its annotation."""
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(values, arguments))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin in (FrozenMap, PerLanguage):
        return st.dictionaries(TAGS, values(arguments[0]), max_size=3).map(FrozenMap)
    if origin is not None:
        return values(arguments[0])
    return parts(annotation)


def parts(part: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Parts of the model that say something in some of their fields."""
    fields = part.model_fields.items()
    always = {name: values(f.annotation) for name, f in fields if f.is_required()}
    sometimes = {name: values(f.annotation) for name, f in fields if not f.is_required()}
    return st.fixed_dictionaries(always, optional=sometimes).map(part.model_validate)


def with_what_the_dtd_asks_for(article: Article) -> Article:
    """With a title and an ISSN, which are said to be missing before anything is exported."""
    issn = article.issue.journal.issn.model_copy(update={"print": "2434-561X"})
    journal = article.issue.journal.model_copy(update={"issn": issn})
    title = FrozenMap({**article.title, "en": Text(("Title",))})
    issue = article.issue.model_copy(update={"journal": journal})
    return article.model_copy(update={"title": title, "issue": issue})


ARTICLES: Final = parts(Article)


@pytest.mark.parametrize("version", ["1.3", "1.4"])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=ARTICLES.map(with_what_the_dtd_asks_for))
def test_it_becomes_a_valid_document(article: Article, version: str) -> None:
    document = exported(article, version)
    assert complaints(document, version) == []
    for field in lost(document):
        assert parsed(field)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=ARTICLES)
def test_nothing_raises_and_nothing_varies(article: Article) -> None:
    assert as_bytes(exported(article, "1.3")) == as_bytes(exported(article, "1.3"))
