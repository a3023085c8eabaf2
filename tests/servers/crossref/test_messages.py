"""What is said of each DOI, in the forms of Crossref's messages."""

from __future__ import annotations

import pytest

from tests.servers.crossref import CrossrefServer, Record, TitleRecord
from tests.servers.crossref.client import Client
from tests.servers.deposits import ISSN, TITLE, article, deposit

GOOD_ORCID = "0000-0002-1825-0097"
DOI = "10.5555/a"


def test_a_doi_is_added_and_later_updated(crossref_server: CrossrefServer, client: Client) -> None:
    first = deposit(article(DOI), journal_doi="10.5555/J")
    later = deposit(article(DOI), journal_doi="10.5555/J", timestamp="20240601120000001")
    assert {one.msg for one in client.result(first)} == {"Successfully added"}
    assert client.result(later) == [
        Record("Success", "10.5555/J", "Successfully updated in handle"),
        Record("Success", DOI, "Successfully updated"),
    ]
    assert crossref_server.times_registered() == {"10.5555/j": 2, DOI: 2}


def test_references_are_matched_later(client: Client) -> None:
    citation = (
        '<citation_list><citation key="1"><unstructured_citation>A book</unstructured_citation>'
        "</citation></citation_list>"
    )
    assert client.result(deposit(article(DOI, citation=citation)))[0].has_citations


def test_the_same_content_is_added_with_a_conflict(
    crossref_server: CrossrefServer, client: Client
) -> None:
    client.result(deposit(article(DOI, title="Review")))
    found = client.result(deposit(article("10.5555/b", title="Review")))
    assert found == [
        Record("Warning", "10.5555/b", "Added with conflict", conflicts=(DOI,)),
    ]
    assert crossref_server.times_registered() == {DOI: 1, "10.5555/b": 1}


@pytest.mark.parametrize("later", ["20240601120000000", "20240531120000000"])
def test_a_timestamp_must_grow(crossref_server: CrossrefServer, client: Client, later: str) -> None:
    client.result(deposit(article(DOI)))
    found = client.result(deposit(article("10.5555/A"), timestamp=later))
    msg = (
        f"Record not processed because submitted version: {later} is less or equal to "
        "previously submitted version 20240601120000000 (DOI match)"
    )
    assert found == [Record("Failure", "10.5555/A", msg, "4")]
    assert crossref_server.times_registered() == {DOI: 1}


def test_an_article_may_have_its_own_timestamp(client: Client) -> None:
    client.result(deposit(article(DOI)))
    found = client.result(deposit(article(DOI, timestamp="20240601120000001")))
    assert [one.status for one in found] == ["Success"]


def test_the_journal_has_a_timestamp_too(client: Client) -> None:
    client.result(deposit(article(DOI), journal_doi="10.5555/j"))
    found = client.result(deposit(article("10.5555/b"), journal_doi="10.5555/j"))
    assert [(one.status, one.doi) for one in found] == [
        ("Failure", "10.5555/j"),
        ("Success", "10.5555/b"),
    ]


def test_a_prefix_must_be_the_users(client: Client) -> None:
    found = client.result(deposit(article("10.9999/a")))
    msg = "User not allowed to add records for prefix: 10.9999"
    assert found == [Record("Failure", "10.9999/a", msg)]


def test_a_doi_of_another_owner_is_refused(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.register(DOI, {"timestamp": "20200101000000000"}, owner="10.9999")
    found = client.result(deposit(article(DOI)))
    msg = f'user not allowed to add or update records for the title "{TITLE}"'
    assert found == [Record("Failure", DOI, msg)]


def test_another_title_for_an_issn_is_refused(
    crossref_server: CrossrefServer, client: Client
) -> None:
    crossref_server.titles = [TitleRecord("Herald of Examples", {ISSN: "electronic"})]
    msg = (
        'ISSN "2434561X" has already been assigned, '
        "issn (2434561X) is assigned to another title (Herald of Examples)"
    )
    words = "all doi's under the current journal element"
    assert client.result(deposit(article(DOI))) == [Record("Failure", words, msg, "22")]
    assert crossref_server.registered == {}


def test_an_issn_of_another_owner_is_refused(
    crossref_server: CrossrefServer, client: Client
) -> None:
    crossref_server.titles = [TitleRecord(TITLE, {ISSN: "electronic"}, prefix="10.9999")]
    (found,) = client.result(deposit(article(DOI)))
    assert found.msg == (
        f'ISSN "2434561X" has already been assigned, title/issn: {TITLE}/2434561X '
        "is owned by publisher: 10.9999"
    )


def test_a_wrong_issn_is_refused(client: Client) -> None:
    found = client.result(deposit(article(DOI), issns=["2434-5611"]))
    assert found == [Record("Failure", "", 'ISSN "24345611" is invalid')]


def test_neither_issn_nor_doi_of_the_journal_is_refused(client: Client) -> None:
    msg = (
        f"Deposit contains title error: title: {TITLE} "
        "must deposit with an ISSN and/or journal title DOI"
    )
    assert client.result(deposit(article(DOI), issns=[])) == [Record("Failure", "", msg, "28")]
    with_doi = deposit(article(DOI), issns=[], journal_doi="10.5555/j")
    assert {one.status for one in client.result(with_doi)} == {"Success"}


def test_a_missing_title_refuses_the_whole_file(
    crossref_server: CrossrefServer, client: Client
) -> None:
    msg = "Deposit contains title error(s): Title name value is missing from the title element"
    found = client.result(deposit(article(DOI), article("10.5555/b", title=" ")))
    assert found == [Record("Failure", "none", msg, "56")]
    assert crossref_server.registered == {}


def test_orcids_are_quoted_without_a_doi(crossref_server: CrossrefServer, client: Client) -> None:
    wrong = article("10.5555/b", orcids=["0000-0002-1825-0098"])
    twice = article("10.5555/c", orcids=[GOOD_ORCID, GOOD_ORCID])
    found = client.result(deposit(article(DOI, orcids=[GOOD_ORCID]), wrong, twice))
    start = "Error in Journal Article (Author ORCID): ORCID"
    assert [(one.doi, one.msg) for one in found] == [
        (DOI, "Successfully added"),
        (
            "DOI not found",
            f'{start} "https://orcid.org/0000-0002-1825-0098" has invalid checksum',
        ),
        ("DOI not found", f'{start} URL "{GOOD_ORCID}" has duplicates in contributor list'),
    ]
    assert crossref_server.times_registered() == {DOI: 1}


@pytest.mark.parametrize(
    "content",
    [
        b"<doi_batch>",
        b"\xef",
        b"<doi_batch xmlns='http://www.crossref.org/schema/1.0.0'/>",
        deposit("<journal_article/>"),
        deposit(article(DOI))[:-400],
    ],
)
def test_a_file_that_is_not_valid_is_refused_as_a_whole(client: Client, content: bytes) -> None:
    (found,) = client.result(content)
    assert (found.status, found.doi) == ("Failure", "")
    assert "MalformedXmlException" in found.msg


def test_a_test_can_say_what_is_said_of_a_doi(
    crossref_server: CrossrefServer, client: Client
) -> None:
    refusal = Record("Failure", DOI, "Unable to add new DOI: Error(403): AUTHENTICATION FAILED")
    crossref_server.verdicts[DOI] = refusal
    assert client.result(deposit(article(DOI), article("10.5555/b")))[0] == refusal
    assert crossref_server.times_registered() == {"10.5555/b": 1}
