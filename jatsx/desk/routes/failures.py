"""What the desk answers if a request cannot be done. No page shows a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.guard import TooLarge
from jatsx.desk.pages import page
from jatsx.desk.sentences import say
from jatsx.findings.plugin_errors import LOGGER


async def absent(request: Request, error: Exception) -> Response:
    """The answer if there is no such page, or the request is not one of the desk's."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return page(request, "message.html", status=status, title=say("absent"), text="")


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
