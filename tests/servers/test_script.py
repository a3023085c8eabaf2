"""A server does what its script says, and nothing else is different."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Final

import httpx
import pytest
from lxml import etree

import tests.servers
from tests.servers import script
from tests.servers.base import AgencyServer, OtherHost
from tests.servers.crossref import NAME_TAKEN, CrossrefServer, many_records
from tests.servers.crossref import script as crossref_script
from tests.servers.deposits import article, deposit
from tests.servers.fixtures import running
from tests.servers.script import (
    CUT_AFTER,
    CUT_BEFORE,
    CUT_INSIDE,
    CUT_UPLOAD,
    ENDLESS,
    LOGIN_PAGE,
    NORMAL,
    SILENCE,
    TRUNCATED,
    Step,
    on,
    redirect,
    status,
    wrong_encoding,
)

DOI: Final = "10.5555/a"
LOGIN: Final = {"usr": "abcd", "pwd": "password-of-abcd"}

Send = Callable[[], httpx.Response]
Poll = Callable[[], httpx.Response]


@pytest.fixture
def send(crossref_server: CrossrefServer, http: httpx.Client) -> Send:
    """Sends an article to the queue."""
    fields = {"operation": "doMDUpload", "login_id": LOGIN["usr"], "login_passwd": LOGIN["pwd"]}
    files = {"fname": ("1.xml", deposit(article(DOI)), "application/xml")}
    url = f"{crossref_server.url}/servlet/deposit"
    crossref_server.queue = ()
    return lambda: http.post(url, data=fields, files=files)


@pytest.fixture
def poll(crossref_server: CrossrefServer, http: httpx.Client) -> Poll:
    fields = {**LOGIN, "type": "result", "file_name": "1.xml"}
    url = f"{crossref_server.url}/servlet/submissionDownload"
    return lambda: http.post(url, data=fields)


def test_a_step_is_for_one_request(crossref_server: CrossrefServer, send: Send) -> None:
    crossref_server.script = [status(503), NORMAL, status(503)]
    assert [send().status_code for _ in range(4)] == [503, 200, 503, 200]
    assert crossref_server.script == []
    assert len(crossref_server.asked("/servlet/deposit")) == 4


def test_a_step_can_wait_for_its_path(
    crossref_server: CrossrefServer, send: Send, poll: Poll
) -> None:
    crossref_server.script = [on("/servlet/submissionDownload", status(502))]
    assert [send().status_code, poll().status_code, poll().status_code] == [200, 502, 200]


def test_429_with_and_without_retry_after(crossref_server: CrossrefServer, send: Send) -> None:
    crossref_server.script = [status(429), status(429, retry_after="2")]
    answers = [send(), send()]
    assert [one.status_code for one in answers] == [429, 429]
    assert [one.headers.get("Retry-After") for one in answers] == [None, "2"]
    assert crossref_server.submissions == []


def test_a_gateway_can_give_up_after_acceptance(
    crossref_server: CrossrefServer, send: Send
) -> None:
    crossref_server.script = [status(504, accepted=True)]
    assert send().status_code == 504
    assert crossref_server.times_registered() == {DOI: 1}


@pytest.mark.parametrize(("step", "registered"), [(CUT_BEFORE, {}), (CUT_AFTER, {DOI: 1})])
def test_a_connection_is_cut(
    crossref_server: CrossrefServer, send: Send, step: Step, registered: dict[str, int]
) -> None:
    crossref_server.script = [step]
    with pytest.raises(httpx.RemoteProtocolError):
        send()
    assert crossref_server.times_registered() == registered
    assert len(crossref_server.received) == 1


@pytest.mark.parametrize("size", [1, 5_000_000])
def test_an_upload_is_cut(crossref_server: CrossrefServer, http: httpx.Client, size: int) -> None:
    crossref_server.script = [CUT_UPLOAD]
    with pytest.raises((httpx.NetworkError, httpx.RemoteProtocolError)):
        http.post(f"{crossref_server.url}/servlet/deposit", content=b"a" * size)
    (request,) = crossref_server.received
    assert (request.body, request.headers["content-length"]) == (b"", str(size))


def test_a_connection_is_cut_inside_the_answer(crossref_server: CrossrefServer, send: Send) -> None:
    crossref_server.script = [CUT_INSIDE]
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        send()
    assert crossref_server.times_registered() == {DOI: 1}


def test_a_login_page_comes_with_200(
    crossref_server: CrossrefServer, send: Send, poll: Poll
) -> None:
    crossref_server.script = [LOGIN_PAGE, NORMAL, LOGIN_PAGE]
    pages = [send(), send(), poll()]
    assert [one.status_code for one in pages] == [200, 200, 200]
    assert ["type='password'" in one.text for one in pages] == [True, False, True]
    assert crossref_server.times_registered() == {DOI: 1}


def test_a_slow_queue(crossref_server: CrossrefServer, send: Send, poll: Poll) -> None:
    crossref_server.queue = ["queued"] * 20
    send()
    heard = [etree.fromstring(poll().content).get("status") for _ in range(21)]
    assert heard == ["queued"] * 20 + ["completed"]


def test_a_name_was_used_before(crossref_server: CrossrefServer, send: Send, poll: Poll) -> None:
    crossref_server.script = [NAME_TAKEN]
    send()
    root = etree.fromstring(poll().content)
    assert (root.findtext("batch_id"), root.find("record_diagnostic")) == ("older", None)
    assert crossref_server.times_registered() == {DOI: 1}


def test_truncated_xml(crossref_server: CrossrefServer, send: Send, poll: Poll) -> None:
    send()
    crossref_server.script = [TRUNCATED]
    answer = poll()
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == str(len(answer.content))
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(answer.content)
    etree.fromstring(poll().content)


def test_a_wrong_encoding(crossref_server: CrossrefServer, http: httpx.Client, poll: Poll) -> None:
    crossref_server.queue = ()
    fields = {"operation": "doMDUpload", "login_id": LOGIN["usr"], "login_passwd": LOGIN["pwd"]}
    refused = deposit(article(DOI), issns=[])  # the message quotes the title, in Cyrillic
    url = f"{crossref_server.url}/servlet/deposit"
    http.post(url, data=fields, files={"fname": ("1.xml", refused)})
    crossref_server.script = [wrong_encoding()]
    answer = poll()
    assert "Вестник" in answer.content.decode("windows-1251")
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("utf-8")


def test_ten_thousand_records(crossref_server: CrossrefServer, send: Send, poll: Poll) -> None:
    send()
    crossref_server.script = [many_records(10_000)]
    dois = [one.text for one in etree.fromstring(poll().content).iterfind("*/doi")]
    assert (len(dois), dois[0], dois[-1]) == (10_001, "10.5555/other.0", DOI)
    assert crossref_server.times_registered() == {DOI: 1}


def test_an_answer_that_never_ends(crossref_server: CrossrefServer) -> None:
    crossref_server.script = [ENDLESS]
    connection = HTTPConnection(crossref_server.url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/journals/2434-561X")
    answer = connection.getresponse()
    assert len(answer.read(200_000)) == 200_000
    answer.close()
    connection.close()


def test_silence_ends_when_the_server_stops(http: httpx.Client) -> None:
    with running(OtherHost()) as server:
        server.script = [SILENCE]
        with pytest.raises(httpx.ReadTimeout):
            http.get(server.url, timeout=httpx.Timeout(30, read=0.1))
    assert len(server.received) == 1


def test_a_redirect_carries_everything_to_another_host(
    crossref_server: CrossrefServer, other_host: OtherHost, send: Send, http: httpx.Client
) -> None:
    crossref_server.script = [redirect(other_host.url), redirect(other_host.url, 301)]
    answers = [send(), http.get(f"{crossref_server.url}/a?api_key=secret")]
    assert [one.status_code for one in answers] == [307, 301]
    assert answers[0].headers["Location"] == f"{other_host.url}/servlet/deposit"
    assert answers[1].headers["Location"] == f"{other_host.url}/a?api_key=secret"
    assert other_host.received == []
    assert crossref_server.submissions == []


def test_what_arrived_can_be_asked(crossref_server: CrossrefServer, http: httpx.Client) -> None:
    http.get(f"{crossref_server.url}/works/10.5555%2Fa?mailto=a@example.org", headers={"X-A": "1"})
    (request,) = crossref_server.asked("/works/10.5555/a")
    assert (request.method, request.query) == ("GET", {"mailto": "a@example.org"})
    assert (request.headers["x-a"], request.credentials) == ("1", None)


def test_requests_have_times(crossref_server: CrossrefServer, http: httpx.Client) -> None:
    for _ in range(2):
        http.get(f"{crossref_server.url}/works/a")
    first, second = (request.at for request in crossref_server.received)
    assert 0 < first < second


def test_a_body_must_have_a_length(crossref_server: CrossrefServer, http: httpx.Client) -> None:
    answer = http.post(f"{crossref_server.url}/servlet/login", content=iter([b"usr=abcd"]))
    assert answer.status_code == 411
    assert crossref_server.received == []


def test_the_page_names_each_step() -> None:
    public = {
        *(name for name, value in vars(script).items() if isinstance(value, Step)),
        *(name for name, value in vars(script).items() if _returns_step(value)),
        *(name for name, value in vars(crossref_script).items() if _returns_step(value)),
    }
    page = tests.servers.__doc__ or ""
    assert {name for name in public if f"``{name}" not in page} == set()
    assert len(public) > 14


def _returns_step(value: object) -> bool:
    return getattr(value, "__annotations__", {}).get("return") == "Step"


def test_an_error_of_the_server_fails_the_test(http: httpx.Client) -> None:
    with (
        pytest.raises(AssertionError, match="the server failed"),
        running(AgencyServer()) as broken,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        http.get(broken.url)
    assert isinstance(broken.faults[0], NotImplementedError)


def test_a_server_listens_on_loopback_only_and_ends() -> None:
    with running(OtherHost()) as server:
        assert server.url.startswith("http://127.0.0.1:")
        before = threading.active_count()
        assert httpx.get(server.url, trust_env=False).status_code == 200
    assert threading.active_count() < before
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url, trust_env=False)


def test_many_requests_at_once_are_counted_one_by_one(
    crossref_server: CrossrefServer, send: Send
) -> None:
    crossref_server.script = [status(503)] * 4
    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(crossref_server.received), len(crossref_server.submissions)) == (8, 4)
    assert crossref_server.times_registered() == {DOI: 1}
