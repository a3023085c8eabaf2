"""What can go wrong with a request. A caller turns it into a finding by its code."""

from __future__ import annotations

from typing import Final

from jatsx.findings.finding import Finding, Level, Place
from jatsx.model.frozenmap import FrozenMap

UNREACHABLE: Final = (
    "server-answer-late",
    "server-answer-overloaded",
    "server-connection-failed",
)
"""The codes that say that a server could not be reached."""

REDIRECTED: Final = ("server-redirect-foreign", "server-redirect-endless")
"""The codes after which the server may have processed the request all the same."""

NOT_DONE: Final = range(400, 500)
"""The statuses that say that a request was not processed, except :data:`TIMEOUT`."""

TIMEOUT: Final = 408
"""The status that says that a server did not get the request in time, as far as it knows."""


class HttpFault(Exception):
    """A request to a server failed. Neither its text nor its params contain a secret.

    Args:
        code: the code of the finding; its message is in :mod:`jatsx.findings.messages`.
        address: the URL of the request, without secrets.
        params: the other params of the finding.

    ``is_unprocessed`` says whether the server has certainly not processed the request.
    """

    def __init__(self, code: str, address: str, **params: str) -> None:
        details = " ".join(f"{name}={value}" for name, value in params.items())
        super().__init__(f"{code}: {address} {details}".rstrip())
        self.code = code
        self.address = address
        self.params = params
        self.is_unprocessed = False

    def finding(self, level: Level = Level.ERROR) -> Finding:
        """The finding about the request."""
        params = FrozenMap({"address": self.address, **self.params})
        return Finding(self.code, level, params, place=Place(self.address))


class ServerUnreachable(HttpFault):
    """The server cannot be reached, does not answer in time, or is overloaded (429, 502–504)."""


class RequestRefused(HttpFault):
    """The request is refused: by the server, with a status, or here, because it is not safe.

    ``status`` is the status of the answer; None if nothing was sent.
    """

    def __init__(
        self, code: str, address: str, *, status: int | None = None, **params: str
    ) -> None:
        if status is not None:
            params = {"status": str(status), **params}
        super().__init__(code, address, **params)
        self.status = status
        self.is_unprocessed = (
            code not in REDIRECTED if status is None else status in NOT_DONE and status != TIMEOUT
        )


class AnswerNotUnderstood(HttpFault):
    """The answer is too large, or not in the expected form."""
