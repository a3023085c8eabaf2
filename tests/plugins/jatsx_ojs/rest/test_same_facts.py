"""The same facts, read from the XML export and from the REST API, give the same articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from jatsx.model import Article, Dates, Issue
from jatsx.readers.reader import Record
from jatsx_ojs.reader import read

from .answers import ISSUE, SUMMARY, answers_3_4, answers_3_5, with_regions
from .serving import records, serve

FACTS = Path(__file__).with_name("facts.xml")
URLS = {
    "su-1": "https://example.org/su/article/view/su-1",
    "71": "https://example.org/su/article/view/71",
}
"""What only the API gives: the URLs of the articles and of the issue, and when one was accepted."""
ACCEPTED = {"su-1": "2024-03-05"}


def from_xml(content: str | None = None, folder: Path | None = None) -> list[Record]:
    path = FACTS
    if content is not None and folder is not None:
        path = folder / "facts.xml"
        path.write_text(content, "utf-8")
    return list(read(path))


def as_rest(article: Article) -> Article:
    """An article of the export with what only the API gives."""
    dates: Dates = article.dates.model_copy(update={"accepted": ACCEPTED.get(article.id)})
    issue: Issue = article.issue.model_copy(update={"url": ISSUE["publishedUrl"]})
    return article.model_copy(update={"url": URLS[article.id], "dates": dates, "issue": issue})


def articles(found: list[Record]) -> dict[str, Article]:
    return {record.article.id: record.article for record in found if record.article}


def test_3_5(httpserver: HTTPServer) -> None:
    found = articles(records(serve(httpserver, answers_3_5(), []), issue_id="12"))
    expected = {id: as_rest(one) for id, one in articles(from_xml()).items()}
    assert found == expected
    assert len(found) == 2
    assert found["su-1"].issue.articles == ("su-1", "71")


def test_3_4(httpserver: HTTPServer, tmp_path: Path) -> None:
    xml = FACTS.read_text("utf-8")
    ror = "<ror>https://ror.org/03q0vrn42</ror>"
    second = '<affiliation><name locale="ru">Институт географии</name></affiliation>'
    before = "Ко»</name></affiliation>\n            "
    assert ror in xml
    assert f"{before}{second}" in xml
    xml = xml.replace(ror, "").replace(f"{before}{second}", before)
    found = articles(records(serve(httpserver, answers_3_4(), []), issue_id="12"))
    assert found == {id: as_rest(one) for id, one in articles(from_xml(xml, tmp_path)).items()}


def test_locales_with_a_region(httpserver: HTTPServer) -> None:
    answers: dict[str, Any] = {path: with_regions(one) for path, one in answers_3_5().items()}
    found = articles(records(serve(httpserver, answers, []), issue_id="12"))
    assert found == {id: as_rest(one) for id, one in articles(from_xml()).items()}


def test_the_same_is_reported(httpserver: HTTPServer) -> None:
    """The API lacks less; the names of the fields that are not read are its own."""
    rest = records(serve(httpserver, answers_3_5(), []), issue_id="12")
    own = {
        "su-1": {"ojs-url-absent", "ojs-accepted-absent"},
        "71": {"ojs-url-absent"},
    }
    by_id = {record.id: record for record in from_xml()}
    for record in rest[1:]:
        assert record.id is not None
        missing = own[record.id]
        exported = [one for one in by_id[record.id].findings if one.code not in missing]
        said = [(one.code, one.field, one.article) for one in record.findings]
        assert sorted(said, key=str) == sorted(
            ((one.code, one.field, one.article) for one in exported), key=str
        )
    assert [one.code for one in rest[0].findings] == ["ojs-journal-absent", "ojs-value-unread"]


def test_places_are_the_address_of_the_resource_and_the_field(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [])
    _, review, record = records(journal, issue_id="12")
    assert record.locate is not None
    api = f"{journal}/api/v1"
    publication = f"{api}/submissions/70/publications/77"
    places = {
        "title.kk": f"{publication}#title.kk",
        "abstract.ru": f"{publication}#abstract.ru",
        "keywords.ru[1]": f"{publication}#keywords.ru[1].name",
        "contributors[0].orcid": f"{publication}#authors[0].orcid",
        "affiliations[0].ror": f"{publication}#authors[0].affiliations[0].ror",
        "references[1].text.und": f"{publication}#citationsRaw[1]",
        "links[0]": f"{publication}#galleys[1].urlRemote",
        "doi": f"{publication}#doiObject.doi",
        "url": f"{api}/issues/12#articles[1].urlPublished",
        "dates.received": f"{api}/issues/12#articles[1]",
        "dates.accepted": f"{api}/submissions/70/decisions#dateDecided",
        "issue.title.ru": f"{api}/issues/12#title.ru",
        "issue.doi": f"{api}/issues/12#doiObject.doi",
        "subject_codes": publication,
    }
    assert {field: str(record.locate(field, "")) for field in places} == places
    coverage = next(one for one in record.findings if "coverage" in one.params.get("name", ""))
    assert str(coverage.place) == f"{publication}#coverage.ru"
    assert review.id == "71"


@pytest.mark.parametrize("options", [{"volume": "5", "number": "2"}, {"year": "2024"}])
def test_the_issue_is_found(httpserver: HTTPServer, options: dict[str, str]) -> None:
    others = [{**SUMMARY, "id": n, "volume": n, "year": 2000 + n} for n in range(1, 5)]
    journal = serve(httpserver, answers_3_5(), [*others, SUMMARY])
    assert len(articles(records(journal, **options))) == 2


def test_the_address_of_an_issue_page_or_of_the_api(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [])
    assert len(articles(records(f"{journal}/issue/view/12"))) == 2
    assert len(articles(records(f"{journal}/api/v1/", issue_id="12"))) == 2


def test_keys_of_people_are_never_shown(httpserver: HTTPServer) -> None:
    found = records(serve(httpserver, answers_3_5(), []), issue_id="12")
    assert "0b5cur3-t0k3n" not in str(found)
