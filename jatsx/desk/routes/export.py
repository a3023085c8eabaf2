"""Export: the same as ``jatsx export``, with its progress and its outcome."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from jatsx.desk.export_view import export_view
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import address, page
from jatsx.desk.routes.common import desk_of, issue_of, posted
from jatsx.desk.work import Work
from jatsx.library.exporting import export


def export_page(request: Request) -> Response:
    """What can be exported, or what was."""
    issue = issue_of(request)
    return page(request, "export.html", **_values(request, issue))


@posted
def start_export(request: Request, form: FormData) -> Response:
    """Starts an export."""
    issue, desk = issue_of(request), desk_of(request)
    known = issue.session.registry.exporters
    chosen = [str(one) for one in form.getlist("format") if one in known]
    with issue.lock:
        if issue.export is None or not issue.export.is_running:
            run = partial(
                export,
                issue.folder,
                to=chosen or issue.targets,
                out=desk.out,
                session=issue.session,
                keep_articles=True,
            )
            issue.export = Work(lambda progress: run(progress=progress))
            issue.export.wait(0.5)
    return RedirectResponse(address(request, "export", issue=issue.name), 303)


def progress(request: Request) -> Response:
    """How far the export is."""
    return page(request, "export_state.html", **_values(request, issue_of(request)))


def exported_file(request: Request) -> Response:
    """A file of the last export."""
    issue, desk = issue_of(request), desk_of(request)
    made = issue.export.made if issue.export else None
    known = export_view(made, desk.out, issue.folder).files if made else []
    path = request.query_params.get("path", "")
    if path not in known:
        raise HTTPException(404)
    content = Path(desk.out, path).read_bytes()
    return PlainTextResponse(content.decode("utf-8", "replace"))


def _values(request: Request, issue: IssueDesk) -> dict[str, Any]:
    desk, work = desk_of(request), issue.export
    made = work.made if work else None
    return {
        "issue": issue,
        "desk": desk,
        "work": work,
        "out": str(desk.out),
        "exporters": issue.session.registry.exporters,
        "view": export_view(made, desk.out, issue.folder) if made else None,
        "export_error": _error(work) if work and work.error else "",
    }


def _error(work: Work[Any]) -> str:
    error = work.error
    return f"{type(error).__name__}: {error}"
