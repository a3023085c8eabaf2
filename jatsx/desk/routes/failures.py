"""What the desk answers if a request cannot be done. No page shows a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from jatsx.desk.guard import TooLarge
from jatsx.desk.pages import address, page
from jatsx.desk.sentences import say
from jatsx.findings.plugin_errors import LOGGER

ONLY_POST: Final = 405
"""The status if an address only takes forms."""


async def absent(request: Request, error: Exception) -> Response:
    """The answer if there is no such page, or the request is not one of the desk's.

    The address of a form leads to the page of the form, for example when that page is loaded again.
    """
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == ONLY_POST and request.method == "GET":
        return RedirectResponse(_above(request), 303)
    return page(request, "message.html", status=status, title=say("absent"), text="")


def _above(request: Request) -> str:
    """The page from which a form is sent to the address of a request."""
    start, own = address(request, "home"), request.scope["raw_path"].decode("ascii")
    above = own.rpartition("/")[0]
    return above if above.startswith(start) else start


async def failed(request: Request, error: Exception) -> Response:
    """The answer if the desk failed."""
    if isinstance(error, TooLarge):
        raise error
    logging.getLogger(LOGGER).debug("The desk failed:", exc_info=error)
    text = say("failed", detail=f"{type(error).__name__}: {error}")
    return page(request, "message.html", status=500, title=text, text="")


HANDLERS: Mapping[Any, Callable[[Request, Exception], Any]] = {
    HTTPException: absent,
    Exception: failed,
}
