"""A client for the server of one agency or journal."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from jatsx import __version__
from jatsx.http.addresses import is_loopback, origin, verify_address
from jatsx.http.answers import MEGABYTE, HttpAnswer, Receiver
from jatsx.http.attempts import Patience, repeated
from jatsx.http.faults import RequestRefused
from jatsx.http.redaction import Redaction, of_basic
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    import ssl

    import httpx

MOST_REDIRECTS: Final = 5

_LOGGERS: Final = (
    *("httpx", "stamina"),
    *(f"httpcore.{name}" for name in ("connection", "http11", "http2", "proxy", "socks")),
)
"""The loggers whose records may contain addresses, or headers of answers."""


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
        verify_address(self.base, self.shown(self.base))
        httpx = _packages(self.shown(self.base))
        self._loggers = [logging.getLogger(name) for name in _LOGGERS]
        self._silent = logging.NullHandler()
        for logger in self._loggers:
            logger.addFilter(self.redaction)
            logger.addHandler(self._silent)
        self._client = httpx.Client(
            headers={"User-Agent": f"jatsx/{__version__}", **headers},
            auth=basic,
            timeout=self.patience.timeout,
            follow_redirects=False,
            trust_env=not is_loopback(self.base),
            verify=tls if tls is not None else True,
        )
        self._receiver = Receiver(self._client, self.patience, most_bytes, self.redaction)

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
            code, target = "server-redirect-foreign", self.shown(address)
            raise RequestRefused(code, self.shown(self.base), target=target)
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
        return repeated(
            lambda: self._followed(request(), accepts),
            self.patience,
            is_repeatable=is_repeatable,
        )

    def _followed(self, request: httpx.Request, accepts: Collection[int]) -> HttpAnswer:
        """The answer to one request, and to the requests to which it is redirected."""
        for _ in range(MOST_REDIRECTS + 1):
            received = self._receiver.received(request)
            if received.again is not None:
                raise received.again
            answer, location = received.answer, received.location
            shown = self.shown(str(request.url))
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


def _of_bytes(content: bytes | None, media_type: str) -> dict[str, Any]:
    """The arguments of httpx for a body."""
    return {"content": content, "headers": {"Content-Type": media_type} if media_type else None}


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
