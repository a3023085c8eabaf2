"""What the routes share: the desk, issue and file of a request, and forms that are sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Final, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.desk import Desk
from jatsx.desk.files import FileKey, FileKind, FileOnDesk
from jatsx.desk.issue_desk import IssueDesk
from jatsx.fixing.write_files import ARTICLES
from jatsx.model.fieldpath import Path, parse_path

SentValues: TypeAlias = FormData | QueryParams
"""What a request was sent with."""

LONGEST_VALUE: Final = 8 * 1024 * 1024
"""The largest number of bytes of one value of a form."""

FORBIDDEN: Final = 403
NOT_FOUND: Final = 404
UNFIT: Final = 422


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def issue_of(request: Request) -> IssueDesk:
    """The issue that a request is about.

    Raises:
        HTTPException: there is no such issue.
    """
    found = desk_of(request).issues.get(request.path_params["issue"])
    if found is None:
        raise HTTPException(NOT_FOUND)
    return found


def inside_of(request: Request) -> IssueDesk:
    """The issue that a request is about, to whose folder something is added.

    Raises:
        HTTPException: there is no such issue, or it is outside the folder of the desk.
    """
    issue = issue_of(request)
    if not issue.is_inside(issue.folder / ARTICLES):
        raise HTTPException(FORBIDDEN)
    return issue


def key_of(request: Request) -> FileKey:
    """The file that a request is about."""
    return FileKey(FileKind(request.path_params["kind"]), request.path_params["name"])


def file_of(request: Request, issue: IssueDesk) -> FileOnDesk:
    """The file that a request is about, as it is now.

    Raises:
        HTTPException: there is no such file.
    """
    try:
        return issue.file(key_of(request))
    except LookupError:
        raise HTTPException(NOT_FOUND) from None


def posted(
    route: Callable[[Request, FormData], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """A route that gets the form that was sent. It works in a thread of its own."""

    @wraps(route)
    async def read(request: Request) -> Response:
        async with request.form(max_part_size=LONGEST_VALUE) as form:
            return await run_in_threadpool(route, request, form)

    return read


def text_in(form: SentValues, name: str) -> str:
    """A text of a form; empty if it is absent."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def path_in(form: SentValues, name: str = "path") -> Path:
    """The path of a field in a form.

    Raises:
        HTTPException: it is not a path, or empty.
    """
    try:
        path = parse_path(text_in(form, name))
    except ValueError:
        path = ()
    if not path:
        raise HTTPException(UNFIT)
    return path


def number_in(form: SentValues, name: str) -> int:
    """A whole number in a form.

    Raises:
        HTTPException: it is not a whole number.
    """
    written = text_in(form, name)
    if not written.isdecimal() or len(written) > 6:
        raise HTTPException(UNFIT)
    return int(written)
