"""DataCite's server answers a client as DataCite's reference and source code describe it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Final

import httpx
import pytest

from tests.servers.datacite import MEDIA_TYPE, DataciteServer
from tests.servers.script import status

REPOSITORY: Final = ("EXAMPLE.REPO", "password-of-repo")
DOI: Final = "10.5555/a"
WHOLE: Final[dict[str, Any]] = {
    "doi": DOI,
    "url": "https://journal.example.org/a",
    "creators": [{"name": "Author"}],
    "titles": [{"title": "About"}],
    "publisher": "Example press",
    "publicationYear": 2024,
    "types": {"resourceTypeGeneral": "JournalArticle"},
}


@dataclass
class Client:
    """Sends what a client in production sends."""

    url: str
    http: httpx.Client
    auth: tuple[str, str] | None = REPOSITORY
    media_type: str = MEDIA_TYPE

    def ask(self, method: str, path: str, value: Any = None) -> httpx.Response:
        return self.http.request(
            method,
            f"{self.url}{path}",
            content=None if value is None else json.dumps(value),
            headers={"Content-Type": self.media_type},
            auth=self.auth,
        )

    def post(self, **attributes: Any) -> httpx.Response:
        return self.ask("POST", "/dois", {"data": {"type": "dois", "attributes": attributes}})

    def put(self, doi: str, /, **attributes: Any) -> httpx.Response:
        return self.ask("PUT", f"/dois/{doi}", {"data": {"type": "dois", "attributes": attributes}})


@pytest.fixture
def client(datacite_server: DataciteServer, http: httpx.Client) -> Client:
    return Client(datacite_server.url, http)


@pytest.fixture
def stranger(datacite_server: DataciteServer, client: Client) -> Client:
    """Another repository with the same prefix."""
    datacite_server.repositories["OTHER.REPO"] = "password-of-other"
    datacite_server.prefixes["OTHER.REPO"] = ("10.5555",)
    return replace(client, auth=("OTHER.REPO", "password-of-other"))


def errors(response: httpx.Response) -> list[tuple[str, str]]:
    """The source and the title of each error."""
    assert response.headers["Content-Type"] == MEDIA_TYPE
    return [(one.get("source", ""), one["title"]) for one in response.json()["errors"]]


def test_a_doi_is_published(datacite_server: DataciteServer, client: Client) -> None:
    answer = client.post(**WHOLE | {"doi": "10.5555/A", "event": "publish"})
    data = answer.json()["data"]
    assert answer.status_code == 201
    assert (data["id"], data["type"], data["attributes"]["state"]) == (DOI, "dois", "findable")
    assert data["attributes"]["url"] == WHOLE["url"]
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert datacite_server.times_registered() == {DOI: 1}
    assert datacite_server.received[0].credentials == REPOSITORY


@pytest.mark.parametrize(
    ("events", "states"),
    [
        (("", "register", "publish", "hide"), ("draft", "registered", "findable", "registered")),
        (("publish", "", "register"), ("findable", "findable", "findable")),
        (("hide", "publish"), ("draft", "findable")),
    ],
)
def test_events_change_the_state(
    datacite_server: DataciteServer,
    client: Client,
    events: tuple[str, ...],
    states: tuple[str, ...],
) -> None:
    found = []
    for event in events:
        assert client.put(DOI, **WHOLE, **({"event": event} if event else {})).is_success
        found.append(datacite_server.state(DOI))
    assert tuple(found) == states


def test_put_creates_and_then_changes(datacite_server: DataciteServer, client: Client) -> None:
    answers = [client.put(DOI, **WHOLE, event="publish"), client.put(DOI, publisher="New")]
    assert [one.status_code for one in answers] == [201, 200]
    record = datacite_server.registered[DOI].record
    assert (record["publisher"], record["titles"]) == ("New", WHOLE["titles"])
    assert datacite_server.times_registered() == {DOI: 2}


def test_a_doi_is_posted_once_only(datacite_server: DataciteServer, client: Client) -> None:
    client.post(**WHOLE)
    again = client.post(**WHOLE)
    assert (again.status_code, errors(again)) == (422, [("doi", "This DOI has already been taken")])
    assert datacite_server.times_registered() == {DOI: 1}


@pytest.mark.parametrize("name", ["url", "creators", "titles", "publisher", "publicationYear"])
def test_what_is_published_is_whole(
    datacite_server: DataciteServer, client: Client, name: str
) -> None:
    attributes = {key: value for key, value in WHOLE.items() if key != name}
    answer = client.post(**attributes, event="publish")
    assert (answer.status_code, errors(answer)) == (422, [(name, "Can't be blank")])
    assert datacite_server.registered == {}
    assert client.post(**attributes).status_code == 201  # a draft may lack it


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"url": "journal.example.org"}, ("url", "URL is not valid")),
        ({"doi": "10.5555/а"}, ("doi", "Is invalid")),  # a Cyrillic letter
        ({"doi": ""}, ("doi", "Is invalid")),
        ({"types": {"resourceType": "Article"}}, ("types", "Can't be blank")),
    ],
)
def test_a_wrong_value_is_named(
    client: Client, changed: dict[str, Any], error: tuple[str, str]
) -> None:
    answer = client.post(**WHOLE | changed | {"event": "publish"})
    assert (answer.status_code, errors(answer)) == (422, [error])


@pytest.mark.parametrize("auth", [None, ("EXAMPLE.REPO", "wrong"), ("example.repo", REPOSITORY[1])])
def test_a_wrong_password_is_refused(
    datacite_server: DataciteServer, client: Client, auth: tuple[str, str] | None
) -> None:
    answer = replace(client, auth=auth).post(**WHOLE)
    assert (answer.status_code, errors(answer)) == (401, [("", "Bad credentials.")])
    assert datacite_server.received[0].credentials == auth


def test_a_foreign_prefix_or_doi_is_forbidden(client: Client, stranger: Client) -> None:
    client.post(**WHOLE)
    answers = [client.post(**WHOLE | {"doi": "10.9999/a"}), stranger.put(DOI, **WHOLE)]
    assert [one.status_code for one in answers] == [403, 403]
    assert errors(answers[0]) == [("", "You are not authorized to access this resource.")]


def test_only_findable_dois_are_shown_to_others(client: Client, stranger: Client) -> None:
    client.post(**WHOLE)
    path = f"/dois/{DOI}"
    assert client.ask("GET", path).json()["data"]["attributes"]["state"] == "draft"
    assert stranger.ask("GET", path).status_code == 404
    client.put(DOI, event="publish")
    assert replace(client, auth=None).ask("GET", path).json()["data"]["id"] == DOI
    assert client.ask("GET", "/dois/10.5555/b").status_code == 404
    assert replace(client, auth=("EXAMPLE.REPO", "wrong")).ask("GET", path).status_code == 401


def test_only_drafts_can_be_deleted(datacite_server: DataciteServer, client: Client) -> None:
    client.post(**WHOLE)
    assert client.ask("DELETE", f"/dois/{DOI}").status_code == 204
    assert datacite_server.registered == {}
    client.post(**WHOLE, event="register")
    assert client.ask("DELETE", f"/dois/{DOI}").status_code == 405
    assert datacite_server.state(DOI) == "registered"


def test_another_media_type_is_refused(client: Client) -> None:
    answer = replace(client, media_type="application/json").post(**WHOLE)
    assert answer.status_code == 415


@pytest.mark.parametrize("value", [{}, [], WHOLE, {"data": {"attributes": WHOLE}}])
def test_a_body_must_follow_json_api(client: Client, value: Any) -> None:
    answer = client.ask("POST", "/dois", value)
    message = "You need to provide a payload following the JSONAPI spec"
    assert (answer.status_code, errors(answer)) == (400, [("", message)])


def test_a_test_can_say_what_is_said_of_a_doi(
    datacite_server: DataciteServer, client: Client
) -> None:
    datacite_server.verdicts[DOI] = ("titles", "Is too short")
    answer = client.post(**WHOLE)
    assert (answer.status_code, errors(answer)) == (422, [("titles", "Is too short")])
    assert client.post(**WHOLE | {"doi": "10.5555/b"}).status_code == 201


def test_a_script_is_for_any_server(datacite_server: DataciteServer, client: Client) -> None:
    datacite_server.script = [status(429, retry_after="1")]
    assert [client.post(**WHOLE).status_code for _ in range(2)] == [429, 201]
