"""A client for the server of one agency or journal."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from jatsx import __version__
from jatsx.http.addresses import is_loopback, origin, verify_address
from jatsx.http.faults import AnswerNotUnderstood, HttpFault, RequestRefused, ServerUnreachable
from jatsx.http.redaction import Redaction, of_basic
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    import ssl

    import httpx

MEGABYTE: Final = 1024 * 1024
MOST_REDIRECTS: Final = 5

OVERLOADED: Final = (429, 502, 503, 504)
"""The statuses after which a request is sent again."""

NOT_PROCESSED: Final = (429, 503)
"""The statuses after which the server has certainly not processed the request."""

_LOGGERS: Final = ("httpx", "stamina")
"""The loggers whose records may contain addresses."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a client waits, in seconds.

    Args:
        timeout: for a connection, and for each part of an answer.
        answer: for a whole answer.
        attempts: how often a request is sent at most.
        first_wait: before the second attempt; each further wait is twice as long.
        longest_wait: before an attempt, also if the server asks for more (``Retry-After``).
        total: for all attempts of a request.
    """

    timeout: float = 30
    answer: float = 120
    attempts: int = 4
    first_wait: float = 1
    longest_wait: float = 60
    total: float = 300


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """The answer to a request: its status, the address without secrets, and its content."""

    status: int
    address: str
    media_type: str
    content: bytes
    redaction: Redaction

    def text(self) -> str:
        """The content as text, without secrets."""
        return self.redaction.text(self.content.decode("utf-8", "replace"))

    def json(self) -> Any:
        """The content as JSON, without secrets.

        Raises:
            AnswerNotUnderstood: it is not JSON, for example the HTML of a login page.
        """
        try:
            return self.redaction.value(json.loads(self.content))
        except (ValueError, RecursionError):
            pass
        raise AnswerNotUnderstood("server-answer-json", self.address, type=self.media_type or "?")


class HttpClient:
    """A client for one server. Use it in a ``with`` statement, or close it.

    TLS certificates are verified. Plain HTTP is allowed only to this computer. The proxy of the
    environment (``HTTPS_PROXY``) is used, except for this computer. A redirect to another host is
    never followed, and that of a POST request neither.

    Args:
        base: the address that the paths of requests are added to.
        headers: headers of all requests, for example ``Authorization``.
        query: parameters in the query of all requests, for example a key.
        secrets: the values that are never shown: passwords, tokens, keys.
        basic: user and password for Basic authentication. The password is a secret.
        patience: how long it waits.
        most_bytes: the maximum size of an answer.
        tls: how certificates are verified; None for the default.

    Raises:
        RequestRefused: the base address is not safe, or a package is not installed.
    """

    def __init__(
        self,
        base: str,
        *,
        headers: Mapping[str, str] = FrozenMap(),
        query: Mapping[str, str] = FrozenMap(),
        secrets: Iterable[str] = (),
        basic: tuple[str, str] | None = None,
        patience: Patience | None = None,
        most_bytes: int = 50 * MEGABYTE,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.redaction = Redaction((*secrets, *(of_basic(*basic) if basic else ())))
        self.base = base.rstrip("/") + "/"
        self.query = dict(query)
        self.patience = patience or Patience()
        self.most_bytes = most_bytes
        verify_address(self.base, self.shown(self.base))
        self._httpx = _packages(self.shown(self.base))
        self._loggers = [logging.getLogger(name) for name in _LOGGERS]
        self._silent = logging.NullHandler()
        for logger in self._loggers:
            logger.addFilter(self.redaction)
            logger.addHandler(self._silent)
        self._client = self._httpx.Client(
            headers={"User-Agent": f"jatsx/{__version__}", **headers},
            auth=basic,
            timeout=self.patience.timeout,
            follow_redirects=False,
            trust_env=not is_loopback(self.base),
            verify=tls if tls is not None else True,
        )

    def __enter__(self) -> HttpClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()
        for logger in self._loggers:
            logger.removeFilter(self.redaction)
            logger.removeHandler(self._silent)

    def shown(self, address: str) -> str:
        """An address or another text without secrets."""
        return self.redaction.text(address)

    def address(self, path: str) -> str:
        """The address of a path, without the query and without secrets."""
        return self.shown(urljoin(self.base, path))

    def get(
        self,
        path: str,
        query: Mapping[str, str] = FrozenMap(),
        *,
        accepts: Collection[int] = (),
    ) -> HttpAnswer:
        """Reads what is at a path. The request may be sent several times.

        Args:
            path: the path.
            query: parameters in the query.
            accepts: other statuses than 2xx whose answer is returned, for example 404.

        Raises:
            ServerUnreachable: there is no answer, or the server is overloaded.
            RequestRefused: the server answers with another status than 2xx.
            AnswerNotUnderstood: the answer is too large, or not a valid HTTP message.
        """
        request = self._request("GET", path, query)
        return self._sent(request, is_repeatable=True, accepts=accepts)

    def get_json(self, path: str, query: Mapping[str, str] = FrozenMap()) -> Any:
        """Reads the JSON at a path. Secrets in its texts are hidden.

        Raises:
            HttpFault: see :meth:`get` and :meth:`HttpAnswer.json`.
        """
        return self.get(path, query).json()

    def post(
        self,
        path: str,
        *,
        query: Mapping[str, str] = FrozenMap(),
        fields: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        json: object = None,
        content: bytes | None = None,
        media_type: str = "",
        is_repeatable: bool = False,
        accepts: Collection[int] = (),
    ) -> HttpAnswer:
        """Sends data to a path. A redirect is refused.

        Args:
            path: the path.
            query: parameters in the query.
            fields: the fields of a form.
            files: files of a form (``multipart/form-data``): name, content and media type, by the
                name of the field.
            json: the body, if it is not a form.
            content: the body as bytes, of the media type ``media_type``.
            media_type: the media type of ``content``.
            is_repeatable: whether the request may be sent again after the server may have
                processed it: after a timeout, 502 or 504. It is always sent again if the server
                cannot be connected to, and after 429 and 503.
            accepts: other statuses than 2xx whose answer is returned, for example 422.

        Raises:
            HttpFault: see :meth:`get`.
        """
        body = {"data": fields, "files": files, "json": json}
        request = self._request("POST", path, query, **body, **_of_bytes(content, media_type))
        return self._sent(request, is_repeatable=is_repeatable, accepts=accepts)

    def put(
        self, path: str, content: bytes, media_type: str, *, accepts: Collection[int] = ()
    ) -> HttpAnswer:
        """Replaces what is at a path. The request may be sent several times. See :meth:`post`."""
        request = self._request("PUT", path, FrozenMap(), **_of_bytes(content, media_type))
        return self._sent(request, is_repeatable=True, accepts=accepts)

    def _request(
        self, method: str, path: str, query: Mapping[str, str], **body: Any
    ) -> Callable[[], httpx.Request]:
        address = urljoin(self.base, path)
        if origin(address) != origin(self.base):
            raise RequestRefused("server-redirect-foreign", self.shown(self.base), target=address)
        params = {**self.query, **query}
        given = {name: value for name, value in body.items() if value is not None}
        return lambda: self._client.build_request(method, address, params=params, **given)

    def _sent(
        self,
        request: Callable[[], httpx.Request],
        *,
        is_repeatable: bool,
        accepts: Collection[int] = (),
    ) -> HttpAnswer:
        """The answer to a request, which is sent again as long as that may help."""
        from stamina import retry_context

        patience = self.patience

        def wait(fault: Exception) -> bool | float:
            if not isinstance(fault, _TryAgain) or not (is_repeatable or fault.is_unprocessed):
                return False
            return True if fault.wait is None else min(fault.wait, patience.longest_wait)

        answer: HttpAnswer | None = None
        failed: list[_TryAgain] = []
        with suppress(_TryAgain):
            for attempt in retry_context(
                on=wait,
                attempts=patience.attempts,
                timeout=patience.total,
                wait_initial=patience.first_wait,
                wait_max=patience.longest_wait,
                wait_jitter=patience.first_wait,
            ):
                with attempt:
                    try:
                        answer = self._followed(request(), accepts)
                    except _TryAgain as again:
                        failed.append(again)
                        raise
        if answer is not None:
            return answer
        fault = failed[-1].fault
        fault.is_unprocessed = all(one.is_unprocessed for one in failed)
        raise fault

    def _followed(self, request: httpx.Request, accepts: Collection[int]) -> HttpAnswer:
        """The answer to one request, and to the requests to which it is redirected."""
        for _ in range(MOST_REDIRECTS + 1):
            answer, location, again = self._answered(request)
            shown = self.shown(str(request.url))
            if again is not None:
                raise again
            if 200 <= answer.status < 300 or answer.status in accepts:
                return answer
            if location is None or not 300 <= answer.status < 400:
                raise RequestRefused("server-request-refused", shown, status=answer.status)
            target = urljoin(str(request.url), location)
            if request.method != "GET" or origin(target) != origin(self.base):
                code = "server-redirect-foreign"
                raise RequestRefused(code, shown, target=self.shown(target))
            request = self._client.build_request("GET", target, params=self._missing(target))
        raise RequestRefused("server-redirect-endless", self.shown(str(request.url)))

    def _missing(self, target: str) -> dict[str, str] | None:
        """The query of a redirected request: its own, with the key if it was dropped."""
        from urllib.parse import parse_qsl

        own = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
        return {**self.query, **own} or None

    def _answered(self, request: httpx.Request) -> tuple[HttpAnswer, str | None, _TryAgain | None]:
        """The answer to one request, where it redirects to, and whether to send it again.

        Raises:
            HttpFault: there is no answer, or it is not valid.
        """
        httpx, shown = self._httpx, self.shown(str(request.url))
        fault: Exception
        try:
            response = self._client.send(request, stream=True)
            try:
                content = self._content(response, shown)
            finally:
                response.close()
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip()
            answer = HttpAnswer(
                response.status_code, shown, self.shown(media_type), content, self.redaction
            )
            return answer, response.headers.get("Location"), _overloaded(response, shown)
        except httpx.TimeoutException as error:
            is_connecting = isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout)
            late = ServerUnreachable("server-answer-late", shown)
            fault = _TryAgain(late, is_unprocessed=is_connecting)
        except (httpx.NetworkError, httpx.ProxyError) as error:
            detail = self.shown(str(error)) or type(error).__name__
            lost = ServerUnreachable("server-connection-failed", shown, detail=detail)
            fault = lost
            if "CERTIFICATE_VERIFY_FAILED" not in detail:
                fault = _TryAgain(lost, is_unprocessed=isinstance(error, httpx.ConnectError))
        except httpx.RemoteProtocolError as error:
            detail = self.shown(str(error))
            broken = ServerUnreachable("server-connection-failed", shown, detail=detail)
            fault = _TryAgain(broken, is_unprocessed=False)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            detail = self.shown(str(error)) or type(error).__name__
            fault = AnswerNotUnderstood("server-answer-invalid", shown, detail=detail)
        raise fault  # outside the handlers, so that the error of httpx is not attached to it

    def _content(self, response: httpx.Response, shown: str) -> bytes:
        """The content of an answer, as far as it is not too large or too slow."""
        end = time.monotonic() + self.patience.answer
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self.most_bytes:
                limit = f"{self.most_bytes / MEGABYTE:g}"
                raise AnswerNotUnderstood("server-answer-large", shown, limit=limit)
            if time.monotonic() > end:
                late = ServerUnreachable("server-answer-late", shown)
                raise _TryAgain(late, is_unprocessed=False)
            parts.append(part)
        return b"".join(parts)


class _TryAgain(Exception):
    """A fault after which the same request may succeed.

    Args:
        fault: what is raised after the last attempt.
        is_unprocessed: whether the server has certainly not processed the request.
        wait: how many seconds the server asks to wait.
    """

    def __init__(
        self, fault: HttpFault, *, is_unprocessed: bool, wait: float | None = None
    ) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.is_unprocessed = is_unprocessed
        self.wait = wait


def _overloaded(response: httpx.Response, shown: str) -> _TryAgain | None:
    """That the server is overloaded, if it says so."""
    status = response.status_code
    if status not in OVERLOADED:
        return None
    fault = ServerUnreachable("server-answer-overloaded", shown, status=str(status))
    wait = _seconds(response.headers.get("Retry-After", ""))
    return _TryAgain(fault, is_unprocessed=status in NOT_PROCESSED, wait=wait)


def _of_bytes(content: bytes | None, media_type: str) -> dict[str, Any]:
    """The arguments of httpx for a body."""
    return {"content": content, "headers": {"Content-Type": media_type} if media_type else None}


def _seconds(retry_after: str) -> float | None:
    """The number of seconds in ``Retry-After``: a number, or a date (RFC 9110, 10.2.3)."""
    from email.utils import parsedate_to_datetime

    written = retry_after.strip()
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _packages(shown: str) -> Any:
    """The package httpx.

    Raises:
        RequestRefused: it or stamina is not installed.
    """
    try:
        import httpx
        import stamina  # noqa: F401
    except ImportError as error:
        package = (error.name or "httpx").partition(".")[0]
    else:
        return httpx
    raise RequestRefused("server-package-absent", shown, package=package, extra="office")
