"""What becomes of each part of the article: people, texts, dates, rights, money."""

from __future__ import annotations

from typing import Any

import pytest
from described import PLAIN, article, in_issue, in_journal, lost, made

AUTHOR = PLAIN["contributors"][0]


def with_author(**fields: Any) -> Any:
    return article(contributors=[{**AUTHOR, **fields}])


# What the article is called


@pytest.mark.parametrize("form", ["https://doi.org/10.5555/x", "doi:10.5555/x", "10.5555/x"])
def test_a_doi_is_bare(form: str) -> None:
    assert made(article(doi=form))["doi"] == "10.5555/x"


@pytest.mark.parametrize("form", ["10.5555", "10.5555.1/x", "10.5555/a b"])
def test_what_datacite_registers_not_is_lost(form: str) -> None:
    assert "doi" not in made(article(doi=form))
    assert "10.NNNN/suffix" in lost(article(doi=form))["doi"]


def test_a_landing_page_in_other_letters_is_lost() -> None:
    one = article(url="https://journal.example.org/вода")
    assert "url" not in made(one)
    assert "ASCII" in lost(one)["url"]


def test_names_and_addresses_are_further_identifiers() -> None:
    links = [{"url": "https://journal.example.org/02.pdf", "content_type": "application/pdf"}]
    one = article(identifiers={"edn": "QWERTY"}, links=links)
    assert made(one)["alternateIdentifiers"] == (
        {"alternateIdentifier": "QWERTY", "alternateIdentifierType": "edn"},
        {"alternateIdentifier": links[0]["url"], "alternateIdentifierType": "URL"},
    )
    assert made(one)["formats"] == ("application/pdf",)


def test_version_4_3_has_one_list_of_identifiers() -> None:
    assert made(article(identifiers={"edn": "QWERTY"}), "4.3")["identifiers"] == (
        {"identifier": PLAIN["doi"], "identifierType": "DOI"},
        {"identifier": PLAIN["url"], "identifierType": "URL"},
        {"identifier": "QWERTY", "identifierType": "edn"},
    )


# What it is


@pytest.mark.parametrize(
    ("type_", "version", "expected"),
    [
        ("review-article", "4.5", ("JournalArticle", "Review article")),
        ("data-paper", "4.5", ("DataPaper", "Data paper")),
        (None, "4.5", ("JournalArticle", None)),
        ("review-article", "4.3", ("Text", "Review article")),
        ("data-paper", "4.3", ("DataPaper", "Data paper")),
        (None, "4.3", ("Text", "Journal article")),
    ],
)
def test_types(type_: str | None, version: str, expected: tuple[str, str | None]) -> None:
    types = made(article(type=type_), version)["types"]
    assert (types["resourceTypeGeneral"], types.get("resourceType")) == expected


def test_the_language_may_be_the_journals() -> None:
    journal = {**PLAIN["issue"]["journal"], "language": "kk"}
    one = article(language=None, issue={**PLAIN["issue"], "journal": journal})
    assert made(one)["language"] == "kk"


# People


def test_a_person_is_named_in_one_language() -> None:
    (creator,) = made(article())["creators"]
    assert creator == {
        "name": "Бурнашев, Рустам Ренатович",
        "nameType": "Personal",
        "givenName": "Рустам Ренатович",
        "familyName": "Бурнашев",
        "lang": "ru",
        "affiliation": ({"name": "Казахстанско-Немецкий Университет, Казахстан"},),
    }
    assert "contributors[0].name.en" in lost(article())


def test_the_option_chooses_the_language() -> None:
    content = made(article(), language="en")
    assert content["creators"][0]["name"] == "Burnashev, Rustam"
    assert content["creators"][0]["affiliation"] == ({"name": "DKU, Kazakhstan"},)
    assert content["publisher"] == {"name": "Kazakh University", "lang": "en"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "Mononym"}, "Mononym"),
        ({"given": "Рустам"}, "Рустам"),
        ({"family": "Burnashev", "given": "R.", "suffix": "Jr."}, "Burnashev, R., Jr."),
    ],
)
def test_names_in_part(name: dict[str, str], expected: str) -> None:
    (creator,) = made(with_author(name={"en": name}))["creators"]
    assert creator["name"] == expected


def test_a_group_is_an_organisation() -> None:
    (creator,) = made(article(contributors=[{"group": {"ru": "Редколлегия"}}]))["creators"]
    assert creator == {"name": "Редколлегия", "nameType": "Organizational", "lang": "ru"}


def test_an_orcid_id_is_a_name_identifier() -> None:
    (creator,) = made(with_author(orcid="0000-0002-1825-0097"))["creators"]
    assert creator["nameIdentifiers"] == (
        {
            "nameIdentifier": "https://orcid.org/0000-0002-1825-0097",
            "nameIdentifierScheme": "ORCID",
            "schemeUri": "https://orcid.org",
        },
    )


def test_a_ror_id_goes_with_its_affiliation() -> None:
    place = {**PLAIN["affiliations"][0], "ror": "https://ror.org/03q0vrn42"}
    (creator,) = made(article(affiliations=[place]))["creators"]
    assert creator["affiliation"][0]["affiliationIdentifier"] == "https://ror.org/03q0vrn42"
    assert creator["affiliation"][0]["affiliationIdentifierScheme"] == "ROR"


@pytest.mark.parametrize(
    ("kind", "expected"), [("editor", "Editor"), ("translator", "Other"), ("reviewer", "Other")]
)
def test_others_than_authors_are_contributors(kind: str, expected: str) -> None:
    one = article(contributors=[AUTHOR, {**AUTHOR, "kind": kind}])
    (contributor,) = made(one)["contributors"]
    assert contributor["contributorType"] == expected
    assert ("contributors[1].kind" in lost(one)) == (expected == "Other")


def test_a_corresponding_author_is_the_person_to_write_to() -> None:
    content = made(with_author(corresponding=True, email="one@example.org"))
    (contact,) = content["contributors"]
    assert contact == {**content["creators"][0], "contributorType": "ContactPerson"}
    assert "contributors[0].email" in lost(with_author(email="one@example.org"))


def test_one_without_a_name_is_lost() -> None:
    one = article(contributors=[AUTHOR, {"orcid": "0000-0002-1825-0097"}])
    assert len(made(one)["creators"]) == 1
    assert "contributors[1]" in lost(one)


def test_the_holder_of_the_copyright_is_a_contributor() -> None:
    one = article(copyright={"holder": {"ru": "Авторы", "en": "The authors"}, "year": "2024"})
    content = made(one)
    assert content["contributors"] == (
        {"name": "Авторы", "lang": "ru", "contributorType": "RightsHolder"},
    )
    assert {"date": "2024", "dateType": "Copyrighted"} in content["dates"]


# Texts


def test_titles_are_in_every_language_the_articles_own_first() -> None:
    one = article(subtitle={"en": "A review"})
    assert made(one)["titles"] == (
        {"title": "О воде", "lang": "ru"},
        {"title": "Су туралы", "titleType": "TranslatedTitle", "lang": "kk"},
        {"title": "On water", "titleType": "TranslatedTitle", "lang": "en"},
        {"title": "A review", "titleType": "Subtitle", "lang": "en"},
    )


def test_markup_is_lost_and_its_characters_stay() -> None:
    one = article(title={"ru": "О H<sub>2</sub>O"}, keywords={"ru": ["<i>Stipa</i>"]})
    assert made(one)["titles"][0]["title"] == "О H2O"
    assert {"title.ru", "keywords.ru[0]"} <= set(lost(one))


def test_abstracts_are_in_every_language() -> None:
    titled = [
        {"title": "Цель", "text": "Первый."},
        {"title": "Вывод", "text": "Второй.\n\nТретий."},
    ]
    assert made(article(abstract={"ru": titled, "en": "One."}))["descriptions"] == (
        {
            "description": "Цель\nПервый.\nВывод\nВторой.\nТретий.",
            "descriptionType": "Abstract",
            "lang": "ru",
        },
        {"description": "One.", "descriptionType": "Abstract", "lang": "en"},
    )


def test_other_abstracts_are_not_told_apart_but_for_contents() -> None:
    others = [{"type": "teaser", "text": {"en": "a"}}, {"type": "toc", "text": {"en": "b"}}]
    one = article(other_abstracts=others)
    kinds = [one["descriptionType"] for one in made(one)["descriptions"]]
    assert kinds == ["Other", "TableOfContents"]
    assert [field for field in lost(one) if "other_abstracts" in field] == [
        "other_abstracts[0].type"
    ]


def test_keywords_and_codes_are_subjects() -> None:
    codes = [
        {"scheme": "МРНТИ", "code": "11.25.15", "heading": {"ru": "Рубрика", "en": "Heading"}},
        {"scheme": "UDC", "code": "327"},
    ]
    one = article(keywords={"ru": ["вода"], "en": ["water"]}, subject_codes=codes)
    srsti = {"subjectScheme": "SRSTI", "classificationCode": "11.25.15"}
    assert made(one)["subjects"] == (
        {"subject": "вода", "lang": "ru"},
        {"subject": "water", "lang": "en"},
        {"subject": "Рубрика", **srsti, "lang": "ru"},
        {"subject": "Heading", **srsti, "lang": "en"},
        {"subject": "327", "subjectScheme": "UDC", "classificationCode": "327"},
    )
    assert [one["subject"] for one in made(one, "4.3")["subjects"]][2:] == [
        "11.25.15",
        "Рубрика",
        "Heading",
        "327",
    ]


# Dates


def test_dates_are_as_precise_as_written() -> None:
    dates = {
        "received": "2024-02",
        "revised": ["2024-03-18"],
        "accepted": "2024-05-30",
        "published": {"print": "2024-06", "online": "2023-12-01"},
    }
    content = made(article(dates=dates))
    assert content["publicationYear"] == "2023"
    assert content["dates"] == (
        {"date": "2024-02", "dateType": "Submitted"},
        {
            "date": "2024-03-18",
            "dateType": "Other",
            "dateInformation": "revised manuscript received",
        },
        {"date": "2024-05-30", "dateType": "Accepted"},
        {"date": "2024-06", "dateType": "Issued", "dateInformation": "print"},
        {"date": "2023-12-01", "dateType": "Available", "dateInformation": "online"},
    )


def test_online_alone_is_issued_too() -> None:
    dates = made(article(dates={"published": {"online": "2024-06-15"}}))["dates"]
    assert [one["dateType"] for one in dates] == ["Issued", "Available"]


def test_a_date_that_does_not_exist_is_lost() -> None:
    one = article(dates={"received": "2024-02-30"})
    assert "valid date" in lost(one)["dates.received"]


def test_the_issues_dates_are_lost_where_the_article_has_its_own() -> None:
    issue = {**PLAIN["issue"], "published": {"print": "2024-06-28"}}
    one = article(dates={"published": {"online": "2024-06-15"}}, issue=issue)
    assert "issue.published.print" in lost(one)
    assert "issue.published.print" not in lost(article(issue=issue))


# Rights and money


@pytest.mark.parametrize(
    ("url", "identifier"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/3.0", "CC-BY-NC-ND-3.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.kk", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/licenses/by/3.0/de/", None),
        ("https://creativecommons.org/licenses/by/5.0/", None),
        ("https://journal.example.org/license", None),
    ],
)
def test_licenses_of_creative_commons_have_a_name(url: str, identifier: str | None) -> None:
    (rights,) = made(article(licenses=[{"url": url}]))["rightsList"]
    assert rights["rightsUri"] == url
    assert rights.get("rightsIdentifier") == identifier
    assert ("rights" in rights) == (identifier is not None)


def test_the_copyright_notice_is_among_the_rights() -> None:
    one = article(copyright={"statement": {"ru": "© Авторы", "en": "© The authors"}})
    assert made(one)["rightsList"] == (
        {"rights": "© Авторы", "lang": "ru"},
        {"rights": "© The authors", "lang": "en"},
    )


@pytest.mark.parametrize(
    ("written", "identifier", "kind"),
    [
        ("https://ror.org/05k56jn26", "https://ror.org/05k56jn26", "ROR"),
        ("10.13039/501100001711", "https://doi.org/10.13039/501100001711", "Crossref Funder ID"),
        ("https://fund.example.org", "https://fund.example.org", "Other"),
    ],
)
def test_a_funder_has_an_identifier_with_its_type(written: str, identifier: str, kind: str) -> None:
    one = article(funding=[{"funder": {"en": "Sample Fund"}, "funder_id": written}])
    assert made(one)["fundingReferences"] == (
        {
            "funderName": "Sample Fund",
            "funderIdentifier": identifier,
            "funderIdentifierType": kind,
        },
    )


def test_awards_stay_with_their_funder() -> None:
    first = {
        "funder": {"ru": "Фонд", "en": "Fund"},
        "awards": [
            {"number": "AP1", "doi": "10.5555/a<b>", "title": {"ru": "Проект", "en": "Project"}},
            {"number": "AP2"},
        ],
    }
    one = article(funding=[first, {"awards": [{"number": "BR1"}]}])
    assert made(one)["fundingReferences"] == (
        {
            "funderName": "Фонд",
            "awardNumber": "AP1",
            "awardUri": "https://doi.org/10.5555/a%3Cb%3E",
            "awardTitle": "Проект",
        },
        {"funderName": "Фонд", "awardNumber": "AP2"},
    )
    assert {"funding[1]", "funding[0].funder.en", "funding[0].awards[0].title.en"} <= set(lost(one))


def test_counts_are_sizes() -> None:
    assert made(article(counts={"pages": 10, "tables": 1}))["sizes"] == ("10 pages", "1 table")


# Publisher


def test_the_publisher_is_an_object_and_was_a_text() -> None:
    assert made(article())["publisher"] == {"name": "Kazakh University", "lang": "en"}
    assert made(article(), "4.3")["publisher"] == "Kazakh University"
    assert "issue.journal.publisher.name.kk" in lost(article())


def test_what_has_no_place_is_lost() -> None:
    one = in_journal(archives=["CLOCKSS"], identifiers={"nlm-ta": "Herald"})
    assert {"issue.journal.archives", "issue.journal.identifiers"} <= set(lost(one))
    assert "issue.sections" in lost(in_issue(sections=[{"id": "s", "title": {"en": "One"}}]))
