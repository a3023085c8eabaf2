"""Crossref's servers answer a client as protocols and public logs describe it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http.client import HTTPConnection

import httpx
import pytest
from lxml import etree

from tests.servers.crossref import CrossrefServer, Record, TitleRecord, User
from tests.servers.crossref.server import LIMIT
from tests.servers.deposits import ISSN, TITLE, article, deposit

USER = ("abcd", "password-of-abcd")
GOOD_ORCID = "0000-0002-1825-0097"
DOI = "10.5555/a"


@dataclass
class Client:
    """Sends what a client in production sends."""

    url: str
    http: httpx.Client
    user: tuple[str, str] = USER

    def send(self, content: bytes, name: str = "a.xml", part: str = "fname") -> httpx.Response:
        fields = {
            "operation": "doMDUpload",
            "login_id": self.user[0],
            "login_passwd": self.user[1],
        }
        files = {part: (name, content, "application/xml")}
        return self.http.post(f"{self.url}/servlet/deposit", data=fields, files=files)

    def send_now(self, content: bytes) -> httpx.Response:
        fields = {"operation": "doMDUpload", "usr": self.user[0], "pwd": self.user[1]}
        files = {"mdFile": ("a.xml", content, "application/xml")}
        return self.http.post(f"{self.url}/v2/deposits", data=fields, files=files)

    def poll(self, **fields: str) -> httpx.Response:
        sent = {"usr": self.user[0], "pwd": self.user[1], "type": "result", **fields}
        return self.http.post(f"{self.url}/servlet/submissionDownload", data=sent)

    def result(self, content: bytes) -> list[Record]:
        """What is said of a file that is processed at once."""
        return records(self.send_now(content))


@pytest.fixture
def client(crossref_server: CrossrefServer, http: httpx.Client) -> Client:
    return Client(crossref_server.url, http)


def records(response: httpx.Response) -> list[Record]:
    """The records of a diagnostic."""
    root = etree.fromstring(response.content)
    return [
        Record(
            one.get("status"),  # type: ignore[arg-type]
            one.findtext("doi") or "",
            one.findtext("msg") or "",
            one.get("msg_id") or "",
            tuple(doi.text or "" for doi in one.iterfind("dois_in_conflict/doi")),
            one.find("citations_diagnostic") is not None,
        )
        for one in root.iterfind("record_diagnostic")
    ]


def state(response: httpx.Response) -> str | None:
    return etree.fromstring(response.content).get("status")


# The form


@pytest.mark.parametrize("part", ["fname", "mdFile"])
def test_a_file_is_accepted_in_either_part(client: Client, part: str) -> None:
    answer = client.send(deposit(article(DOI)), part=part)
    assert (answer.status_code, "<h2>SUCCESS</h2>" in answer.text) == (200, True)
    assert "Your batch submission was successfully received." in answer.text


def test_a_form_may_be_in_any_order_and_have_its_fields_in_the_address(
    crossref_server: CrossrefServer,
) -> None:
    body = (
        b'--B\r\ncontent-disposition: form-data; filename="1.xml"; name=fname\r\n\r\n'
        + deposit(article(DOI))
        + b'\r\n--B\r\nContent-Disposition: form-data; name="login_passwd"\r\n\r\n'
        + USER[1].encode()
        + b"\r\n--B--\r\n"
    )
    connection = HTTPConnection(crossref_server.url.removeprefix("http://"), timeout=30)
    connection.request(
        "POST",
        "/servlet/deposit?operation=doMDUpload&login_id=abcd",
        body,
        {"content-type": "multipart/form-data; boundary=B"},
    )
    assert b"SUCCESS" in connection.getresponse().read()
    connection.close()
    (submission,) = crossref_server.submissions
    assert (submission.file_name, submission.content) == ("1.xml", deposit(article(DOI)))
    assert crossref_server.received[0].credentials == USER


@pytest.mark.parametrize("name", ["2024-1.xml", "issue 1.xml", "выпуск-1.xml"])
def test_the_name_of_a_file_arrives_as_it_was_sent(
    crossref_server: CrossrefServer, client: Client, name: str
) -> None:
    client.send(deposit(article(DOI)), name)
    assert crossref_server.submissions[0].file_name == name
    assert state(client.poll(file_name=name)) == "queued"


def test_a_large_file_arrives_whole(crossref_server: CrossrefServer, client: Client) -> None:
    content = deposit(article(DOI)) + b" " * 9_000_000
    client.send(content)
    assert crossref_server.submissions[0].content == content
    assert "SUCCESS" not in client.send(content + b" " * 1_000_000).text


def test_a_role_of_a_person_is_a_user(client: Client) -> None:
    person = replace(client, user=("editor@example.org/abcd", "password-of-editor"))
    assert "SUCCESS" in person.send(deposit(article(DOI))).text


@pytest.mark.parametrize("user", [("abcd", "wrong"), ("ABCD", USER[1]), ("", "")])
def test_a_wrong_password_gets_the_login_page_with_200(
    crossref_server: CrossrefServer, client: Client, user: tuple[str, str]
) -> None:
    answer = replace(client, user=user).send(deposit(article(DOI)))
    assert (answer.status_code, "SUCCESS" in answer.text) == (200, False)
    assert "log in" in answer.text
    assert crossref_server.submissions == []
    assert crossref_server.received[0].credentials == user


def test_broken_xml_is_accepted_all_the_same(client: Client) -> None:
    assert "SUCCESS" in client.send(b"<doi_batch>").text


@pytest.mark.parametrize("fields", [{}, {"operation": "doQueryUpload"}])
def test_another_form_is_not_a_success(
    crossref_server: CrossrefServer, http: httpx.Client, fields: dict[str, str]
) -> None:
    login = {"login_id": USER[0], "login_passwd": USER[1]}
    answer = http.post(
        f"{crossref_server.url}/servlet/deposit",
        data=fields | login,
        files={"fname": ("a.xml", deposit(article(DOI)))},
    )
    assert (answer.status_code, "SUCCESS" in answer.text) == (200, False)
    assert crossref_server.submissions == []


def test_ten_thousand_pending_submissions_are_too_many(
    crossref_server: CrossrefServer, client: Client
) -> None:
    crossref_server.pending = LIMIT - 1
    assert client.send(deposit(article(DOI)), "1.xml").status_code == 200
    assert client.send(deposit(article(DOI)), "2.xml").status_code == 429
    crossref_server.settle()
    assert client.send(deposit(article(DOI)), "3.xml").status_code == 200


# Credentials


def test_credentials_can_be_tried(crossref_server: CrossrefServer, http: httpx.Client) -> None:
    url = f"{crossref_server.url}/servlet/login"
    good = http.post(url, data={"usr": USER[0], "pwd": USER[1]})
    bad = http.post(url, data={"usr": USER[0], "pwd": "wrong"})
    assert (good.json()["success"], good.json()["roles"]) == (True, ["abcd"])
    assert (bad.status_code, bad.json()["success"]) == (401, False)


# The queue


def test_a_submission_goes_through_the_queue(
    crossref_server: CrossrefServer, client: Client
) -> None:
    crossref_server.queue = ("unknown_submission", "queued", "in_process")
    client.send(deposit(article(DOI)), "1.xml")
    answers = [client.poll(file_name="1.xml") for _ in range(5)]
    heard = [state(answer) for answer in answers]
    assert heard == ["unknown_submission", "queued", "in_process", "completed", "completed"]
    assert answers[3].content == answers[4].content
    root = etree.fromstring(answers[3].content)
    assert root.findtext("batch_id") == "2024-1-20240601120000000"
    counts = [root.findtext(f"batch_data/{name}_count") for name in ("record", "success")]
    assert counts == ["1", "1"]
    assert crossref_server.times_registered() == {DOI: 1}


def test_an_unknown_name_is_an_unknown_submission(client: Client) -> None:
    answer = client.poll(file_name="never-sent.xml")
    assert etree.fromstring(answer.content).findtext("submission_id") == "0"
    assert state(answer) == "unknown_submission"


def test_only_the_first_file_of_a_name_is_found(client: Client) -> None:
    client.send(deposit(article("10.5555/old")), "1.xml")
    client.send(deposit(article("10.5555/new")), "1.xml")
    answers = [client.poll(file_name="1.xml") for _ in range(3)]
    assert [one.doi for one in records(answers[-1])] == ["10.5555/old"]


def test_a_batch_id_is_known_only_after_processing(client: Client) -> None:
    client.send(deposit(article(DOI)), "1.xml")
    batch_id = "2024-1-20240601120000000"
    assert state(client.poll(doi_batch_id=batch_id)) == "unknown_submission"
    for _ in range(3):
        client.poll(file_name="1.xml")
    assert state(client.poll(doi_batch_id=batch_id)) == "completed"


def test_another_user_does_not_find_it(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.users["efgh"] = User("password-of-efgh")
    client.send(deposit(article(DOI)), "1.xml")
    other = replace(client, user=("efgh", "password-of-efgh"))
    assert state(other.poll(file_name="1.xml")) == "unknown_submission"


def test_what_was_sent_can_be_asked_for(client: Client) -> None:
    content = deposit(article(DOI))
    client.send(content, "1.xml")
    assert client.poll(file_name="1.xml", type="contents").content == content


# The synchronous route


def test_the_synchronous_route_answers_at_once(client: Client) -> None:
    good, again = client.send_now(deposit(article(DOI))), client.send_now(deposit(article(DOI)))
    assert (good.status_code, again.status_code) == (200, 403)
    assert (state(good), state(again)) == ("completed", "completed")


def test_one_refused_article_does_not_make_the_batch_refused(client: Client) -> None:
    answer = client.send_now(deposit(article(DOI), article("10.9999/b")))
    assert answer.status_code == 200
    assert [one.status for one in records(answer)] == ["Success", "Failure"]


def test_the_synchronous_route_knows_a_wrong_password(client: Client) -> None:
    assert (
        replace(client, user=("abcd", "wrong")).send_now(deposit(article(DOI))).status_code == 401
    )


# Messages


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


# The open API


def test_the_open_api_shows_a_journal(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.titles = [
        TitleRecord("Herald", {"1563-0285": "print", "2618-1215": "electronic"})
    ]
    answer = client.http.get(f"{crossref_server.url}/journals/2618-1215").json()
    assert answer["message"] == {
        "title": "Herald",
        "ISSN": ["1563-0285", "2618-1215"],
        "issn-type": [
            {"value": "1563-0285", "type": "print"},
            {"value": "2618-1215", "type": "electronic"},
        ],
    }
    assert client.http.get(f"{crossref_server.url}/journals/{ISSN}").status_code == 404


def test_the_open_api_shows_a_work(crossref_server: CrossrefServer, client: Client) -> None:
    client.result(deposit(article("10.5555/A(1)")))
    for doi in ("10.5555/a(1)", "10.5555%2FA%281%29"):
        message = client.http.get(f"{crossref_server.url}/works/{doi}").json()["message"]
        assert (message["DOI"], message["title"]) == ("10.5555/a(1)", ["About 10.5555/A(1)"])
        assert message["resource"]["primary"]["URL"].startswith("https://journal.example.org/")
        assert (message["ISSN"], message["container-title"]) == ([ISSN], [TITLE])
        assert message["deposited"]["date-time"].endswith("Z")
    assert client.http.get(f"{crossref_server.url}/works/10.5555/a").status_code == 404


def test_the_open_api_shows_what_was_deposited(
    crossref_server: CrossrefServer, client: Client
) -> None:
    content = """<journal_article language="kk">
      <titles><title>H<sub>2</sub>O &amp; x</title></titles>
      <contributors>
        <person_name sequence="first" contributor_role="author">
          <given_name>А</given_name><surname>Ә</surname>
          <affiliations><institution><institution_name>Lab</institution_name></institution>
          </affiliations><ORCID>https://orcid.org/0000-0002-1825-0097</ORCID>
        </person_name>
        <organization sequence="additional" contributor_role="author">Топ</organization>
      </contributors>
      <jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"><jats:p>А</jats:p>
      </jats:abstract>
      <publication_date media_type="print"><month>03</month><year>2024</year></publication_date>
      <pages><first_page>5</first_page><last_page>17</last_page></pages>
      <crossmark>
        <crossmark_policy>10.5555/policy</crossmark_policy>
        <updates><update type="correction" date="2024-03-01">10.5555/OLD</update></updates>
      </crossmark>
      <doi_data><doi>10.5555/a</doi><resource>https://journal.example.org/a</resource></doi_data>
    </journal_article>"""
    assert client.result(deposit(content)) == [Record("Success", DOI, "Successfully added")]
    shown = client.http.get(f"{crossref_server.url}/works/{DOI}").json()["message"]
    assert (shown["title"], shown["language"]) == (["H<sub>2</sub>O &amp; x"], "kk")
    assert (shown["page"], shown["issue"]) == ("5-17", "1")
    assert shown["update-to"] == [{"DOI": "10.5555/old", "type": "correction"}]
    assert shown["abstract"] == "<jats:p>А</jats:p>"
    assert shown["published-print"] == shown["published"] == {"date-parts": [[2024, 3]]}
    assert shown["author"] == [
        {
            "given": "А",
            "family": "Ә",
            "ORCID": "https://orcid.org/0000-0002-1825-0097",
            "sequence": "first",
            "affiliation": [{"name": "Lab"}],
        },
        {"name": "Топ", "sequence": "additional", "affiliation": []},
    ]
    assert "timestamp" not in shown


def test_a_test_can_put_any_record_there(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.register("10.5555/B", {"DOI": "10.5555/b", "title": ["Old"]})
    shown = client.http.get(f"{crossref_server.url}/works/10.5555/B").json()["message"]
    assert shown == {"DOI": "10.5555/b", "title": ["Old"]}
