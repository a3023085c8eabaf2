"""What an article takes from its issue, and an issue from its journal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.model import Affiliation, Article, inheritance
from jatsx.model.fieldpath import parse_path
from jatsx.model.frozenmap import FrozenMap
from tests.strategies import articles, few

CC = "https://creativecommons.org/licenses/"
BY, NC, ND = ({"url": f"{CC}{kind}/4.0/"} for kind in ("by", "by-nc", "by-nd"))


def article(issue: Any = None, journal: Any = None, **own: Any) -> Article:
    issue = {**(issue or {}), "journal": journal or {}}
    return Article.model_validate({"id": "01", "issue": issue, **own})


LANGUAGES: dict[str, tuple[Article, tuple[str, str] | None]] = {
    "nowhere": (article(), None),
    "the journal's": (article(journal={"language": "kk"}), ("kk", "issue.journal.language")),
    "the issue's": (
        article({"language": "ru"}, {"language": "kk"}),
        ("ru", "issue.language"),
    ),
    "its own": (article({"language": "ru"}, {"language": "kk"}, language="en"), ("en", "language")),
    "an empty one is none": (article({"language": "ru"}, language=""), ("ru", "issue.language")),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_language(name: str) -> None:
    described, expected = LANGUAGES[name]
    said = inheritance.language(described)
    assert (said and (said.value, said.field)) == expected


LICENSES: dict[str, tuple[Article, list[tuple[str, str]]]] = {
    "nowhere": (article(), []),
    "the journal's": (
        article(journal={"licenses": [BY, NC]}),
        [(BY["url"], "issue.journal.licenses[0]"), (NC["url"], "issue.journal.licenses[1]")],
    ),
    "the issue's, not the journal's": (
        article({"licenses": [NC]}, {"licenses": [BY]}),
        [(NC["url"], "issue.licenses[0]")],
    ),
    "its own alone": (
        article({"licenses": [NC]}, {"licenses": [BY]}, licenses=[ND]),
        [(ND["url"], "licenses[0]")],
    ),
}


@pytest.mark.parametrize("name", LICENSES)
def test_licenses(name: str) -> None:
    described, expected = LICENSES[name]
    assert [(said.value.url, said.field) for said in inheritance.licenses(described)] == expected


PRINT = {"issn": {"print": "1563-0285", "electronic": "2618-1215"}}
ONLINE = {"issn": {"electronic": "2618-1215"}}
PUBLISHED = {"published": {"print": "2024-06", "online": "2024-07-01"}, "year": "2024"}

DATES: dict[str, tuple[Article, list[tuple[str, str, str]]]] = {
    "nowhere": (article(journal=PRINT), []),
    "the issue's year, in print": (
        article({"year": "2024"}, PRINT),
        [("print", "2024", "issue.year")],
    ),
    "the issue's year, online": (
        article({"year": "2024"}, ONLINE),
        [("online", "2024", "issue.year")],
    ),
    "the issue's dates, not its year": (
        article(PUBLISHED, PRINT),
        [
            ("print", "2024-06", "issue.published.print"),
            ("online", "2024-07-01", "issue.published.online"),
        ],
    ),
    "its own alone": (
        article(PUBLISHED, PRINT, dates={"published": {"online": "2024-05-05"}}),
        [("online", "2024-05-05", "dates.published.online")],
    ),
}


@pytest.mark.parametrize("name", DATES)
def test_publication_dates(name: str) -> None:
    described, expected = DATES[name]
    dates = inheritance.publication_dates(described)
    assert [(date.medium, date.date, date.field) for date in dates] == expected


SECTIONS = {
    "sections": [{"id": "law"}, {"id": "history"}, {"id": "twice"}, {"id": "twice"}],
    "articles": ["02", "01"],
}


@pytest.mark.parametrize(
    ("section", "field"),
    [("history", "issue.sections[1]"), ("physics", None), ("twice", None), (None, None)],
)
def test_section(section: str | None, field: str | None) -> None:
    said = inheritance.section(article(SECTIONS, section=section))
    assert (said and said.field) == field


def test_position() -> None:
    assert inheritance.position(article(SECTIONS)) == 2
    assert inheritance.position(article()) is None


@pytest.mark.parametrize("position", [1, 2, 3])
def test_the_first_article_of_an_issue_has_the_position_1(position: int) -> None:
    one = Article.model_validate({"id": str(position), "issue": {"articles": ["1", "2", "3"]}})
    assert inheritance.position(one) == position


VALUES = FrozenMap({"kk": "k", "ru": "r", "en": "e", "ar": ""})
CHOICES = [
    ("ru", "kk", "ru"),
    (None, "kk", "kk"),
    (None, None, "en"),
    ("ar", "kk", "kk"),
    ("zh", "zh", "en"),
    ("ar", "ar", "en"),
]


@pytest.mark.parametrize(("preferred", "own", "chosen"), CHOICES)
def test_a_slot_for_one_language(preferred: str | None, own: str | None, chosen: str) -> None:
    pair = inheritance.one_language(VALUES, preferred, own)
    assert pair == (chosen, VALUES[chosen])


def test_a_slot_takes_the_first_written_where_there_is_no_english() -> None:
    assert inheritance.one_language(FrozenMap({"ar": "", "kk": "k"})) == ("kk", "k")
    assert inheritance.one_language(FrozenMap({"ar": ""})) is None
    assert inheritance.one_language(FrozenMap()) is None


@pytest.mark.parametrize(
    ("own", "order"), [("ru", ["ru", "kk", "en", "ar"]), ("zh", list(VALUES)), (None, list(VALUES))]
)
def test_own_language_first(own: str | None, order: list[str]) -> None:
    ordered = inheritance.own_language_first(VALUES, article(language=own))
    assert list(ordered) == order
    assert dict(ordered) == dict(VALUES)


@few
@given(articles(), st.sampled_from(("kk", None)))
def test_any_article_can_be_asked(described: Article, preferred: str | None) -> None:
    said = [inheritance.language(described), *inheritance.licenses(described)]
    fields = [one.field for one in said if one]
    fields += [date.field for date in inheritance.publication_dates(described)]
    assert all(parse_path(field) for field in fields)
    inheritance.section(described)
    inheritance.position(described)
    inheritance.one_language(described.title, preferred, inheritance.language_tag(described))
    assert dict(inheritance.own_language_first(described.title, described)) == dict(described.title)


AFFILIATIONS: dict[str, tuple[dict[str, Any], tuple[str | None, ...], dict[str, str]]] = {
    "the preferred language that the institution has": (
        {
            "institution": {"ru": "Институт", "en": "Institute"},
            "city": {"kk": "Мәскеу", "en": "Moscow"},
            "country": "RU",
        },
        ("kk",),
        {"institution": "Institute", "city": "Moscow", "country": "Russia"},
    ),
    "nothing in another language": (
        {"institution": {"ru": "Институт"}, "department": {"en": "Physics"}, "country": "KZ"},
        ("en",),
        {"institution": "Институт", "country": "Казахстан"},
    ),
    "the printed name of the country": (
        {
            "institution": {"ru": "Институт"},
            "country": "KZ",
            "country_name": {"ru": "РК", "en": "Kazakhstan"},
        },
        (),
        {"institution": "Институт", "country": "РК"},
    ),
    "no institution": (
        {"department": {"kk": "Кафедра"}, "city": {"ru": "Алматы"}},
        ("ru",),
        {"department": "Кафедра"},
    ),
    "only a country": (
        {"country": "KZ", "country_name": {"en": "Kazakhstan"}},
        (None, "ru"),
        {"country": "Казахстан"},
    ),
    "only a printed country": ({"country_name": {"kk": "ҚР"}}, ("ru",), {"country": "ҚР"}),
    "a country that CLDR does not name in the language": (
        {"institution": {"ru-Latn": "Institut"}, "country": "KZ"},
        (),
        {"institution": "Institut"},
    ),
    "a language without a tag": (
        {"institution": {"": "Институт"}, "city": {"ru": "Алматы"}},
        (None, "ru"),
        {"institution": "Институт"},
    ),
    "only a city, in a language without a tag": ({"city": {"": "Алматы"}}, (), {"city": "Алматы"}),
    "nothing": ({}, ("ru",), {}),
}


@pytest.mark.parametrize("name", AFFILIATIONS)
def test_all_parts_of_an_affiliation_are_in_one_language(name: str) -> None:
    written, preferred, expected = AFFILIATIONS[name]
    affiliation = Affiliation(id="a", **written)
    parts = inheritance.affiliation_in_language(affiliation, "affiliations[0]", *preferred)
    assert {key: part.value for key, part in parts.items()} == expected
    assert len({part.language for part in parts.values()}) <= 1
