"""The page of an issue: its articles and what each format says of them."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from jatsx.desk.folder_actions import (
    IdInvalid,
    IdTaken,
    create_article,
)
from jatsx.desk.importing import import_into
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.issue_view import issue_view
from jatsx.desk.ordering import reordered
from jatsx.desk.pages import address, page
from jatsx.desk.routes.common import (
    UNFIT,
    desk_of,
    inside_of,
    issue_of,
    number_in,
    posted,
    text_in,
)
from jatsx.desk.routes.file_answers import REASONS, unwritten
from jatsx.desk.routes.start import NOT_IMPORTED, reason_of, taken_import
from jatsx.desk.sentences import say
from jatsx.findings.arguments import as_argument


def issue_page(request: Request, error: str = "") -> Response:
    """The articles of an issue, what is found in them, and what can be added."""
    issue = issue_of(request)
    desk = desk_of(request)
    command = f"jatsx desk {as_argument(str(issue.folder.resolve().parent))}"
    return page(
        request,
        "issue.html",
        status=422 if error else 200,
        desk=desk,
        error=error,
        imported=taken_import(desk),
        command=command,
        **_values(issue),
    )


def grid(request: Request) -> Response:
    """The table of the articles, while they are checked."""
    return page(request, "grid.html", **_values(issue_of(request)))


@posted
def reorder(request: Request, form: FormData) -> Response:
    """Moves an article to another position, and writes the order to issue.yaml."""
    issue = inside_of(request)
    with issue.lock:
        try:
            reordered(issue, text_in(form, "name"), number_in(form, "to"))
        except LookupError:
            raise HTTPException(UNFIT) from None
        except REASONS as error:
            return unwritten(request, error)
    return page(request, "grid.html", **_values(issue, wait=1.0))


@posted
def new_article(request: Request, form: FormData) -> Response:
    """Adds an article, and opens it."""
    issue, id = inside_of(request), text_in(form, "id").strip()
    language = text_in(form, "language").strip()
    try:
        path = create_article(issue.folder, id, {"language": language} if language else {})
    except IdTaken:
        return issue_page(request, say("id_taken", id=id))
    except IdInvalid:
        return issue_page(request, say("id_invalid", id=id))
    url = address(request, "file", issue=issue.name, kind="article", name=path.name)
    return RedirectResponse(url, 303)


@posted
def import_articles(request: Request, form: FormData) -> Response:
    """Adds the articles of a file of another program."""
    issue, sent = inside_of(request), form.get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return issue_page(request)
    desk = desk_of(request)
    try:
        desk.imported = import_into(issue.folder, sent.filename, sent.file, desk.session)
    except NOT_IMPORTED as error:
        return issue_page(request, reason_of(error))
    return RedirectResponse(address(request, "issue", issue=issue.name), 303)


def _values(issue: IssueDesk, wait: float = 0.2) -> dict[str, Any]:
    """What the templates of an issue need."""
    result, work = issue.grid(wait)
    view = issue_view(issue, result)
    return {"issue": issue, "view": view, "work": work, "check_error": issue.check_error}
