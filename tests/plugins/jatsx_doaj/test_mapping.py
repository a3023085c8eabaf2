"""What becomes of each part of the model: a test for each line of the mapping."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jatsx.documents.content import content_bytes

from .articles import RICH, article, bibjson, changed, described, exported, lost, without

RICH_ARTICLE = article()


def test_a_rich_article_becomes_this() -> None:
    assert bibjson(RICH_ARTICLE) == {
        "title": "О воде H2O: часть первая",
        "abstract": "Цель\nПервый абзац.\nВторой абзац.",
        "keywords": ["вода", "CO2"],
        "identifier": [
            {"type": "doi", "id": "10.5555/2024.2.01"},
            {"type": "pissn", "id": "2434-561X"},
            {"type": "eissn", "id": "0378-5955"},
        ],
        "link": [
            {
                "type": "fulltext",
                "url": "https://example.org/2024/2/01.pdf",
                "content_type": "PDF",
            },
            {
                "type": "fulltext",
                "url": "https://example.org/2024/2/01.html",
                "content_type": "HTML",
            },
        ],
        "author": [
            {
                "name": "Имя Отчество Фамилия мл.",
                "affiliation": "Отдел озёр, Институт воды, Алматы, Республика Казахстан;"
                " Water Board, Kazakhstan",
                "orcid_id": "https://orcid.org/0000-0002-1825-0097",
            },
            {"name": "Water Group", "affiliation": "Water Board, Kazakhstan"},
        ],
        "year": "2024",
        "month": "6",
        "journal": {"volume": "12", "number": "2", "start_page": "7", "end_page": "17"},
    }


# Publication


@pytest.mark.parametrize("field", ["title", "publisher", "language", "languages", "licenses"])
def test_what_doajs_journal_record_holds_is_neither_written_nor_lost(field: str) -> None:
    bare = described(without(f"issue.journal.{field}"))
    assert bibjson(bare) == bibjson(RICH_ARTICLE)
    assert lost(bare) == lost(RICH_ARTICLE)


@pytest.mark.parametrize(
    "field", ["abbreviated_title", "issn.linking", "url", "doi", "identifiers", "archives"]
)
def test_the_rest_of_the_journal_is_lost(field: str) -> None:
    is_lost(f"issue.journal.{field}")


@pytest.mark.parametrize(("medium", "kind"), [("print", "pissn"), ("electronic", "eissn")])
def test_issns_are_identifiers(medium: str, kind: str) -> None:
    path = f"issue.journal.issn.{medium}"
    assert ids(changed(path, "1234-5679"))[kind] == "1234-5679"
    assert kind not in ids(without(path))


def test_an_issn_of_another_form_is_lost() -> None:
    bad = changed("issue.journal.issn.print", "2434-561Х")
    assert "pissn" not in ids(bad)
    assert lost(described(bad))["issue.journal.issn.print"].endswith("NNNN-NNNX.")


def test_volume_and_number_are_the_issues() -> None:
    bare = {**RICH, "issue": {"volume": "I", "number": " "}, "pages": {}}
    assert bibjson(described(bare))["journal"] == {"volume": "I"}


@pytest.mark.parametrize(
    "field",
    [
        "whole_number", "title", "doi", "url", "supplement", "special", "sections", "articles",
        "licenses", "language",
    ],
)  # fmt: skip
def test_the_rest_of_the_issue_is_lost(field: str) -> None:
    is_lost(f"issue.{field}")


# Dates


@pytest.mark.parametrize(
    ("own", "issue", "year", "month"),
    [
        ({"print": "2024-06-30"}, {"year": "2023"}, "2024", "6"),
        ({"online": "2024-12"}, {"published": {"print": "2025"}}, "2024", "12"),
        ({"print": "2024", "online": "2023-11"}, {}, "2024", None),
        ({}, {"published": {"online": "2024-01-02"}, "year": "2023"}, "2024", "1"),
        ({}, {"year": "2023"}, "2023", None),
        ({"print": "June 2024", "online": "2024-05"}, {}, "2024", "5"),
        ({"print": "30.06.2024"}, {"year": "2023"}, None, None),
        ({}, {}, None, None),
    ],
)
def test_year_and_month_are_those_of_publication(
    own: dict[str, str], issue: dict[str, Any], year: str | None, month: str | None
) -> None:
    found = bibjson(article(dates={"published": own}, issue=issue))
    assert (found.get("year"), found.get("month")) == (year, month)


def test_the_day_and_other_dates_of_publication_are_lost() -> None:
    reasons = {field: why for field, why in lost(RICH_ARTICLE).items() if "publi" in field + why}
    assert reasons.pop("dates.published.print").endswith("The day is not included.")
    assert {field for field, why in reasons.items() if "of `dates.published.print`" in why} == {
        "dates.published.online",
        "issue.published.print",
        "issue.published.online",
        "issue.year",
    }


def test_a_date_that_says_no_more_is_not_lost() -> None:
    issue = {"published": {"print": "2024-06"}, "year": "2024"}
    said = lost(article(dates={"published": {"online": "2024-06"}}, issue=issue))
    assert not [field for field in said if "published" in field or "year" in field]


@pytest.mark.parametrize("field", ["received", "revised", "accepted"])
def test_received_revised_and_accepted_are_lost(field: str) -> None:
    is_lost(f"dates.{field}")


# The article


def test_the_doi_is_an_identifier() -> None:
    assert ids(RICH)["doi"] == "10.5555/2024.2.01"
    assert "doi" not in ids(without("doi"))


@pytest.mark.parametrize("written", ["https://doi.org/10.5555/x", "doi:10.5555/x", "10.5555/x"])
def test_a_doi_is_written_bare(written: str) -> None:
    assert ids(changed("doi", written))["doi"] == "10.5555/x"


def test_what_is_no_doi_is_lost() -> None:
    bad = changed("doi", "10.5555")
    assert "doi" not in ids(bad)
    assert "doi" in lost(described(bad))


@pytest.mark.parametrize(
    "field",
    [
        "type", "other_abstracts", "section", "subject_codes", "funding", "licenses",
        "elocation_id", "copyright", "references", "relations", "statements", "identifiers.edn",
        "counts", "pages.other",
    ],
)  # fmt: skip
def test_the_rest_of_the_article_is_lost(field: str) -> None:
    is_lost(field)


def test_the_language_is_lost_though_it_chooses_the_title() -> None:
    assert "language" in lost(RICH_ARTICLE)
    assert "language" not in lost(described(without("language")))


def test_a_count_of_nothing_is_lost_too() -> None:
    assert "counts" in lost(article(counts={"figures": 0}))


def test_the_publishers_own_number_stands_beside_the_bibjson() -> None:
    (document,) = exported(article(identifiers={"publisher-id": "dala-5"}), bulk="no")
    content = json.loads(content_bytes(document))
    assert content["admin"] == {"publisher_record_id": "dala-5"}
    assert "identifiers.publisher-id" not in {loss.field for loss in document.all_losses}


def test_blank_fields_are_no_loss() -> None:
    blank = {"type": " ", "identifiers": {"edn": ""}, "statements": {}, "relations": []}
    assert not {*blank} & {*lost(article(**blank))}


@pytest.mark.parametrize(
    ("language", "title", "abstract", "keywords"),
    [
        ("kk", "Судағы H2O", None, None),
        ("ru", "О воде H2O: часть первая", "Цель\nПервый абзац.\nВторой абзац.", ["вода", "CO2"]),
        ("en", "On water: part one", "One paragraph.", ["water"]),
        ("de", "О воде H2O: часть первая", "Цель\nПервый абзац.\nВторой абзац.", ["вода", "CO2"]),
    ],
)
def test_title_abstract_and_keywords_are_in_one_language(
    language: str, title: str, abstract: str | None, keywords: list[str] | None
) -> None:
    found = bibjson(RICH_ARTICLE, language=language)
    assert found["title"] == title
    assert (found.get("abstract"), found.get("keywords")) == (abstract, keywords)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"language": "kk"}, "Судағы H2O"),
        ({"language": "de"}, "On water: part one"),
        ({"language": None, "issue": {"language": "kk"}}, "Судағы H2O"),
        ({"language": "de", "title": {"kk": "", "fr": "Eau"}}, "Eau"),
    ],
)
def test_the_language_is_the_articles_else_english_else_the_first(
    said: dict[str, Any], title: str
) -> None:
    assert bibjson(article(**said))["title"] == title


def test_other_languages_are_lost_by_name() -> None:
    fields = {"title.kk", "title.en", "subtitle.en", "abstract.en", "keywords.en"}
    assert fields <= {*lost(RICH_ARTICLE)}
    assert "title.ru" in lost(RICH_ARTICLE, language="en")
    assert "Russian (ru)" in lost(RICH_ARTICLE)["title.kk"]


def test_without_a_title_there_is_no_abstract_either() -> None:
    bare = article(title={})
    assert not {"title", "abstract", "keywords"} & {*bibjson(bare)}
    assert {"subtitle.ru", "abstract.ru", "keywords.en"} <= {*lost(bare)}


def test_of_markup_the_text_stays() -> None:
    reasons = lost(RICH_ARTICLE)
    places = {field for field, why in reasons.items() if "plain text" in why}
    assert places == {"title.ru", "abstract.ru", "keywords.ru[1]"}


@pytest.mark.parametrize(
    ("title", "subtitle", "joined"),
    [
        ("Вода", "обзор", "Вода: обзор"),
        ("Что делать?", "Обзор", "Что делать? Обзор"),
        ("Вода", " ", "Вода"),
    ],
)
def test_a_subtitle_follows_its_title(title: str, subtitle: str, joined: str) -> None:
    assert bibjson(article(title={"ru": title}, subtitle={"ru": subtitle}))["title"] == joined


@pytest.mark.parametrize(
    ("media_type", "content_type"),
    [
        ("application/pdf", "PDF"),
        ("text/html", "HTML"),
        ("text/html; charset=utf-8", "HTML"),
        ("Application/EPUB+zip", "ePUB"),
        ("application/xml", "XML"),
        ("text/xml", "XML"),
        (None, None),
    ],
)
def test_a_link_has_one_of_four_content_types(
    media_type: str | None, content_type: str | None
) -> None:
    url = "https://example.org/x"
    found = article(links=[{"url": url, "content_type": media_type}])
    typed = {"content_type": content_type} if content_type else {}
    assert bibjson(found)["link"] == [{"type": "fulltext", "url": url, **typed}]
    assert "links[0].content_type" not in lost(found)


def test_another_content_type_and_the_language_of_a_link_are_lost() -> None:
    url = "https://example.org/x"
    found = article(links=[{"url": url, "content_type": "application/rtf", "language": "kk"}])
    assert bibjson(found)["link"] == [{"type": "fulltext", "url": url}]
    assert {"links[0].content_type", "links[0].language"} <= {*lost(found)}


@pytest.mark.parametrize("url", ["ftp://example.org/x", "www.example.org", "https://a b", "", "x"])
def test_an_address_that_is_no_web_address_is_lost(url: str) -> None:
    found = article(links=[{"url": url}, {"url": "http://example.org"}], url="nowhere")
    assert [link["url"] for link in bibjson(found)["link"]] == ["http://example.org"]
    assert {"links[0]", "url"} <= {*lost(found)}


def test_a_landing_page_stands_in_for_full_text_links() -> None:
    bare = article(links=[{"url": "ftp://example.org/x"}])
    page = {"type": "fulltext", "url": RICH["url"], "content_type": "HTML"}
    assert bibjson(bare)["link"] == [page]
    assert "url" not in lost(bare)
    assert "url" in lost(RICH_ARTICLE)


def test_pages_are_the_first_and_the_last() -> None:
    assert bibjson(article(pages={"first": "IX"}))["journal"]["start_page"] == "IX"
    assert "end_page" not in bibjson(article(pages={"first": "IX"}))["journal"]


# People


def test_only_authors_are_listed() -> None:
    assert [author["name"] for author in bibjson(RICH_ARTICLE)["author"]] == [
        "Имя Отчество Фамилия мл.",
        "Water Group",
    ]
    assert "only for authors" in lost(RICH_ARTICLE)["contributors[2]"]


@pytest.mark.parametrize(
    ("name", "language", "found"),
    [
        ({"ru": {"family": "Фамилия", "given": "Имя"}}, "ru", "Имя Фамилия"),
        ({"ru": {"family": "Фамилия"}, "en": {"family": "Surname"}}, "en", "Surname"),
        ({"kk": {"family": "Тегі", "given": " "}, "en": {"family": "Surname"}}, "de", "Surname"),
        ({"kk": {"family": "Тегі"}, "ru": {}}, "ru", "Тегі"),
        ({"ru": {"given": "Имя", "patronymic": "Отчество"}}, "ru", "Имя Отчество"),
    ],
)
def test_an_author_has_one_name(name: dict[str, Any], language: str, found: str) -> None:
    one = article(contributors=[{"name": name}], title={language: "x"}, language="de")
    assert bibjson(one)["author"] == [{"name": found}]


def test_other_names_are_lost() -> None:
    assert {"contributors[0].name.en", "contributors[1].group.kk"} <= {*lost(RICH_ARTICLE)}
    both = article(
        contributors=[{"name": {"ru": {"family": "Фамилия"}}, "group": {"ru": "Группа"}}]
    )
    assert bibjson(both)["author"] == [{"name": "Фамилия"}]
    assert "contributors[0].group.ru" in lost(both)


def test_an_author_without_a_name_is_lost() -> None:
    nobody = article(contributors=[{"name": {"ru": {"suffix": " "}}, "orcid": "x"}])
    assert "author" not in bibjson(nobody)
    assert "contributors[0]" in lost(nobody)


@pytest.mark.parametrize(
    ("orcid", "orcid_id"),
    [
        ("0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"),
        ("http://orcid.org/0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"),
        ("0000-0002-1694-233Х", None),
    ],
)
def test_an_orcid_is_an_address(orcid: str, orcid_id: str | None) -> None:
    one = described(changed("contributors[0].orcid", orcid))
    assert bibjson(one)["author"][0].get("orcid_id") == orcid_id
    assert ("contributors[0].orcid" in lost(one)) == (orcid_id is None)


@pytest.mark.parametrize(
    "field",
    [
        "orcid_authenticated", "email", "corresponding", "equal_contribution", "credit_roles",
        "degree", "position",
    ],
)  # fmt: skip
def test_the_rest_of_an_author_is_lost(field: str) -> None:
    is_lost(f"contributors[0].{field}")


@pytest.mark.parametrize(
    ("affiliation", "text"),
    [
        ({"institution": {"ru": "Институт"}}, "Институт"),
        ({"institution": {"en": "Institute"}, "city": {"kk": "Алматы"}}, "Institute"),
        (
            {
                "institution": {"kk": "Институт", "en": "Institute"},
                "city": {"ru": "Москва", "en": "Moscow"},
                "country": "RU",
            },
            "Institute, Moscow, Russia",
        ),
        ({"institution": {"ru": "Институт"}, "country": "KZ"}, "Институт, Казахстан"),
        ({"country": "KZ", "country_name": {"en": "Kazakhstan"}}, "Казахстан"),
        ({"country": "KZ", "country_name": {"ru": "РК"}}, "РК"),
        ({"country_name": {"en": "Kazakhstan"}}, "Kazakhstan"),
        ({"department": {"ru": " "}, "country": "Казахстан"}, None),
    ],
)
def test_an_affiliation_is_one_text(affiliation: dict[str, Any], text: str | None) -> None:
    one = article(
        affiliations=[{"id": "a1", **affiliation}],
        contributors=[{"group": {"ru": "Группа"}, "affiliations": ["a1", "unknown"]}],
    )
    assert bibjson(one)["author"][0].get("affiliation") == text


def test_the_rest_of_an_affiliation_is_lost() -> None:
    fields = ("institution.en", "department.en", "city.en", "country_name.en", "country", "ror")
    assert {f"affiliations[0].{field}" for field in fields} <= {*lost(RICH_ARTICLE)}
    assert "affiliations[1].country" not in lost(RICH_ARTICLE)


def test_an_affiliation_of_no_author_is_lost() -> None:
    assert "No author has this" in lost(RICH_ARTICLE)["affiliations[2]"]


def is_lost(path: str) -> None:
    """Asserts that a field of the rich article is lost, and nothing more without it."""
    bare = described(without(path))
    assert lost(RICH_ARTICLE)[path]
    assert path not in lost(bare)
    assert bibjson(bare) == bibjson(RICH_ARTICLE)


def ids(description: Any) -> dict[str, str]:
    """The identifiers that DOAJ gets, by kind."""
    return {one["type"]: one["id"] for one in bibjson(described(description))["identifier"]}
