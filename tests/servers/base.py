"""What all servers share: the thread that listens, what arrived, what is registered, the script."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, RLock, Thread
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.servers.messages import Answer, Credentials, Request
from tests.servers.script import NORMAL, Step

LOOPBACK: Final = "127.0.0.1"
SPACES: Final = b" " * 16_384
PAUSE: Final = 0.01


@dataclass(slots=True)
class Registered:
    """A DOI that the agency knows."""

    record: Mapping[str, Any]
    """As the agency keeps it: only what it stores of what was sent."""
    times: int = 1
    """How often it was accepted."""
    owner: str = ""


class AgencyServer:
    """A server on 127.0.0.1, at a free port, from ``with`` or ``start`` until ``stop``.

    An agency's server says how it answers a request (``answer``), and where a request has its
    credentials (``credentials``).
    """

    def __init__(self) -> None:
        self.received: list[Request] = []
        self.registered: dict[str, Registered] = {}
        """By DOI, in small letters."""
        self.script: list[Step] = []
        self.faults: list[BaseException] = []
        """Errors of the server itself. Fixtures check that there are none."""
        self.lock = RLock()
        """Held while a request is answered."""
        self._stopping = Event()
        self._listener = _Listener(self)
        self._thread = Thread(target=self._listener.serve_forever, args=(PAUSE,))

    def answer(self, request: Request) -> Answer:
        """The answer to a request, when nothing goes wrong."""
        raise NotImplementedError

    def credentials(self, request: Request) -> Credentials | None:  # noqa: ARG002
        """The credentials in a request, right or wrong."""
        return None

    @property
    def url(self) -> str:
        """The address of the server, without a slash at the end."""
        return f"http://{LOOPBACK}:{self._listener.server_port}"

    def times_registered(self) -> dict[str, int]:
        """How often each DOI was accepted."""
        with self.lock:
            return {doi: known.times for doi, known in self.registered.items()}

    def asked(self, path: str) -> list[Request]:
        """The requests whose path contains ``path``, in the order in which they arrived."""
        with self.lock:
            return [request for request in self.received if path in request.path]

    def register(self, doi: str, record: Mapping[str, Any], owner: str = "") -> bool:
        """Keeps a record; whether the DOI is new."""
        with self.lock:
            known = self.registered.get(doi.lower())
            times = known.times + 1 if known else 1
            self.registered[doi.lower()] = Registered(record, times, owner)
        return known is None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Closes all connections, also those that are being answered."""
        self._stopping.set()
        self._listener.shutdown()
        self._thread.join()
        self._listener.close_connections()
        self._listener.server_close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.stop()

    def _take(self, request: Request, step: Step) -> Answer:
        """Records a request; the answer to it."""
        with self.lock:
            request = replace(request, at=monotonic(), credentials=self.credentials(request))
            self.received.append(request)
            if step.before:
                step.before(self, request)
            answer = self.answer(request) if step.accepted else Answer()
            return step.change(request, answer) if step.change else answer

    def _step_for(self, path: str) -> Step:
        with self.lock:
            for n, step in enumerate(self.script):
                if step.path in path:
                    return self.script.pop(n)
        return NORMAL


class OtherHost(AgencyServer):
    """A host that no client must ask: it answers whatever comes, and ``received`` shows it."""

    def answer(self, request: Request) -> Answer:  # noqa: ARG002
        return Answer(200, b"{}", "application/json")


@dataclass(eq=False)
class _Listener(ThreadingHTTPServer):
    agency: AgencyServer
    connections: set[socket.socket] = field(default_factory=set)

    daemon_threads = False

    def __post_init__(self) -> None:
        super().__init__((LOOPBACK, 0), _Connection)

    def server_bind(self) -> None:
        """Without HTTPServer's look-up of the host's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.connections.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def close_connections(self) -> None:
        for connection in tuple(self.connections):
            _close(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Keeps the error, unless it is only that the client closed the connection."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self.agency.faults.append(error)


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    def do_GET(self) -> None:
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
            self.send_error(411)
            return
        agency = self.server.agency
        step = agency._step_for(unquote(urlsplit(self.path).path))
        answer = agency._take(self._request(has_body=step.sending != "reset"), step)
        if step.sending == "silence":
            agency._stopping.wait()
        if step.sending == "reset":
            self._reset()
        elif step.sending in ("nothing", "silence"):
            self._cut()
        elif step.sending == "endless":
            self._send(answer, length=None)
            while not agency._stopping.wait(PAUSE):
                self.wfile.write(SPACES)
        elif step.sending == "half":
            half = replace(answer, body=answer.body[: len(answer.body) // 2])
            self._send(half, length=len(answer.body))
            self._cut()
        else:
            self._send(answer, length=len(answer.body))

    do_POST = do_PUT = do_DELETE = do_GET

    def _request(self, *, has_body: bool) -> Request:
        address = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", 0)) if has_body else 0
        return Request(
            self.command,
            unquote(address.path),
            self.path,
            dict(parse_qsl(address.query, keep_blank_values=True)),
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )

    def _send(self, answer: Answer, *, length: int | None) -> None:
        """An answer. Without a length, the end of the connection is the end of the answer."""
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length is None:
            self.send_header("Connection", "close")
        elif answer.status != 204:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(answer.body)

    def _cut(self) -> None:
        self.close_connection = True
        _close(self.connection)

    def _reset(self) -> None:
        """Closes the connection without regard for what the client sends."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


def _close(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client was faster
