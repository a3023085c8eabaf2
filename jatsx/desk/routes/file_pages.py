"""The pages of a file: its form, its text, and what each format makes of it."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from jatsx.desk.file_view import file_record, file_view
from jatsx.desk.files import FileKind, FileOnDesk
from jatsx.desk.forms.blocks import anchor
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import address, page
from jatsx.desk.previews import document_preview
from jatsx.desk.routes.common import FORBIDDEN, file_of, issue_of, key_of, path_in, posted, text_in
from jatsx.desk.routes.file_answers import conflict_page
from jatsx.desk.typed_text import is_text, typed_content
from jatsx.desk.writing import ChangedMeanwhile, NotWritable
from jatsx.model.fieldpath import Path
from jatsx.model.fields import part_at
from jatsx.model.value_hash import value_at


def file_page(request: Request) -> Response:
    """The form of a file; its text, if it cannot be shown as a form."""
    issue = issue_of(request)
    with issue.lock:
        file = file_of(request, issue)
        if not file.has_form:
            return text_page(request)
        values = file_values(issue, file, _new_page(issue, file))
    return page(request, "file.html", **values)


def file_values(
    issue: IssueDesk, file: FileOnDesk, page_id: str, opened: Path = ()
) -> dict[str, Any]:
    """What the templates of a file need; ``opened`` is the path of the row that is open."""
    is_article = file.key.kind is FileKind.ARTICLE
    return {
        "issue": issue,
        "file": file,
        "file_id": str(file.data.get("id") or file.path.stem),
        "page_id": page_id,
        "sections": issue.form(file, opened).sections(),
        "view": file_view(issue, file),
        "record": file_record(issue, file),
        "formats": tuple(issue.session.registry.exporters) if is_article else (),
        "is_inside": issue.is_inside(file.path),
        "can_undo": issue.writer.can_undo(file.path),
        "opened": anchor(opened) if opened else "",
        "focused": "",
    }


def row(request: Request) -> Response:
    """The fields of a row, which is opened."""
    issue = issue_of(request)
    path = path_in(request.query_params)
    with issue.lock:
        file = file_of(request, issue)
        if value_at(file.data, path) is None or part_at(file.key.kind.root, path) is None:
            raise HTTPException(404)
        values = file_values(issue, file, text_in(request.query_params, "page"))
        inside = issue.form(file).row(path)
    return page(request, "row.html", row=inside, **values)


def text_page(request: Request) -> Response:
    """The text of a file."""
    issue = issue_of(request)
    with issue.lock:
        file = file_of(request, issue)
        page_id = _new_page(issue, file)
    text = file.content.decode("utf-8-sig", "replace")
    return page(
        request,
        "text.html",
        issue=issue,
        file=file,
        page_id=page_id,
        text=text,
        view=file_view(issue, file),
        is_inside=issue.is_inside(file.path),
        is_text=is_text(file.content),
    )


@posted
def save_text(request: Request, form: FormData) -> Response:
    """Writes the text of a file."""
    issue = issue_of(request)
    with issue.lock:
        file = file_of(request, issue)
        text = text_in(form, "text").replace("\r\n", "\n")
        page_id = text_in(form, "page")
        if not issue.is_inside(file.path) or not is_text(file.content):
            raise HTTPException(FORBIDDEN)
        content = typed_content(text, like=file.content)
        try:
            issue.writer.verify(file, page_id)
            issue.writer.write(file.path, file.content, content, page_id)
        except (ChangedMeanwhile, NotWritable, OSError) as error:
            return conflict_page(request, issue, file, error, text)
    url = address(request, "file", issue=issue.name, kind=file.key.kind, name=file.key.name)
    return RedirectResponse(url, 303)


def preview(request: Request) -> Response:
    """The document of a format, and what it leaves out."""
    issue, key = issue_of(request), key_of(request)
    format = request.path_params["format"]
    if key.kind is not FileKind.ARTICLE or format not in issue.session.registry.exporters:
        raise HTTPException(404)
    with issue.lock:
        file = file_of(request, issue)
    made = document_preview(issue.session, file.path, format)
    return page(request, "preview.html", issue=issue, file=file, format=format, made=made)


def _new_page(issue: IssueDesk, file: FileOnDesk) -> str:
    """The id of a new page that shows a file."""
    page_id = token_urlsafe(8)
    issue.writer.seen.note(page_id, file.path, file.content)
    return page_id
