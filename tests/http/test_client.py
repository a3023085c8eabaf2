"""Requests: what is sent again, what is refused, and what is never shown."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import ssl
import sys
import time
import traceback
from collections.abc import Callable, Iterator

import pytest
import trustme
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from jatsx.findings.sentences import Sentences
from jatsx.http import (
    AnswerNotUnderstood,
    HttpClient,
    HttpFault,
    Patience,
    RequestRefused,
    ServerUnreachable,
)
from jatsx.http.redaction import Redaction

QUICK = Patience(timeout=0.3, answer=0.6, attempts=3, first_wait=0.01, longest_wait=0.05, total=5)
SECRET = "sec ret/тайна+1"


@pytest.fixture(autouse=True)
def _without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def client(httpserver: HTTPServer) -> Iterator[HttpClient]:
    with HttpClient(
        httpserver.url_for("/api/"), query={"key": SECRET}, secrets=[SECRET], patience=QUICK
    ) as opened:
        yield opened


def answers(server: HTTPServer, path: str, *given: Response) -> None:
    for one in given:
        server.expect_ordered_request(path).respond_with_response(one)


def fault_of(client: HttpClient, path: str = "a") -> HttpFault:
    with pytest.raises(HttpFault) as raised:
        client.get_json(path)
    return raised.value


def test_json_is_read_with_the_query(httpserver: HTTPServer, client: HttpClient) -> None:
    query = {"key": SECRET, "count": "2"}
    httpserver.expect_request("/api/a", query_string=query).respond_with_json({"items": [1]})
    assert client.get_json("a", {"count": "2"}) == {"items": [1]}


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_an_overloaded_server_is_asked_again(
    httpserver: HTTPServer, client: HttpClient, status: int
) -> None:
    answers(httpserver, "/api/a", Response(status=status), Response("[1]"))
    assert client.get_json("a") == [1]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 500, 501])
def test_another_status_is_final(httpserver: HTTPServer, client: HttpClient, status: int) -> None:
    httpserver.expect_request("/api/a").respond_with_response(Response(status=status))
    fault = fault_of(client)
    assert isinstance(fault, RequestRefused)
    assert (fault.code, fault.status) == ("server-request-refused", status)
    assert len(httpserver.log) == 1


def test_the_attempts_end(httpserver: HTTPServer, client: HttpClient) -> None:
    httpserver.expect_request("/api/a").respond_with_response(Response(status=503))
    fault = fault_of(client)
    assert isinstance(fault, ServerUnreachable)
    assert (fault.code, fault.params) == ("server-answer-overloaded", {"status": "503"})
    assert len(httpserver.log) == QUICK.attempts


@pytest.mark.parametrize("after", ["1", "99999999999", "Wed, 21 Oct 2099 07:28:00 GMT", "soon"])
def test_retry_after_is_bounded(httpserver: HTTPServer, client: HttpClient, after: str) -> None:
    busy = Response(status=429, headers={"Retry-After": after})
    answers(httpserver, "/api/a", busy, Response("[1]"))
    start = time.monotonic()
    assert client.get_json("a") == [1]
    assert time.monotonic() - start < 1


def test_retry_after_is_respected(httpserver: HTTPServer) -> None:
    answers(httpserver, "/a", Response(status=429, headers={"Retry-After": "1"}), Response("[1]"))
    patience = Patience(attempts=2, first_wait=0.01, longest_wait=5)
    start = time.monotonic()
    with HttpClient(httpserver.url_for("/"), patience=patience) as client:
        assert client.get_json("a") == [1]
    assert time.monotonic() - start >= 1


def test_a_slow_server_is_left(httpserver: HTTPServer, client: HttpClient) -> None:
    def slow(_: Request) -> Response:
        time.sleep(0.5)
        return Response("[1]")

    httpserver.expect_request("/api/a").respond_with_handler(slow)
    fault = fault_of(client)
    assert isinstance(fault, ServerUnreachable)
    assert fault.code == "server-answer-late"


def test_an_answer_in_drops_is_left(httpserver: HTTPServer, client: HttpClient) -> None:
    def drops() -> Iterator[bytes]:
        for _ in range(100):
            time.sleep(0.1)
            yield b" "

    httpserver.expect_request("/api/a").respond_with_handler(lambda _: Response(drops()))
    start = time.monotonic()
    assert fault_of(client).code == "server-answer-late"
    assert time.monotonic() - start < 5


def test_no_server() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with HttpClient(f"http://127.0.0.1:{port}", secrets=[SECRET], patience=QUICK) as other:
        fault = fault_of(other)
    assert isinstance(fault, ServerUnreachable)
    assert fault.code == "server-connection-failed"


def test_a_large_answer_is_refused(httpserver: HTTPServer) -> None:
    bomb = Response(gzip.compress(b" " * 5_000_000), headers={"Content-Encoding": "gzip"})
    httpserver.expect_request("/a").respond_with_response(bomb)
    with HttpClient(httpserver.url_for("/"), most_bytes=1024 * 1024, patience=QUICK) as client:
        fault = fault_of(client)
    assert isinstance(fault, AnswerNotUnderstood)
    assert (fault.code, fault.params) == ("server-answer-large", {"limit": "1"})


@pytest.mark.parametrize("body", ["<html>login</html>", "", "[" * 100_000, "{'a': 1}"])
def test_what_is_not_json_is_said(httpserver: HTTPServer, client: HttpClient, body: str) -> None:
    page = Response(body, content_type="text/html; charset=utf-8")
    httpserver.expect_request("/api/a").respond_with_response(page)
    fault = fault_of(client)
    assert isinstance(fault, AnswerNotUnderstood)
    assert (fault.code, fault.params["type"]) == ("server-answer-json", "text/html")


def test_a_redirect_on_the_same_server_is_followed(
    httpserver: HTTPServer, client: HttpClient
) -> None:
    answers(httpserver, "/api/a", Response(status=302, headers={"Location": "/other"}))
    httpserver.expect_ordered_request("/other", query_string={"key": SECRET}).respond_with_json([1])
    assert client.get_json("a") == [1]


@pytest.mark.parametrize(
    "target", ["https://example.org/a", "//example.org/a", "http://localhost:1/a", "file:///etc"]
)
def test_a_redirect_to_another_server_is_not_followed(
    httpserver: HTTPServer, client: HttpClient, target: str
) -> None:
    answers(httpserver, "/api/a", Response(status=301, headers={"Location": target}))
    fault = fault_of(client)
    assert isinstance(fault, RequestRefused)
    assert fault.code == "server-redirect-foreign"
    assert target.lstrip("/") in fault.params["target"]


def test_redirects_end(httpserver: HTTPServer, client: HttpClient) -> None:
    again = Response(status=302, headers={"Location": "/api/a"})
    httpserver.expect_request("/api/a").respond_with_response(again)
    assert fault_of(client).code == "server-redirect-endless"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirected_post_is_refused(
    httpserver: HTTPServer, client: HttpClient, status: int
) -> None:
    to = Response(status=status, headers={"Location": "/api/b"})
    httpserver.expect_request("/api/a", method="POST").respond_with_response(to)
    with pytest.raises(RequestRefused) as raised:
        client.post("a", json={"x": 1})
    assert raised.value.code == "server-redirect-foreign"
    assert [request.method for request, _ in httpserver.log] == ["POST"]


def test_a_form_with_a_file_is_posted(httpserver: HTTPServer, client: HttpClient) -> None:
    def received(request: Request) -> Response:
        file = request.files["fname"]
        return Response(f"{request.form['operation']} {file.filename} {file.read().decode()}")

    httpserver.expect_request("/api/a", method="POST").respond_with_handler(received)
    answer = client.post(
        "a",
        fields={"operation": "doMDUpload", "login_passwd": SECRET},
        files={"fname": ("a.xml", b"<a/>", "application/xml")},
    )
    assert answer.text() == "doMDUpload a.xml <a/>"


@pytest.mark.parametrize(("status", "number"), [(503, 3), (429, 3), (502, 1), (504, 1)])
def test_a_post_that_may_be_done_is_not_repeated(
    httpserver: HTTPServer, client: HttpClient, status: int, number: int
) -> None:
    httpserver.expect_request("/api/a").respond_with_response(Response(status=status))
    with pytest.raises(ServerUnreachable):
        client.post("a", json=[])
    assert len(httpserver.log) == number


def test_basic_authentication(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_handler(
        lambda request: Response(f'["{request.headers["Authorization"]}"]')
    )
    with HttpClient(httpserver.url_for("/"), basic=("user", "pass-word")) as client:
        assert client.get_json("a") == ["Basic ***"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://example.org/journal", "server-address-insecure"),
        ("http://127.0.0.1.example.org", "server-address-insecure"),
        ("ftp://example.org", "server-address-invalid"),
        ("https://", "server-address-invalid"),
        ("https://example.org:99999", "server-address-invalid"),
        ("https://user:pass@example.org/j", "server-address-password"),
    ],
)
def test_an_unsafe_address_is_refused(address: str, code: str) -> None:
    with pytest.raises(RequestRefused) as raised:
        HttpClient(address)
    assert raised.value.code == code
    assert "pass@" not in str(raised.value)


def test_the_secret_is_shown_nowhere(
    httpserver: HTTPServer, client: HttpClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = {"status": f"https://doaj.example/status?api_key={SECRET}", SECRET: [SECRET]}
    httpserver.expect_request("/api/echo").respond_with_json(echo)
    httpserver.expect_request("/api/b").respond_with_response(Response(status=503))
    redirect = Response(status=302, headers={"Location": f"https://example.org/?key={SECRET}"})
    httpserver.expect_request("/api/c").respond_with_response(redirect)
    shown = [str(client.get_json("echo")), client.get("echo").text(), client.get("echo").address]
    for path in ("a", "b", "c"):
        fault = fault_of(client, path)
        assert fault.__context__ is None
        shown += [repr(fault), str(fault.finding()), *traceback.format_exception(fault)]
    ours = ("httpx", "stamina", "httpcore")
    records = [one for one in caplog.records if one.name.startswith(ours)]
    shown += [one.getMessage() + str(vars(one)) for one in records]
    assert {one.name.partition(".")[0] for one in records} == {*ours}
    found = [
        form
        for form in ("sec ret", "sec%20ret", "sec+ret", "тайна", "%D1%82")
        if form in "".join(shown)
    ]
    assert found == []


def test_certificates_are_verified(httpserver_ssl: HTTPServer, authority: trustme.CA) -> None:
    httpserver_ssl.expect_request("/a").respond_with_json([1])
    base = f"https://localhost:{httpserver_ssl.port}/"
    with HttpClient(base, patience=QUICK) as client:
        fault = fault_of(client)
    assert fault.code == "server-connection-failed"
    assert "CERTIFICATE_VERIFY_FAILED" in fault.params["detail"]
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with HttpClient(base, patience=QUICK, tls=context) as client:
        assert client.get_json("a") == [1]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def httpserver_ssl(authority: trustme.CA) -> Iterator[HTTPServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with HTTPServer(host="localhost", ssl_context=context) as server:
        yield server


@pytest.mark.parametrize("package", ["httpx", "stamina"])
def test_an_absent_package_is_said_with_the_line_that_installs_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(RequestRefused) as raised:
        HttpClient("https://example.org/")
    assert raised.value.params == {"package": package, "extra": "office"}
    assert "pip install 'jatsx[office]'" in Sentences().hint(raised.value.finding())


def test_the_answer_of_an_accepted_status_is_returned(
    httpserver: HTTPServer, client: HttpClient
) -> None:
    answers(httpserver, "/api/a", *[Response("{}", 422), Response("{}", 404), Response("{}", 404)])
    assert client.put("a", b"{}", "application/json", accepts=[422]).status == 422
    assert client.get("a", accepts=[404]).status == 404
    with pytest.raises(RequestRefused):
        client.get("a", accepts=[422])


def test_bytes_are_sent_as_they_are(httpserver: HTTPServer, client: HttpClient) -> None:
    httpserver.expect_request("/api/a", data=b"[1, 2]").respond_with_data("{}")
    client.post("a", content=b"[1, 2]", media_type="application/vnd.api+json")
    client.put("a", b"[1, 2]", "application/vnd.api+json")
    sent = [(one.method, one.headers["Content-Type"]) for one, _ in httpserver.log]
    assert sent == [("POST", "application/vnd.api+json"), ("PUT", "application/vnd.api+json")]


@pytest.mark.parametrize("escaped", [repr, ascii, json.dumps, lambda one: repr(one.encode())])
def test_a_secret_is_found_with_escapes(escaped: Callable[[str], str]) -> None:
    secret = "key\tключ\n"
    assert Redaction([secret]).text(f"Illegal header {escaped(secret)}.").count("***") == 1
