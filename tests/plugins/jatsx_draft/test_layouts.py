"""Issues in several kinds of layouts."""

from __future__ import annotations

import re

import pytest

from tests.plugins.jatsx_draft.pages import (
    CONTENTS,
    NAMES_FIRST,
    TITLE_FIRST,
    articles,
    codes,
    drafted,
)

WHOLE = (CONTENTS, NAMES_FIRST, TITLE_FIRST)


def test_each_article_is_found_and_none_is_invented() -> None:
    records = drafted(*WHOLE)
    assert [record.id for record in articles(records)] == ["01", "02"]
    absent = [one for one in records[0].findings if one.code == "draft-article-absent"]
    assert [one.params["page"] for one in absent] == ["30"]
    assert "Статья, которой здесь нет" in absent[0].params["title"]


def test_texts_of_each_language_are_as_printed() -> None:
    first, second = (record.article for record in articles(drafted(*WHOLE)))
    assert first
    assert second
    assert str(first.title["kk"]) == "Өзен мен қала: су саясаты"
    assert str(second.title["en"]) == "STEPPE ROADS AND TRADE"
    assert list(map(str, first.keywords["en"])) == ["river", "water policy", "cities", "agreements"]
    assert list(map(str, second.keywords["ru"])) == [
        "степь",
        "дороги",
        "торговля (сухопутная, речная)",
    ]
    assert str(first.abstract["ru"].sections[0].paragraphs[0]).startswith("В статье изучается")


def test_names_of_the_languages_are_one_person() -> None:
    article = articles(drafted(*WHOLE))[0].article
    assert article
    second = article.contributors[1]
    assert {tag: str(name.family) for tag, name in second.name.items()} == {
        "en": "Orlova",
        "kk": "Орлова",
        "ru": "Орлова",
    }
    assert str(second.name["en"].given) == "Maria"
    assert second.email == "orlova@example.org"
    assert [one.corresponding for one in article.contributors] == [True, False]
    assert [one.affiliations for one in article.contributors] == [("1",), ("2",)]


def test_affiliations_have_the_parts_that_are_printed() -> None:
    first = articles(drafted(*WHOLE))[0].article
    assert first
    second = first.affiliations[1]
    assert second.institution["kk"] == "Дала тарихы институты"
    assert second.city["kk"] == "Қостанай"
    assert second.country_name["ru"] == "Казахстан"


def test_facts() -> None:
    first, second = (record.article for record in articles(drafted(*WHOLE)))
    assert first
    assert second
    assert (first.dates.received, first.dates.revised) == ("2024-03-04", ("2024-04-12",))
    assert (second.dates.received, second.dates.accepted) == ("2024-02-28", "2024-05-15")
    assert (second.doi, second.pages.first) == ("10.5555/steppe.2024.2", "17")
    assert [(one.scheme, one.code) for one in second.subject_codes] == [("SRSTI", "03.20.00")]
    assert first.doi is None


def test_twins_in_another_order_are_one_reference() -> None:
    second = articles(drafted(*WHOLE))[1].article
    assert second
    pairs = [{tag: str(text)[:8] for tag, text in one.text.items()} for one in second.references]
    assert pairs == [
        {"ru": "Белов В.", "ru-Latn": "Belov V."},
        {"ru": "Ким Н. Д", "ru-Latn": "Kim N. D"},
    ]


def test_references_without_numbers_and_bullets() -> None:
    first = articles(drafted(*WHOLE))[0].article
    assert first
    assert len(first.references) == 2
    assert first.references[1].doi == "10.5555/water.19"


@pytest.mark.parametrize("pages", [(NAMES_FIRST, TITLE_FIRST), (TITLE_FIRST, NAMES_FIRST)])
def test_contents_are_not_needed(pages: tuple[str, ...]) -> None:
    found = articles(drafted(*pages))
    assert len(found) == 2
    assert all(record.article and len(record.article.title) == 3 for record in found)
    assert all(record.article and record.article.pages.first is None for record in found)


def test_markup_changes_nothing() -> None:
    marked = re.sub(r"(?m)^(Keywords|Түйін сөздер|Ключевые слова):", r"**\1:**", NAMES_FIRST)
    marked = re.sub(r"(?m)^([123]?)(\*?)(e-mail)", r"\1\\*\3", marked)
    marked = marked.replace("THE RIVER AND THE CITY", "## THE RIVER AND THE CITY")
    marked = re.sub(r"(?<=[a-zа-яі])([12])(\*?)(?=,|\n)", r"<sup>\1\2</sup>", marked)
    plain, found = (articles(drafted(page))[0].article for page in (NAMES_FIRST, marked))
    assert plain
    assert found
    assert found.title == plain.title
    assert found.contributors == plain.contributors
    assert found.keywords == plain.keywords


@pytest.mark.parametrize(
    ("printed", "damaged"),
    [
        ("Түйін сөздер", "Түйiн сөздер"),  # a Latin i
        ("Ключевые слова", "Ключевыеслова"),
        ("Keywords", "Keywrods"),
        ("Keywords", "KEY WORDS"),
        ("Received March 4", "Recieved March 4"),
    ],
)
def test_labels_may_be_spelt_otherwise(printed: str, damaged: str) -> None:
    plain, found = (
        articles(drafted(page))[0].article
        for page in (NAMES_FIRST, NAMES_FIRST.replace(printed, damaged))
    )
    assert plain
    assert found
    assert found.keywords == plain.keywords
    assert found.dates == plain.dates


def test_a_page_break_inside_an_abstract() -> None:
    broken = NAMES_FIRST.replace("It compares\nthree", "It compares\f\nthree")
    plain, found = (articles(drafted(page))[0].article for page in (NAMES_FIRST, broken))
    assert plain
    assert found
    assert str(found.abstract["en"]) == str(plain.abstract["en"])


def test_lines_of_the_page_are_joined_with_their_divided_words() -> None:
    broken = NAMES_FIRST.replace("about it. It compares\nthree", "about it. It com-\npares three")
    plain, found = (articles(drafted(page))[0].article for page in (NAMES_FIRST, broken))
    assert plain
    assert found
    assert str(found.abstract["en"]) == str(plain.abstract["en"])


def test_every_value_says_where_it_is_printed_and_how_sure_it_is() -> None:
    record = articles(drafted(*WHOLE))[0]
    lines = "\n".join(WHOLE).splitlines()
    assert record.locate
    place = record.locate("title.ru", "")
    assert place
    assert lines[(place.line or 0) - 1] == "Река и город: водная политика"
    assert record.origins["title.en"].sure == "two"
    assert record.origins["title.ru"].sure == "one"
    assert record.origins["language"].sure == "derived"
    assert record.origins["language"].rule == "language-of-body"


def test_derived_values_are_named() -> None:
    record = articles(drafted(*WHOLE))[0]
    derived = next(one for one in record.findings if one.code == "draft-values-derived")
    fields = derived.params["fields"].split(", ")
    assert {"language", "pages.last"} <= set(fields)
    named = {name for name, one in record.origins.items() if one.sure == "derived"}
    assert {name for name in named if not name.startswith("issue.")} == set(fields)


def test_nothing_is_in_doubt_where_the_print_agrees() -> None:
    for record in articles(drafted(*WHOLE)):
        assert codes(record) == ["draft-values-derived"]
