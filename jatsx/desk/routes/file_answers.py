"""The answers to an edit: what was saved and found, or why nothing was written."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.editing.edited_text import NotEdited
from jatsx.desk.editing.edits import SetValue
from jatsx.desk.file_view import changed_anchors, file_record, file_view
from jatsx.desk.files import FileOnDesk
from jatsx.desk.forms.values import ControlKind, shown
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import page
from jatsx.desk.sentences import say
from jatsx.desk.writing import ChangedMeanwhile, NotWritable
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.value_hash import value_at

REASONS: Final = (ChangedMeanwhile, NotEdited, NotWritable, OSError)
"""Why nothing is written."""


def saved(
    request: Request, issue: IssueDesk, file: FileOnDesk, before: FileOnDesk, path: Path
) -> Response:
    """The answer after a value was written: what is found now."""
    view = file_view(issue, file)
    former = file_view(issue, before)
    return page(
        request,
        "saved.html",
        issue=issue,
        file=file,
        view=view,
        said=_saved_at(file, before),
        anchors=changed_anchors(former.found, view),
        record=file_record(issue, file),
        around=issue.form(file).around(path),
        rows=sorted({*former.marks, *view.marks}),
        can_undo=issue.writer.can_undo(file.path),
    )


def whole_form(request: Request, values: dict[str, Any], said: str, focused: str = "") -> Response:
    """The answer after rows were changed: the whole form."""
    return page(request, "whole_form.html", said=said, **{**values, "focused": focused})


def not_written(
    request: Request, issue: IssueDesk, file: FileOnDesk, page_id: str, error: Exception
) -> Response:
    """The answer if nothing was written: both versions, or the reason."""
    if not isinstance(error, ChangedMeanwhile):
        return unwritten(request, error)
    edit = error.edit if isinstance(error.edit, SetValue) else None
    values: dict[str, Any] = {
        "issue": issue,
        "file": file,
        "page_id": page_id,
        "changes": error.values,
        "path": format_path(edit.path) if edit else "",
        "mine": _text(edit.value) if edit else "",
        "now": _text(value_at(file.data, edit.path)) if edit else "",
    }
    return _in_place(page(request, "conflict.html", format_path=format_path, **values))


def unwritten(request: Request, error: Exception) -> Response:
    """The answer with the reason why nothing was written."""
    return _in_place(page(request, "not_written.html", text=reason(error)))


def conflict_page(
    request: Request, issue: IssueDesk, file: FileOnDesk, error: Exception, text: str
) -> Response:
    """The page after the text of a file was not written: both texts."""
    now = file.content.decode("utf-8-sig", "replace")
    return page(
        request,
        "text_conflict.html",
        status=409,
        issue=issue,
        file=file,
        why=reason(error),
        text=text,
        now=now,
    )


def reason(error: Exception) -> str:
    """Why a file was not written."""
    if isinstance(error, ChangedMeanwhile):
        return say("changed_help")
    if isinstance(error, NotWritable):
        return say("not_writable", file=str(error))
    if isinstance(error, OSError):
        return say("not_written", detail=error.strerror or str(error))
    return say("not_edited")


def _in_place(answer: Response) -> Response:
    """The answer in the place of what was not written."""
    answer.headers["HX-Retarget"] = "#conflict"
    answer.headers["HX-Reswap"] = "outerHTML"
    return answer


def _text(value: Any) -> str:
    return shown(ControlKind.LINES if isinstance(value, list) else ControlKind.PROSE, value)


def _saved_at(file: FileOnDesk, before: FileOnDesk) -> str:
    if file.content == before.content:
        return say("unchanged")
    return saved_now()


def saved_now() -> str:
    """The sentence that a file was saved, with the time."""
    return say("saved", time=f"{datetime.now():%H:%M:%S}")
