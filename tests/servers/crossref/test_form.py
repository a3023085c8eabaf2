"""The form of a deposit: what is a success, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from http.client import HTTPConnection

import httpx
import pytest

from tests.servers.crossref import CrossrefServer
from tests.servers.crossref.client import USER, Client, state
from tests.servers.crossref.server import LIMIT
from tests.servers.deposits import article, deposit

DOI = "10.5555/a"


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


def test_credentials_can_be_tried(crossref_server: CrossrefServer, http: httpx.Client) -> None:
    url = f"{crossref_server.url}/servlet/login"
    good = http.post(url, data={"usr": USER[0], "pwd": USER[1]})
    bad = http.post(url, data={"usr": USER[0], "pwd": "wrong"})
    assert (good.json()["success"], good.json()["roles"]) == (True, ["abcd"])
    assert (bad.status_code, bad.json()["success"]) == (401, False)
