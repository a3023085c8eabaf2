"""The desk as a web application: which address leads to which route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.routing import Mount, Route

from jatsx.desk.files import FileKind
from jatsx.desk.guard import Guard
from jatsx.desk.routes import deposit, export, file_edits, file_pages, issue, rules, start, static
from jatsx.desk.routes.failures import HANDLERS
from jatsx.findings.translation import in_language

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from jatsx.desk.desk import Desk

_ISSUE = "/issues/{issue}"
_FILE = _ISSUE + "/{kind:file_kind}/{name}"


class _FileKindConvertor(StringConvertor):
    """What a file describes, in an address."""

    regex = "|".join(FileKind)


register_url_convertor("file_kind", _FileKindConvertor())

ROUTES = [
    Route("/", start.home, name="home"),
    Route("/language", start.change_language, methods=["POST"], name="language"),
    Route("/stop", start.stop, methods=["POST"], name="stop"),
    Route("/issues", start.new_issue, methods=["POST"], name="new_issue"),
    Route("/import", start.import_file, methods=["POST"], name="import_file"),
    Route("/static/{name}", static.static_file, name="static"),
    Route("/explain/{code}", rules.explain, name="explain"),
    Route(_ISSUE, issue.issue_page, name="issue"),
    Route(_ISSUE + "/explain/{code}", rules.explain, name="explain_in_issue"),
    Route(_ISSUE + "/grid", issue.grid, name="grid"),
    Route(_ISSUE + "/order", issue.reorder, methods=["POST"], name="order"),
    Route(_ISSUE + "/articles", issue.new_article, methods=["POST"], name="new_article"),
    Route(_ISSUE + "/import", issue.import_articles, methods=["POST"], name="import_articles"),
    Route(_ISSUE + "/export", export.export_page, name="export"),
    Route(_ISSUE + "/export/start", export.start_export, methods=["POST"], name="start_export"),
    Route(_ISSUE + "/export/progress", export.progress, name="export_progress"),
    Route(_ISSUE + "/export/file", export.exported_file, name="exported_file"),
    Route(_ISSUE + "/deposit", deposit.deposit_page, name="deposit"),
    Route(_ISSUE + "/deposit/state", deposit.deposit_state, name="deposit_state"),
    Route(_ISSUE + "/deposit/start", deposit.start_deposit, methods=["POST"], name="start_deposit"),
    Route(_ISSUE + "/deposit/answer", deposit.answer, methods=["POST"], name="deposit_answer"),
    Route(_ISSUE + "/ledger", deposit.ledger_page, name="ledger"),
    Route(_ISSUE + "/ledger/update", deposit.update_ledger, methods=["POST"], name="update_ledger"),
    Route(_ISSUE + "/ledger/{what}/{number:int}", deposit.sent_document, name="sent_document"),
    Route(_FILE, file_pages.file_page, name="file"),
    Route(_FILE + "/text", file_pages.text_page, name="text"),
    Route(_FILE + "/row", file_pages.row, name="row"),
    Route(_FILE + "/preview/{format}", file_pages.preview, name="preview"),
    Route(_FILE + "/save", file_pages.save_text, methods=["POST"], name="save_text"),
    Route(_FILE + "/edit", file_edits.edit_value, methods=["POST"], name="edit"),
    Route(_FILE + "/rows", file_edits.edit_rows, methods=["POST"], name="rows"),
    Route(_FILE + "/column", file_edits.add_column, methods=["POST"], name="column"),
    Route(_FILE + "/key", file_edits.add_key, methods=["POST"], name="key"),
    Route(_FILE + "/split", file_edits.split_references, methods=["POST"], name="split"),
    Route(_FILE + "/mend", file_edits.mend, methods=["POST"], name="mend"),
    Route(_FILE + "/settle", file_edits.settle, methods=["POST"], name="settle"),
    Route(_FILE + "/undo", file_edits.undo, methods=["POST"], name="undo"),
]


def desk_app(desk: Desk, port: int) -> ASGIApp:
    """The application of a desk that is served on a port of this computer."""
    routes = [Mount(f"/{desk.token}", routes=ROUTES), Route(f"/{desk.entry}/", start.enter)]
    app = Starlette(routes=routes, exception_handlers=HANDLERS)
    app.state.desk = desk
    return _InLanguage(Guard(app, desk.token, desk.entry, port), desk)


class _InLanguage:
    """Answers in the language of the desk."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with in_language(self._desk.language):
            await self._app(scope, receive, send)
