"""Edits of a file: values, rows, corrections, notes, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.editing.edits import AddRow, Edit, MoveRow, RemoveRow, SetValue
from jatsx.desk.file_view import finding_at
from jatsx.desk.files import FileOnDesk
from jatsx.desk.forms.blocks import anchor
from jatsx.desk.forms.new_rows import new_row
from jatsx.desk.forms.values import ControlKind, kind_at, typed
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import page
from jatsx.desk.pasted_lists import pasted_references
from jatsx.desk.routes.common import (
    FORBIDDEN,
    UNFIT,
    file_of,
    issue_of,
    number_in,
    path_in,
    posted,
    text_in,
)
from jatsx.desk.routes.file_answers import REASONS, not_written, saved, saved_now, whole_form
from jatsx.desk.routes.file_pages import file_values
from jatsx.desk.sentences import say
from jatsx.desk.settling import settle_note
from jatsx.fixing.mended_files import mended_file, noted_values
from jatsx.model.fieldpath import Path
from jatsx.model.value_hash import value_at


@posted
def edit_value(request: Request, form: FormData) -> Response:
    """Writes a value."""
    issue = issue_of(request)
    with issue.lock:
        file = _file_inside(request, issue)
        path, page_id = path_in(form), text_in(form, "page")
        kind = kind_at(file.key.kind.root, path) or _kind_of_section(path)
        if kind is None:
            raise HTTPException(UNFIT)
        edit = SetValue(path, typed(kind, text_in(form, "value")))
        if text_in(form, "mine"):
            issue.writer.seen.note(page_id, file.path, file.content)
        try:
            issue.writer.make(file, [edit], page_id)
        except REASONS as error:
            return not_written(request, issue, file, page_id, error)
        now = file_of(request, issue)
        if text_in(form, "mine"):
            return whole_form(request, file_values(issue, now, page_id), saved_now())
        return saved(request, issue, now, file, path)


@posted
def edit_rows(request: Request, form: FormData) -> Response:
    """Adds, moves or removes a row."""
    path = path_in(form)
    if text_in(form, "do") == "divide":
        return _edited(request, form, lambda file: [_divided(file, path)], "")
    if text_in(form, "do") == "add":
        return _edited(request, form, lambda file: [AddRow(path, _new_row(file, path))], "new")
    position = number_in(form, "position")
    if text_in(form, "do") == "remove":
        return _edited(request, form, lambda _: [RemoveRow(path, position)], f"add-{anchor(path)}")
    to = number_in(form, "to")
    place = f"{text_in(form, 'do')}-{anchor((*path, to))}"
    return _edited(request, form, lambda _: [MoveRow(path, position, to)], place)


@posted
def add_column(request: Request, form: FormData) -> Response:
    """Shows a field with a column for one more language, or with one more key."""
    issue = issue_of(request)
    with issue.lock:
        file = _file_inside(request, issue)
        path, tag = path_in(form), text_in(form, "tag").strip()
        blocks = list(issue.form(file).blocks(path, (tag,) if tag else ()))
        values = file_values(issue, file, text_in(form, "page"))
    return page(request, "one_field.html", block=blocks[0], **values)


@posted
def add_key(request: Request, form: FormData) -> Response:
    """Writes a value with a key of its own, for example another identifier."""
    path = (*path_in(form), text_in(form, "key").strip())
    value = typed(ControlKind.LINE, text_in(form, "value"))
    return _edited(request, form, lambda _: [SetValue(path, value)], "")


@posted
def split_references(request: Request, form: FormData) -> Response:
    """Adds the references of a pasted list."""
    given, tag = text_in(form, "list"), text_in(form, "language").strip()
    rows = pasted_references(given, tag)

    edits = [AddRow(("references",), row) for row in rows]
    return _edited(request, form, lambda _: edits, "", said=say("pasted", number=len(rows)))


@posted
def mend(request: Request, form: FormData) -> Response:
    """Corrects a value whose right form is certain, as ``check --fix`` does."""

    def mended(issue: IssueDesk, file: FileOnDesk, page_id: str) -> str:
        finding = finding_at(file, text_in(form, "code"), text_in(form, "field"))
        found = [finding] if finding else []
        made, _ = mended_file(file.path, file.content, found, noted_values(file.findings))
        issue.writer.verify(file, page_id)
        issue.writer.write(file.path, file.content, made.after, page_id)
        return say("mended") if made.mends else say("not_mended")

    return _changed(request, form, mended)


@posted
def settle(request: Request, form: FormData) -> Response:
    """Deletes the note of notes.yaml that a finding comes from: its value is right."""

    def settled(issue: IssueDesk, file: FileOnDesk, page_id: str) -> str:
        finding = finding_at(file, text_in(form, "code"), text_in(form, "field"))
        if finding is not None:
            settle_note(issue, finding, page_id, file.path)
        return say("settled")

    return _changed(request, form, settled)


@posted
def undo(request: Request, form: FormData) -> Response:
    """Takes back the last change of a file."""

    def undone(issue: IssueDesk, file: FileOnDesk, page_id: str) -> str:
        try:
            issue.writer.undo(file, page_id)
        except LookupError:
            raise HTTPException(UNFIT) from None
        return say("undone")

    return _changed(request, form, undone)


def _changed(
    request: Request, form: FormData, change: Callable[[IssueDesk, FileOnDesk, str], str]
) -> Response:
    """The whole form after a change, which returns the sentence that is said."""
    issue, page_id = issue_of(request), text_in(form, "page")
    with issue.lock:
        file = _file_inside(request, issue)
        try:
            said = change(issue, file, page_id)
        except REASONS as error:
            return not_written(request, issue, file, page_id, error)
        now = file_of(request, issue)
        return whole_form(request, file_values(issue, now, page_id), said)


def _edited(
    request: Request,
    form: FormData,
    edits: Callable[[FileOnDesk], Sequence[Edit]],
    focused: str,
    said: str = "",
) -> Response:
    """The whole form after edits. A row that was added is open."""
    issue, page_id = issue_of(request), text_in(form, "page")
    with issue.lock:
        file = _file_inside(request, issue)
        made = edits(file)
        try:
            issue.writer.make(file, made, page_id)
        except REASONS as error:
            return not_written(request, issue, file, page_id, error)
        now = file_of(request, issue)
        is_added = len(made) == 1 and isinstance(made[0], AddRow)
        opened = _last_row(now, made[0].path) if is_added else ()
        values = file_values(issue, now, page_id, opened)
    return whole_form(request, values, said or saved_now(), focused)


def _last_row(file: FileOnDesk, path: Path) -> Path:
    rows = value_at(file.data, path)
    return (*path, len(rows) - 1) if isinstance(rows, list) and rows else ()


def _file_inside(request: Request, issue: IssueDesk) -> FileOnDesk:
    """The file of a request.

    Raises:
        HTTPException: it is outside the folder of the desk.
    """
    file = file_of(request, issue)
    if not issue.is_inside(file.path):
        raise HTTPException(FORBIDDEN)
    return file


def _new_row(file: FileOnDesk, path: Path) -> Any:
    """What a new row of a list holds."""
    return new_row(file.key.kind.root, path, value_at(file.data, path) or [])


def _divided(file: FileOnDesk, path: Path) -> Edit:
    """Running text as a section without a title."""
    return SetValue(path, [{"text": str(value_at(file.data, path) or "")}])


def _kind_of_section(path: Path) -> ControlKind | None:
    """The kind of a value in a titled section of running text."""
    if len(path) < 3 or not isinstance(path[-2], int):
        return None
    return {"title": ControlKind.LINE, "text": ControlKind.PROSE}.get(str(path[-1]))
