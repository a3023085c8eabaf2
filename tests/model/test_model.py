"""The model: immutable, comparable, and what was typed."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from pydantic import ValidationError

from jatsx.model import Article, Contributor, Counts, Issue, Pages, Part, SubjectCode, Texts
from jatsx.model.fieldpath import Path, format_path, parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.source_file import Source
from jatsx.readers.whole_article import whole_article
from tests.strategies import articles, few
from tests.walk import parts

SCALARS = (str, bool, int, type(None))


def required(kind: type[Part]) -> list[str]:
    return [name for name, field in kind.model_fields.items() if field.is_required()]


# Immutable


@few
@given(articles())
def test_an_article_holds_nothing_that_can_be_changed(article: Article) -> None:
    for value in everything_in(article):
        assert isinstance(value, (Part, FrozenMap, tuple, *SCALARS)) or is_frozen(value), value


@few
@given(articles())
def test_no_part_can_be_changed(article: Article) -> None:
    for _, part in parts(article):
        for name in type(part).model_fields:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(part, name, None)
            with pytest.raises(ValidationError, match="frozen"):
                delattr(part, name)


def everything_in(value: Any) -> Iterator[Any]:
    """A value and all values inside it."""
    yield value
    if isinstance(value, Part):
        inside = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):
        inside = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, FrozenMap):
        inside = list(value.values())
    else:
        inside = list(value) if isinstance(value, tuple) else []
    for one in inside:
        yield from everything_in(one)


def is_frozen(value: Any) -> bool:
    return is_dataclass(value) and bool(vars(type(value))["__dataclass_params__"].frozen)


# Comparable, and able to travel


@few
@given(articles())
def test_an_article_can_be_pickled(article: Article) -> None:
    copied = pickle.loads(pickle.dumps(article))
    assert copied == article
    assert hash(copied) == hash(article)


def test_articles_that_differ_are_different() -> None:
    one = Article(id="1", title=FrozenMap({"kk": "a", "ru": "b"}))
    assert one != Article(id="1", title=FrozenMap({"ru": "b", "kk": "a"}))
    assert one != Article(id="1", title=FrozenMap({"kk": "a"}))


@few
@given(articles())
def test_what_an_article_says_can_be_read_again(article: Article) -> None:
    said = article.model_dump(exclude_defaults=True)
    assert Article.model_validate(said) == article


@few
@given(articles())
def test_an_article_can_be_written_as_json_and_read_again(article: Article) -> None:
    said = article.model_dump(mode="json", exclude_defaults=True)
    record = whole_article(Source("a.json", json.dumps(said).encode(), is_json=True))
    assert (record.article, record.findings) == (article, [])


@few
@given(articles())
def test_an_article_can_be_written_as_yaml_and_read_again(article: Article) -> None:
    said = article.model_dump(mode="json", exclude_defaults=True)
    written_out = yaml.dump(said, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    assume(not re.search(r"^ *[^\S\n ]", written_out, re.M))  # such a key looks like an indent
    record = whole_article(Source("a.yaml", written_out.encode(), is_json=False))
    assert (record.article, record.findings) == (article, [])


@pytest.mark.parametrize(
    "abstract",
    [
        "a\n\nb",
        "&nbsp;a",
        "a&#32;",
        "a\n\n<i></i>\n\nb",
        [{"title": "T", "text": "a\n\nb"}, {"text": ""}],
        [{"text": ""}],
        [{"text": "a"}],
        [{"text": "a"}, {"text": "b"}],
        [],
    ],
)
def test_an_abstract_can_be_read_again(abstract: Any) -> None:
    article = Article.model_validate({"id": "1", "abstract": {"en": abstract}})
    assert Article.model_validate(article.model_dump(exclude_defaults=True)) == article


# What says something


@pytest.mark.parametrize("nothing", [Pages(), Issue(), Counts(), Pages(first="")])
def test_a_part_that_says_nothing_is_false(nothing: Part) -> None:
    assert not nothing


@pytest.mark.parametrize("part", [Pages(first="1"), Contributor(), Counts(tables=0), Issue(id="x")])
def test_a_part_that_says_something_is_true(part: Part) -> None:
    assert part


# What is taken for what


FLAGS = {"true": True, "Yes": True, "no": False, "FALSE": False, True: True, False: False}


@pytest.mark.parametrize("typed", FLAGS)
def test_flag(typed: Any) -> None:
    assert Contributor(corresponding=typed).corresponding is FLAGS[typed]


@pytest.mark.parametrize(
    "typed", ["", "maybe", "да", "on", "t", "y", "1", "2", 1, 1.0, 2, None, [], "yes "]
)
def test_what_is_no_flag_is_refused(typed: Any) -> None:
    with pytest.raises(ValidationError):
        Contributor(corresponding=typed)


@pytest.mark.parametrize(("typed", "count"), [("0", 0), ("12", 12), ("007", 7), (3, 3)])
def test_count(typed: Any, count: int) -> None:
    assert Counts(pages=typed).pages == count


@pytest.mark.parametrize(
    "typed", ["", "-5", "1_000", "3.0", " 7 ", "1e3", "٣", "²", -5, 3.0, 3.5, True, [], "9" * 5000]
)
def test_what_is_no_count_is_refused(typed: Any) -> None:
    with pytest.raises(ValidationError):
        Counts(pages=typed)


@pytest.mark.parametrize("typed", [1, 1.5, True, b"x", [], {}, "a\0", "\ud800", "\uffff"])
def test_what_is_no_line_is_refused(typed: Any) -> None:
    with pytest.raises(ValidationError):
        SubjectCode(scheme="UDC", code=typed)


@pytest.mark.parametrize("key", [1, None, "a\0", "\ud800"])
def test_what_is_no_key_is_refused(key: Any) -> None:
    with pytest.raises(ValidationError):
        Article(id="1", title={key: "x"})


# Walking


@few
@given(articles())
def test_the_path_of_a_part_leads_to_it(article: Article) -> None:
    for path, part in parts(article):
        assert follow(article, parse_path(format_path(path))) is part


@few
@given(articles())
def test_each_part_that_says_something_is_walked_once(article: Article) -> None:
    walked = [part for _, part in parts(article) if part]
    said = [one for one in everything_in(article) if isinstance(one, Part) and one]
    assert list(map(id, walked)) == list(map(id, said))


@few
@given(articles())
def test_rules_are_asked_of_each_part_but_the_one_around(article: Article) -> None:
    issue, journal = article.issue, article.issue.journal
    assert Texts.of(article).parts == [one for one in parts(article) if one[0][:1] != ("issue",)]
    assert Texts.of(issue).parts == [one for one in parts(issue) if one[0][:1] != ("journal",)]
    shared = (("affiliations",), ("patterns",))
    assert Texts.of(journal).parts == [one for one in parts(journal) if one[0][:1] not in shared]


@pytest.mark.parametrize("kind", [kind for kind in Part.__subclasses__() if not required(kind)])
def test_a_part_of_which_nothing_is_said_says_what_its_defaults_say(kind: type[Part]) -> None:
    part = kind()
    assert bool(part) is any(getattr(part, field) for field in kind.model_fields)


def follow(value: Any, path: Path) -> Any:
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, Part) else value[step]
    return value
