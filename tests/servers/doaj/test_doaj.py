"""DOAJ's server answers a client as DOAJ's source code does."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Final

import httpx
import pytest

from tests.servers.doaj import DoajJournal, DoajServer
from tests.servers.script import CUT_AFTER, on, saying

ISSN: Final = "2434-561X"
DOI: Final = "10.5555/a"


@dataclass
class Client:
    """Sends what a client in production sends."""

    url: str
    http: httpx.Client
    key: str = "key-of-publisher"

    def ask(
        self, method: str, path: str, value: Any = None, *, content: bytes | None = None
    ) -> httpx.Response:
        body = json.dumps(value).encode() if content is None else content
        return self.http.request(
            method,
            f"{self.url}/api/v4/{path}",
            params={"api_key": self.key},
            content=body if method != "GET" else None,
            headers={"Content-Type": "application/json"},
        )

    def result(self, *articles: Any) -> dict[str, Any]:
        """What a bulk upload comes to."""
        upload = self.ask("POST", "bulk/articles", list(articles)).json()["upload_id"]
        for _ in range(10):
            found: dict[str, Any] = self.ask("GET", f"bulk/articles/{upload}").json()
            if found["status"] != "pending":
                return found
        raise AssertionError("the upload is pending still")


@pytest.fixture
def client(doaj_server: DoajServer, http: httpx.Client) -> Client:
    return Client(doaj_server.url, http)


def article(doi: str = DOI, *, issns: tuple[str, ...] = (ISSN,), **bibjson: Any) -> dict[str, Any]:
    kinds = zip(("eissn", "pissn"), issns, strict=False)
    return {
        "bibjson": {
            "title": f"About {doi}",
            "identifier": [
                *({"type": kind, "id": issn} for kind, issn in kinds),
                *([{"type": "doi", "id": doi}] if doi else []),
            ],
            **bibjson,
        }
    }


def link(url: str) -> list[dict[str, str]]:
    return [{"type": "fulltext", "url": url}]


# One article


def test_an_article_is_created(doaj_server: DoajServer, client: Client) -> None:
    answer = client.ask("POST", "articles", article())
    assert answer.status_code == 201
    said = answer.json()
    assert said["status"] == "created"
    assert said["location"] == answer.headers["Location"] == f"/api/v4/articles/{said['id']}"
    assert client.ask("GET", f"articles/{said['id']}").json() == article()
    assert doaj_server.received[0].credentials == ("", "key-of-publisher")


def test_a_known_doi_is_overwritten(doaj_server: DoajServer, client: Client) -> None:
    first = client.ask("POST", "articles", article())
    second = client.ask("POST", "articles", article("https://doi.org/10.5555/A", title="New"))
    assert (second.status_code, second.json()["id"]) == (201, first.json()["id"])
    assert doaj_server.times_registered() == {DOI: 2}
    assert doaj_server.registered[DOI].record["bibjson"]["title"] == "New"


def test_unknown_properties_are_dropped_without_a_word(
    doaj_server: DoajServer, client: Client
) -> None:
    sent = article(subtitle="Lost", journal={"volume": "1", "title": "Ours"})
    assert client.ask("POST", "articles", sent).status_code == 201
    bibjson = doaj_server.registered[DOI].record["bibjson"]
    assert "subtitle" not in bibjson
    assert bibjson["journal"] == {"volume": "1"}


@pytest.mark.parametrize("key", ["wrong", ""])
def test_a_wrong_key_is_refused(doaj_server: DoajServer, client: Client, key: str) -> None:
    answer = replace(client, key=key).ask("POST", "articles", article())
    assert (answer.status_code, answer.json()["status"]) == (401, "unauthorised")
    assert answer.json()["error"].startswith("An API Key is required to access this. (ref: ")
    assert doaj_server.received[0].credentials == ("", key)


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", b"{}", b'{"bibjson": {}}', b"1"])
def test_a_fault_of_form_is_a_bad_request(
    doaj_server: DoajServer, client: Client, content: bytes
) -> None:
    answer = client.ask("POST", "articles", content=content)
    assert (answer.status_code, answer.json()["status"]) == (400, "bad_request")
    assert doaj_server.registered == {}


def test_a_foreign_issn_is_forbidden(doaj_server: DoajServer, client: Client) -> None:
    doaj_server.journals.append(DoajJournal(("1563-0285",), account="somebody"))
    foreign = client.ask("POST", "articles", article(issns=("1563-0285",)))
    mixed = client.ask("POST", "articles", article(issns=(ISSN, "2618-1215")))
    unknown = client.ask("POST", "articles", article(issns=("2618-1215",)))
    assert [one.status_code for one in (foreign, mixed, unknown)] == [403, 403, 400]
    assert "not associated with any journal in your account" in foreign.json()["error"]
    assert unknown.json()["error"].startswith("No journal found to attach article to.")


def test_put_must_not_change_the_doi_or_the_link(client: Client) -> None:
    sent = article(link=link("https://example.org/1"))
    path = f"articles/{client.ask('POST', 'articles', sent).json()['id']}"
    new_title = article(link=link("http://example.org/1"), title="New")
    assert client.ask("PUT", path, new_title).status_code == 204
    assert client.ask("GET", path).json()["bibjson"]["title"] == "New"
    for changed in (article("10.5555/b", link=link("https://example.org/1")), article()):
        assert client.ask("PUT", path, changed).status_code == 403
    assert client.ask("PUT", "articles/unknown", sent).status_code == 404


# Many articles


def test_a_bulk_upload_is_processed_later(doaj_server: DoajServer, client: Client) -> None:
    client.ask("POST", "articles", article())
    answer = client.ask("POST", "bulk/articles", [article(), article("10.5555/b")])
    said = answer.json()
    assert (answer.status_code, set(said)) == (202, {"msg", "upload_id", "status"})
    assert doaj_server.times_registered() == {DOI: 1}
    first, second = (client.http.get(said["status"]).json() for _ in range(2))
    assert (first["status"], second["status"]) == ("pending", "processed")
    assert set(first) == {"id", "created", "status"}
    assert second["results"] == {"imported": 2, "failed": 0, "update": 1, "new": 1}
    assert doaj_server.times_registered() == {DOI: 2, "10.5555/b": 1}


def test_the_status_address_holds_the_key(client: Client) -> None:
    said = client.ask("POST", "bulk/articles", [article()]).json()
    assert said["status"].endswith(f"/bulk/articles/{said['upload_id']}?api_key=key-of-publisher")


def test_one_faulty_article_costs_the_whole_upload(doaj_server: DoajServer, client: Client) -> None:
    found = client.result(article(), {"bibjson": {"title": "No identifier"}})
    assert (found["status"], "results" in found) == ("failed", False)
    assert found["error"]
    assert doaj_server.registered == {}


def test_a_test_can_say_what_is_said_of_a_doi(doaj_server: DoajServer, client: Client) -> None:
    doaj_server.verdicts[DOI] = "The title is too short"
    answer = client.ask("POST", "articles", article("10.5555/A"))
    assert (answer.status_code, answer.json()["error"][:22]) == (400, "The title is too short")
    found = client.result(article(), article("10.5555/b"))
    assert (found["status"], found["error"]) == ("failed", "The title is too short")
    assert client.result(article("10.5555/b"))["status"] == "processed"
    assert doaj_server.times_registered() == {"10.5555/b": 1}


def test_failure_reasons_list_issns(doaj_server: DoajServer, client: Client) -> None:
    doaj_server.journals += [
        DoajJournal(("1563-0285",), account="somebody"),
        DoajJournal(("2618-1215",), account="somebody"),
        DoajJournal(("2618-1215",)),
    ]
    found = client.result(
        article(),
        article("10.5555/b", issns=("1563-0285",)),
        article("10.5555/c", issns=("2618-1215",)),
        article("10.5555/d", issns=("0317-8471",)),
    )
    assert found["error"] == "One or more articles failed to ingest; entire batch ingest halted"
    assert found["failure_reasons"] == {
        "shared": ["2618-1215"],
        "unowned": ["1563-0285"],
        "unmatched": ["0317-8471"],
    }
    assert doaj_server.registered == {}


@pytest.mark.parametrize(
    "other",
    [
        article("https://doi.org/10.5555/A"),
        article("10.5555/b", link=link("http://example.org/1")),
    ],
)
def test_a_doi_or_link_twice_costs_the_whole_upload(client: Client, other: Any) -> None:
    found = client.result(article(link=link("https://example.org/1")), other)
    assert found["status"] == "failed"
    assert found["error"] == "One or more articles in this batch have duplicate identifiers"


def test_an_upload_that_is_no_list_fails_at_polling(client: Client) -> None:
    upload = client.ask("POST", "bulk/articles", {"bibjson": {}}).json()["upload_id"]
    found = [client.ask("GET", f"bulk/articles/{upload}").json() for _ in range(2)]
    assert [one["status"] for one in found] == ["pending", "failed"]
    assert found[1]["error"] == "Unanticipated error when importing articles"


def test_a_wrong_upload_id_is_a_bad_request(doaj_server: DoajServer, client: Client) -> None:
    doaj_server.keys["another-key"] = "somebody"
    upload = client.ask("POST", "bulk/articles", [article()]).json()["upload_id"]
    for stranger, number in ((client, "unknown"), (replace(client, key="another-key"), upload)):
        answer = stranger.ask("GET", f"bulk/articles/{number}")
        assert answer.status_code == 400
        assert answer.json()["error"].startswith("upload_id is invalid")


def test_what_is_not_json_is_refused_at_once(client: Client) -> None:
    assert client.ask("POST", "bulk/articles", content=b"[").status_code == 400


def test_time_passes_without_polls(doaj_server: DoajServer, client: Client) -> None:
    client.ask("POST", "bulk/articles", [article()])
    doaj_server.settle()
    assert doaj_server.times_registered() == {DOI: 1}


# The host


def test_www_is_redirected(doaj_server: DoajServer, http: httpx.Client) -> None:
    url = f"{doaj_server.url}/api/v4/articles?api_key=key-of-publisher"
    answer = http.post(url, json=article(), headers={"Host": "www.doaj.org"})
    assert (answer.status_code, answer.headers["Location"]) == (301, url)
    assert doaj_server.registered == {}


def test_an_unknown_address_is_not_found(client: Client) -> None:
    answer = client.ask("POST", "journals", {})
    assert (answer.status_code, answer.json()["status"]) == (404, "not_found")


def test_a_script_can_change_what_is_said(doaj_server: DoajServer, client: Client) -> None:
    counts = {"imported": 1, "failed": 1, "update": 0, "new": 1}
    doaj_server.queue = ()
    doaj_server.script = [
        on("/bulk/articles/", saying(status="validated")),
        on("/bulk/articles/", saying(status="processed_partial", results=counts)),
    ]
    upload = client.ask("POST", "bulk/articles", [article()]).json()["upload_id"]
    found = [client.ask("GET", f"bulk/articles/{upload}").json() for _ in range(3)]
    assert [one["status"] for one in found] == ["validated", "processed_partial", "processed"]
    assert found[1]["results"] == counts


def test_a_script_is_for_any_server(doaj_server: DoajServer, client: Client) -> None:
    doaj_server.script = [on("/bulk/articles", CUT_AFTER)]
    assert client.ask("POST", "articles", article()).status_code == 201
    with pytest.raises(httpx.RemoteProtocolError):
        client.ask("POST", "bulk/articles", [article("10.5555/b")])
    doaj_server.settle()
    assert doaj_server.times_registered() == {DOI: 1, "10.5555/b": 1}
