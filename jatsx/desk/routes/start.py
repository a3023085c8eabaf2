"""The first page: the issues of the folder; a new issue; import; the language; the end."""

from __future__ import annotations

from typing import Final

from starlette.background import BackgroundTask
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from jatsx.desk.desk import Desk
from jatsx.desk.folder_actions import (
    IdInvalid,
    IdTaken,
    copy_journal,
    create_issue,
    create_issue_like,
)
from jatsx.desk.forms.form import USUAL_LANGUAGES
from jatsx.desk.importing import Imported, NothingRead, SeveralIssues, import_into
from jatsx.desk.pages import address, page
from jatsx.desk.routes.common import desk_of, posted, text_in
from jatsx.desk.sentences import say
from jatsx.desk.writing import NotWritable
from jatsx.findings.translation import LANGUAGES
from jatsx.readers.issue_context import journal_files
from jatsx.rules.common import is_file_name
from jatsx.standards.languages import language_name

NOT_IMPORTED: Final = (NothingRead, SeveralIssues, NotWritable, OSError)
"""Why nothing is imported."""


def enter(request: Request) -> Response:
    """Leads the browser to the desk."""
    return RedirectResponse(address(request, "home"), 303)


def home(request: Request) -> Response:
    """The issues; the issue itself, if there is only one and the folder is its own."""
    desk = desk_of(request)
    if desk.is_of_one_issue:
        return RedirectResponse(address(request, "issue", issue=desk.folder.name))
    return _home(request, desk)


@posted
def change_language(request: Request, form: FormData) -> Response:
    """Changes the language of the pages."""
    chosen = text_in(form, "language")
    if chosen in LANGUAGES:
        desk_of(request).language = chosen
    back = text_in(form, "back")
    start = address(request, "home")
    return RedirectResponse(back if back.startswith(start) else start, 303)


@posted
def stop(request: Request, form: FormData) -> Response:  # noqa: ARG001
    """Ends the desk."""
    answer = page(request, "message.html", title=say("stopped"), text="", is_open=False)
    answer.background = BackgroundTask(desk_of(request).stop)
    return answer


@posted
def new_issue(request: Request, form: FormData) -> Response:
    """Creates an issue: the first one, or one like another."""
    desk = desk_of(request)
    id, like = text_in(form, "id").strip(), text_in(form, "like")
    try:
        if like in desk.issues:
            _create_like(desk, id, like)
            name = id
        else:
            titles = {tag: text_in(form, f"title-{tag}").strip() for tag in USUAL_LANGUAGES}
            written = [tag for tag in USUAL_LANGUAGES if titles[tag]]
            create_issue(desk.folder, id, titles, written or USUAL_LANGUAGES)
            name = desk.folder.name
    except (IdTaken, IdInvalid, OSError) as error:
        return _home(request, desk, reason_of(error))
    return RedirectResponse(address(request, "issue", issue=name), 303)


@posted
def import_file(request: Request, form: FormData) -> Response:
    """Imports a file of another program into the folder, which has no issue yet."""
    desk, sent = desk_of(request), form.get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return _home(request, desk)
    try:
        desk.imported = import_into(desk.folder, sent.filename, sent.file, desk.session)
    except NOT_IMPORTED as error:
        return _home(request, desk, reason_of(error))
    return RedirectResponse(address(request, "home"), 303)


def _create_like(desk: Desk, id: str, like: str) -> None:
    """Creates an issue beside another one.

    Raises:
        IdInvalid, IdTaken: it cannot be created.
    """
    last = desk.issues[like]
    if last.issue is None or desk.is_of_one_issue or not is_file_name(id):
        raise IdInvalid(id)
    folder = desk.folder / id
    create_issue_like(last.issue, folder)
    for journal in journal_files(last.folder):
        copy_journal(journal, folder)


def _home(request: Request, desk: Desk, error: str = "") -> Response:
    languages = [(tag, language_name(tag, desk.language)) for tag in USUAL_LANGUAGES]
    return page(
        request,
        "home.html",
        status=422 if error else 200,
        desk=desk,
        issues=list(desk.issues.values()),
        imported=taken_import(desk),
        folder=str(desk.folder),
        title_languages=languages,
        error=error,
    )


def taken_import(desk: Desk) -> Imported | None:
    """What became of the last import, if no page has shown it yet."""
    imported, desk.imported = desk.imported, None
    return imported


def reason_of(error: Exception) -> str:
    """Why nothing was added to a folder."""
    if isinstance(error, IdTaken):
        return say("id_taken", id=error)
    if isinstance(error, IdInvalid):
        return say("id_invalid", id=error)
    if isinstance(error, NothingRead):
        return say("unreadable")
    if isinstance(error, SeveralIssues):
        return say("several_issues")
    if isinstance(error, NotWritable):
        return say("not_writable", file=error)
    return say("not_written", detail=getattr(error, "strerror", None) or error)
