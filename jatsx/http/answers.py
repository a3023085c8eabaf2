"""The answer to one request, as far as it is not too large or too slow."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jatsx.http.attempts import Patience, TryAgain
from jatsx.http.faults import AnswerNotUnderstood, ServerUnreachable
from jatsx.http.redaction import Redaction

if TYPE_CHECKING:
    import httpx

MEGABYTE: Final = 1024 * 1024

OVERLOADED: Final = (429, 502, 503, 504)
"""The statuses after which a request is sent again."""

NOT_PROCESSED: Final = (429, 503)
"""The statuses after which the server has certainly not processed the request."""


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


@dataclass(frozen=True, slots=True)
class Received:
    """An answer, where it redirects to, and whether to send the request again."""

    answer: HttpAnswer
    location: str | None = None
    again: TryAgain | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Sends single requests of a client.

    Args:
        client: the client of httpx.
        patience: how long it waits.
        most_bytes: the maximum size of an answer.
        redaction: removes secrets.
    """

    client: httpx.Client
    patience: Patience
    most_bytes: int
    redaction: Redaction

    def received(self, request: httpx.Request) -> Received:
        """The answer to one request.

        Raises:
            TryAgain: there is no answer, and the next attempt may have one.
            HttpFault: there is no answer, or it is not valid.
        """
        import httpx

        shown = self.redaction.text(str(request.url))
        fault: Exception
        try:
            response = self.client.send(request, stream=True)
            try:
                content = self._content(response, shown)
            finally:
                response.close()
            return self._received(response, content, shown)
        except httpx.TimeoutException as error:
            is_connecting = isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout)
            late = ServerUnreachable("server-answer-late", shown)
            fault = TryAgain(late, is_unprocessed=is_connecting)
        except (httpx.NetworkError, httpx.ProxyError) as error:
            detail = self._detail(error)
            lost = ServerUnreachable("server-connection-failed", shown, detail=detail)
            fault = lost
            if "CERTIFICATE_VERIFY_FAILED" not in detail:
                fault = TryAgain(lost, is_unprocessed=isinstance(error, httpx.ConnectError))
        except httpx.RemoteProtocolError as error:
            detail = self._detail(error)
            broken = ServerUnreachable("server-connection-failed", shown, detail=detail)
            fault = TryAgain(broken, is_unprocessed=False)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            detail = self._detail(error)
            fault = AnswerNotUnderstood("server-answer-invalid", shown, detail=detail)
        raise fault  # outside the handlers, so that the error of httpx is not attached to it

    def _received(self, response: httpx.Response, content: bytes, shown: str) -> Received:
        written = response.headers.get("Content-Type", "").partition(";")[0].strip()
        media_type = self.redaction.text(written)
        answer = HttpAnswer(response.status_code, shown, media_type, content, self.redaction)
        return Received(answer, response.headers.get("Location"), overloaded(response, shown))

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
                raise TryAgain(late, is_unprocessed=False)
            parts.append(part)
        return b"".join(parts)

    def _detail(self, error: Exception) -> str:
        """What an error of httpx says; its name if it says nothing."""
        return self.redaction.text(str(error)) or type(error).__name__


def overloaded(response: httpx.Response, shown: str) -> TryAgain | None:
    """That the server is overloaded, if it says so."""
    status = response.status_code
    if status not in OVERLOADED:
        return None
    fault = ServerUnreachable("server-answer-overloaded", shown, status=str(status))
    wait = _seconds(response.headers.get("Retry-After", ""))
    return TryAgain(fault, is_unprocessed=status in NOT_PROCESSED, wait=wait)


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
