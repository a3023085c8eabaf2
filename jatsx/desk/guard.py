"""Nobody else gets in: only this computer, only this start of the desk, only its own pages.

Every address of the desk begins with a random token, which is new at each start. There is no
cookie: the browser adds nothing by itself to the requests of a page of another site.
"""

from __future__ import annotations

from collections.abc import Iterable
from hmac import compare_digest
from typing import TYPE_CHECKING, Final

from jatsx.findings.translation import N_, gettext

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest number of bytes of a request."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy: nothing but the files of the desk, and no script in a page."""

HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""The headers of each answer."""

OTHER_HOST: Final = N_("This address is not that of the desk.")
OTHER_ORIGIN: Final = N_("The request does not come from a page of the desk.")
OTHER_TOKEN: Final = N_(
    "This address is not that of the running desk. Use the address that `jatsx desk` shows."
)
TOO_LARGE: Final = N_("The file is too large: more than 64 MB.")


class TooLarge(Exception):
    """A request has more bytes than :data:`MOST_BYTES`."""


class Guard:
    """Lets only requests of the desk's own pages through.

    Args:
        app: the desk.
        token: the random token of this start.
        entry: the random name of the address that leads to the desk once.
        port: the port of the desk.
    """

    def __init__(self, app: ASGIApp, token: str, entry: str, port: int) -> None:
        self._app = app
        self._start = f"/{token}/"
        self._entry = f"/{entry}/"
        self._is_entered = False
        self._hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        self._is_entered = self._is_entered or self._is_entry(scope)
        counted = _CountedBody(receive)
        guarded = _GuardedAnswer(send)
        try:
            await self._app(scope, counted.receive, guarded.send)
        except TooLarge:
            if not guarded.is_started:
                await _refuse(send, 413, TOO_LARGE)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the sentence with which a request is refused; None if it is not."""
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "")
        if host not in self._hosts or _has_twice(scope, b"host"):
            return 421, OTHER_HOST
        if not self._is_of_desk(scope) and (self._is_entered or not self._is_entry(scope)):
            return 403, OTHER_TOKEN
        origin, is_safe = headers.get(b"origin"), scope["method"] in ("GET", "HEAD")
        if origin != f"http://{host}" and not (origin is None and is_safe):
            return 403, OTHER_ORIGIN
        if headers.get(b"sec-fetch-site", "none") not in ("none", "same-origin"):
            return 403, OTHER_ORIGIN
        length = headers.get(b"content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return 413, TOO_LARGE
        return None

    def _is_of_desk(self, scope: Scope) -> bool:
        return compare_digest(scope["path"][: len(self._start)].encode(), self._start.encode())

    def _is_entry(self, scope: Scope) -> bool:
        return compare_digest(scope["path"].encode(), self._entry.encode())


def _has_twice(scope: Scope, name: bytes) -> bool:
    return sum(1 for one, _ in scope["headers"] if one == name) > 1


class _CountedBody:
    """The body of a request. Reading more than the largest number of bytes raises an error."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._number = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._number += len(message.get("body", b""))
        if self._number > MOST_BYTES:
            raise TooLarge
        return message


class _GuardedAnswer:
    """An answer with the headers of the desk."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.is_started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.is_started = True
            message = {**message, "headers": _with_headers(message.get("headers", ()))}
        await self._send(message)


def _with_headers(given: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    own = {name for name, _ in HEADERS}
    return [*(one for one in given if one[0].lower() not in own), *HEADERS]


async def _refuse(send: Send, status: int, sentence: str) -> None:
    body = gettext(sentence).encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    start = {"type": "http.response.start", "status": status, "headers": [*headers, *HEADERS]}
    await send(start)
    await send({"type": "http.response.body", "body": body})
