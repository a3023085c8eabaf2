"""What differs between an article and a record, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from jatsx.deposit.compared_fields import FieldState, compared_fields
from jatsx.deposit.shown_values import ShownValue, one_line, text_of
from jatsx.deposit.written_fields import with_written_fields
from jatsx.model import Article
from jatsx.plugin.agency import ShownField

SHOWN = (
    ShownField("doi"),
    ShownField("title"),
    ShownField("abstract", has_one_language=True),
    ShownField("contributors.name", has_one_language=True),
    ShownField("contributors.orcid"),
    ShownField("contributors.affiliations"),
    ShownField("affiliations.institution", has_one_language=True),
    ShownField("pages"),
    ShownField("issue.journal.issn"),
)
ANNA: dict[str, Any] = {"name": {"kk": {"family": "Ә", "given": "Анна"}}}
IVAN: dict[str, Any] = {"name": {"kk": {"family": "Иванов"}}}
OLGA: dict[str, Any] = {"name": {"kk": {"family": "Ольга"}}}
WORKING = [ANNA | {"affiliations": ["a"]}, IVAN | {"affiliations": ["b", "a"]}]
PLACES = [{"id": "a", "institution": {"kk": "Қ"}}, {"id": "b", "institution": {"kk": "Ұ"}}]
MOVED = [ANNA | {"affiliations": ["1"]}, IVAN | {"affiliations": ["2"]}]
NUMBERED = [{"id": "2", "institution": {"und": "Ұ"}}, {"id": "1", "institution": {"und": "Қ"}}]
NAMED: dict[str, Any] = {"id": "b", "institution": {"kk": "Ү"}}

SAME: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the form of a DOI": ({"doi": "https://doi.org/10.5555/A"}, {"doi": "10.5555/a"}),
    "the form of an ISSN": (
        {"issue": {"journal": {"issn": {"print": "03785955"}}}},
        {"issue": {"journal": {"issn": {"print": "0378-5955"}}}},
    ),
    "the form of an ORCID": (
        {"contributors": [{"orcid": "0000-0002-1825-0097"}]},
        {"contributors": [{"orcid": "https://orcid.org/0000-0002-1825-0097"}]},
    ),
    "spaces and characters": ({"title": {"kk": "И\u0306  a"}}, {"title": {"kk": "\u0419 a"}}),
    "markup": ({"title": {"kk": "H<sub>2</sub>O"}}, {"title": {"kk": "H2O"}}),
    "a language that a record does not say": (
        {"title": {"kk": "Су", "en": "Water"}},
        {"title": {"und": "Су", "en": "Water"}},
    ),
    "what a record does not show": (
        {"title": {"kk": "Су"}, "keywords": {"kk": ["су"]}, "dates": {"received": "2024"}},
        {"title": {"kk": "Су"}},
    ),
    "languages that a record does not show": (
        {"abstract": {"kk": "Су.", "en": "Water."}},
        {"abstract": {"kk": "Су."}},
    ),
    "ids and the order of affiliations": (
        {"contributors": WORKING[:1], "affiliations": PLACES},
        {"contributors": MOVED[:1], "affiliations": NUMBERED},
    ),
}

DIFFERENT: dict[str, tuple[dict[str, Any], dict[str, Any], list[tuple[str, str, str, str]]]] = {
    "a value": (
        {"pages": {"first": "5", "last": "17"}},
        {"pages": {"first": "5", "last": "18"}},
        [("pages.last", "different", "17", "18")],
    ),
    "a value that a record does not have": (
        {"title": {"kk": "Су", "en": "Water"}, "pages": {"first": "5", "last": "17"}},
        {"title": {"kk": "Су"}},
        [("title.en", "missing", "Water", ""), ("pages", "missing", "5, 17", "")],
    ),
    "a value that only a record has": (
        {"title": {"kk": "Су"}},
        {"title": {"kk": "Су", "en": "Water"}},
        [("title.en", "added", "", "Water")],
    ),
    "a person who was inserted": (
        {"contributors": [ANNA, OLGA, IVAN]},
        {"contributors": [ANNA, IVAN]},
        [("contributors[1]", "missing", "Ольга", "")],
    ),
    "a person whom only a record has": (
        {"contributors": [ANNA]},
        {"contributors": [OLGA, ANNA]},
        [("contributors[0]", "added", "", "Ольга")],
    ),
    "a part of a name": (
        {"contributors": [ANNA, IVAN]},
        {"contributors": [{"name": {"kk": {"family": "Ә", "given": "Айна"}}}, IVAN]},
        [("contributors[0].name.kk.given", "different", "Анна", "Айна")],
    ),
    "a title in another order": (
        {"title": {"kk": "Су", "ru": "Вода"}},
        {"title": {"kk": "Су", "und": "Влага"}},
        [("title.ru", "different", "Вода", "Влага")],
    ),
    "the name of an affiliation": (
        {"contributors": WORKING[1:], "affiliations": PLACES},
        {"contributors": WORKING[1:], "affiliations": [PLACES[0], NAMED]},
        [("affiliations[1].institution.kk", "different", "Ұ", "Ү")],
    ),
    "an affiliation of a person": (
        {"contributors": WORKING, "affiliations": PLACES},
        {"contributors": MOVED, "affiliations": NUMBERED},
        [("contributors[1].affiliations[1]", "missing", "Қ", "")],
    ),
}


def article(values: dict[str, Any]) -> Article:
    return Article.model_validate({"id": "1", **values})


def differences(ours: Article, theirs: Article) -> list[tuple[str, str, str, str]]:
    found = with_written_fields(compared_fields(ours, theirs, SHOWN), ours)
    left = (one for one in found if one.state is not FieldState.SAME)
    return [(one.field, one.state.value, one.here, one.there) for one in left]


@pytest.mark.parametrize("name", SAME)
def test_what_is_the_same(name: str) -> None:
    here, there = map(article, SAME[name])
    assert differences(here, there) == []
    assert compared_fields(here, there, SHOWN)


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_is_not(name: str) -> None:
    here, there, expected = DIFFERENT[name]
    assert differences(article(here), article(there)) == expected


def test_a_field_is_named_as_it_was_written() -> None:
    written = article({"title": {"kk": "Су", "ru": "Вода"}, "issue": {"number": "2"}})
    read = article({"title": {"kk": "Су", "und": "Вода"}})
    fields = compared_fields(read, article({"title": {"kk": "Су"}}), SHOWN)
    assert [one.field for one in with_written_fields(fields, written)] == ["title.kk", "title.ru"]


def test_another_field_with_the_value_is_not_named() -> None:
    written = article({"id": "1984", "title": {"kk": "Су", "en": "1984"}})
    read = article({"title": {"kk": "Су", "und": "1984"}})
    fields = compared_fields(read, article({"title": {"kk": "Су"}}), SHOWN)
    assert [one.field for one in with_written_fields(fields, written)] == ["title.kk", "title.en"]


def test_each_field_is_shown_in_languages_of_its_own() -> None:
    shown = (ShownField("abstract"), ShownField("title", has_one_language=True))
    here = article({"title": {"kk": "Су", "en": "Water"}, "abstract": {"kk": "Су.", "en": "W."}})
    there = article({"title": {"kk": "Су"}, "abstract": {"kk": "Су."}})
    found = [one.field for one in compared_fields(here, there, shown) if one.here != one.there]
    assert found == ["abstract.en"]


def test_articles_without_such_fields() -> None:
    assert compared_fields(article({}), article({}), SHOWN) == []


def test_a_text_is_on_one_line() -> None:
    assert (one_line(" a\n b "), text_of(ShownValue("a", "A"))) == ("a b", "A")
