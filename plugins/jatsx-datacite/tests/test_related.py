"""Journal and issue, related works, cited works."""

from __future__ import annotations

from typing import Any

import pytest
from described import PLAIN, article, in_issue, in_journal, lost, made

CITED = {
    "text": {"ru": "Бурдьё П. Социология политики. – М., 1993."},
    "type": "book",
    "work": {
        "authors": [{"family": "Бурдьё", "given": "П."}, {"group": "Socio-Logos"}],
        "source": "Социология политики",
        "publisher": "Socio-Logos",
        "place": "Москва",
        "year": "1993",
        "isbn": "978-5-9535-0537-6",
    },
}


def identifiers(one: Any, version: str = "4.5") -> list[tuple[str, str, str]]:
    """Relation, type and value of each related identifier."""
    found = made(one, version).get("relatedIdentifiers", ())
    return [
        (item["relationType"], item["relatedIdentifierType"], item["relatedIdentifier"])
        for item in found
    ]


def items(one: Any) -> list[Any]:
    """The related items but the journal's."""
    return [item for item in made(one)["relatedItems"] if item["relatedItemType"] != "Journal"]


# Journal and issue


def test_the_journal_is_an_item_with_the_articles_place_in_it() -> None:
    issue = {**PLAIN["issue"], "volume": "12", "supplement": "Suppl. 1", "special": "Special issue"}
    one = article(issue=issue, pages={"first": "19", "last": "31"}, elocation_id="e5")
    assert made(one)["relatedItems"] == (
        {
            "relatedItemIdentifier": {
                "relatedItemIdentifier": "1563-0285",
                "relatedItemIdentifierType": "ISSN",
            },
            "relatedItemType": "Journal",
            "relationType": "IsPublishedIn",
            "titles": (
                {"title": "Хабаршы", "lang": "kk"},
                {"title": "Herald", "titleType": "TranslatedTitle", "lang": "en"},
            ),
            "publicationYear": "2024",
            "volume": "12",
            "issue": "2",
            "number": "e5",
            "numberType": "Article",
            "firstPage": "19",
            "lastPage": "31",
        },
    )
    assert {"issue.supplement", "issue.special"} <= {*lost(one)}
    unnumbered = {"number": None, "supplement": "Suppl. 1"}
    assert made(in_issue(**unnumbered))["relatedItems"][0]["issue"] == "Suppl. 1"


def test_issns_and_addresses_are_related_identifiers() -> None:
    one = in_journal(url="https://journal.example.org", doi="10.5555/irilj")
    assert identifiers(one) == [
        ("IsPublishedIn", "ISSN", "1563-0285"),
        ("IsPublishedIn", "EISSN", "2618-1215"),
        ("IsPublishedIn", "DOI", "10.5555/irilj"),
        ("IsPublishedIn", "URL", "https://journal.example.org"),
    ]


def test_an_issue_with_a_title_is_an_item() -> None:
    (item,) = items(in_issue(title={"ru": "Вода", "en": "Water"}, doi="10.5555/irilj.2"))
    assert (item["relatedItemType"], item["relationType"]) == ("Collection", "IsPartOf")
    assert item["relatedItemIdentifier"]["relatedItemIdentifier"] == "10.5555/irilj.2"
    assert [title["title"] for title in item["titles"]] == ["Вода", "Water"]


def test_a_whole_number_is_lost_beside_another() -> None:
    assert "issue.whole_number" in lost(in_issue(whole_number="106"))
    (journal,) = made(in_issue(number=None, whole_number="106"))["relatedItems"]
    assert journal["issue"] == "106"


def test_without_a_title_the_journal_is_no_item() -> None:
    one = article(issue={"volume": "12", "year": "2024"}, pages={"first": "5"})
    assert "relatedItems" not in made(one)
    assert {"issue.volume", "issue.year", "pages.first"} <= set(lost(one))


def test_version_4_3_says_the_place_in_words() -> None:
    issue = {**PLAIN["issue"], "volume": "12"}
    one = article(issue=issue, pages={"first": "19", "last": "31"})
    content = made(one, "4.3")
    assert content["descriptions"] == (
        {
            "description": "Herald, 12(2), 19-31",
            "descriptionType": "SeriesInformation",
            "lang": "en",
        },
    )
    assert "relatedItems" not in content
    assert ("IsPartOf", "ISSN", "1563-0285") in identifiers(one, "4.3")
    assert "issue.journal.title.kk" in lost(one, "4.3")


# Related works


@pytest.mark.parametrize(
    ("type_", "relation", "is_whole"),
    [
        ("has-preprint", "IsNewVersionOf", True),
        ("review-of", "Reviews", True),
        ("supplement-to", "IsSupplementTo", True),
        ("translation-of", "IsVariantFormOf", False),
        ("has-translation", "IsOriginalFormOf", False),
        ("retraction-of", "References", False),
    ],
)
def test_relations(type_: str, relation: str, is_whole: bool) -> None:
    one = article(relations=[{"type": type_, "doi": "10.5555/other"}])
    assert identifiers(one)[-1] == (relation, "DOI", "10.5555/other")
    assert ("relations[0].type" not in lost(one)) == is_whole


def test_a_related_work_with_a_title_is_an_item() -> None:
    relation = {"type": "has-translation", "title": {"en": "Translation"}}
    (item,) = items(article(relations=[relation]))
    assert item == {
        "relatedItemType": "Text",
        "relationType": "IsOriginalFormOf",
        "titles": ({"title": "Translation", "lang": "en"},),
    }
    assert "relations[0].title.en" in lost(
        article(relations=[{**relation, "doi": "10.5555/other"}]), "4.3"
    )


def test_an_unknown_relation_is_lost() -> None:
    assert "relations[0]" in lost(article(relations=[{"type": "twin", "doi": "10.5555/other"}]))


# Cited works


def test_a_cited_work_is_known_by_its_doi_else_by_its_address() -> None:
    references = [
        {"doi": "10.5555/cited", "url": "https://example.org/cited", "type": "journal"},
        {"url": "https://example.org/other"},
        {"text": {"en": "A book."}},
    ]
    one = article(references=references)
    assert identifiers(one)[-2:] == [
        ("Cites", "DOI", "10.5555/cited"),
        ("Cites", "URL", "https://example.org/other"),
    ]
    assert made(one)["relatedIdentifiers"][-2]["resourceTypeGeneral"] == "JournalArticle"
    assert "resourceTypeGeneral" not in made(one, "4.3")["relatedIdentifiers"][-2]
    assert {"references[0].url", "references[2]"} <= set(lost(one))


def test_a_work_that_is_taken_apart_is_an_item() -> None:
    (item,) = items(article(references=[CITED]))
    assert item == {
        "relatedItemIdentifier": {
            "relatedItemIdentifier": "978-5-9535-0537-6",
            "relatedItemIdentifierType": "ISBN",
        },
        "relatedItemType": "Book",
        "relationType": "Cites",
        "creators": (
            {
                "name": "Бурдьё, П.",
                "nameType": "Personal",
                "givenName": "П.",
                "familyName": "Бурдьё",
            },
            {"name": "Socio-Logos", "nameType": "Organizational"},
        ),
        "titles": ({"title": "Социология политики"},),
        "publicationYear": "1993",
        "publisher": "Socio-Logos",
    }
    assert {"references[0].text.ru", "references[0].work.place"} <= set(
        lost(article(references=[CITED]))
    )


def test_version_4_3_has_no_items_of_cited_works() -> None:
    assert "references[0]" in lost(article(references=[CITED]), "4.3")
    with_doi = article(references=[{**CITED, "doi": "10.5555/cited"}])
    assert "references[0].work" in lost(with_doi, "4.3")
