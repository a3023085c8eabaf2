"""Deposit and ledger: the same as ``jatsx deposit`` and ``jatsx status``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from jatsx.deposit.fault import DepositFault
from jatsx.deposit.standing import Standing
from jatsx.desk.deposits import Deposit
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import address, page
from jatsx.desk.routes.common import UNFIT, desk_of, issue_of, posted, text_in
from jatsx.desk.shown_parts import DeskParts
from jatsx.desk.standings import ledger_lines, standing_shown
from jatsx.library.deposits import status


def deposit_page(request: Request) -> Response:
    """What can be sent, and what became of it."""
    issue = issue_of(request)
    return page(request, "deposit.html", **_values(issue))


def deposit_state(request: Request) -> Response:
    """How far a deposit is."""
    return page(request, "deposit_state.html", **_values(issue_of(request)))


@posted
def start_deposit(request: Request, form: FormData) -> Response:
    """Starts a deposit. It asks before anything leaves."""
    issue, desk = issue_of(request), desk_of(request)
    agency = issue.session.registry.agencies.get(text_in(form, "agency"))
    if agency is None:
        raise HTTPException(UNFIT)
    typed = {one.variable: text_in(form, one.variable) for one in agency.credentials}
    with issue.lock:
        if issue.deposit is None or not issue.deposit.work.is_running:
            issue.deposit = Deposit(
                issue.folder,
                agency.name,
                is_test=bool(text_in(form, "test")),
                credentials={name: value for name, value in typed.items() if value},
                session=issue.session,
                ledger=desk.ledger,
                server=desk.server,
                **desk.sending,
            )
            issue.deposit.work.wait(0.3)
    return _back(request, issue)


@posted
def answer(request: Request, form: FormData) -> Response:
    """Sends, or does not."""
    issue = issue_of(request)
    if issue.deposit is not None and issue.deposit.is_asking:
        issue.deposit.answer(may_send=text_in(form, "do") == "send")
        issue.deposit.work.wait(0.5)
    return _back(request, issue)


def ledger_page(request: Request) -> Response:
    """The articles of the issue that were sent."""
    return _ledger(request, updates=False)


@posted
def update_ledger(request: Request, form: FormData) -> Response:  # noqa: ARG001
    """Asks the agencies what became of what they have not answered yet."""
    return _ledger(request, updates=True)


def sent_document(request: Request) -> Response:
    """A document as it was sent, or what the agency answered."""
    issue, number = issue_of(request), request.path_params["number"]
    opened = issue.ledger()
    if opened is None:
        raise HTTPException(404)
    with opened as ledger:
        if number not in {one.number for one in ledger.submissions()}:
            raise HTTPException(404)
        is_answer = request.path_params["what"] == "answer"
        content = ledger.answer(number) if is_answer else ledger.document(number)
    return PlainTextResponse((content or b"").decode("utf-8", "replace"))


def _ledger(request: Request, *, updates: bool) -> Response:
    issue, desk = issue_of(request), desk_of(request)
    lines, said = [], ""
    try:
        known = status(
            issue.folder,
            update=updates,
            ledger=desk.ledger,
            server=desk.server if updates else None,
            session=issue.session,
        )
        lines = ledger_lines(known)
        said = " ".join(known.message(one) for one in known.findings)
    except DepositFault as fault:
        said = _said(issue, fault)
    return page(request, "ledger.html", issue=issue, lines=lines, fault=said)


def _values(issue: IssueDesk) -> dict[str, Any]:
    """What the templates of a deposit need."""
    registry, deposit = issue.session.registry, issue.deposit
    agencies = [one for one in registry.agencies.values() if one.format in registry.exporters]
    work = deposit.work if deposit else None
    made, error = (work.made, work.error) if work else (None, None)
    if made is not None:
        issue.take_refusals(made)
    shown = made or (deposit.going if deposit and deposit.is_asking else None)
    articles = []
    if shown is not None:
        parts = DeskParts(shown.run, issue.folder)
        for n, one in enumerate(shown.articles):
            own = one.result.findings if one.standing is not Standing.READY else []
            if one.standing is Standing.BLOCKED:
                own = [each for each in own if each.blocks(shown.agency.format)]
            found = [] if shown.is_dry_run else parts.findings(own)
            state = standing_shown(one.standing)
            articles.append((Path(one.result.source).name, parts.line(n, one.result), state, found))
    return {
        "issue": issue,
        "agencies": agencies,
        "deposit": deposit,
        "made": made,
        "articles": articles,
        "shared": DeskParts(made.run, issue.folder).findings(made.run.shared_findings)
        if made
        else [],
        "fault": _said(issue, error) if error else "",
    }


def _said(issue: IssueDesk, error: Exception) -> str:
    """Why nothing can be sent."""
    if not isinstance(error, DepositFault):
        return f"{type(error).__name__}: {error}"
    sentences, finding = issue.session.registry.sentences, error.finding()
    return f"{sentences.sentence(finding)} {sentences.hint(finding)}".strip()


def _back(request: Request, issue: IssueDesk) -> Response:
    return RedirectResponse(address(request, "deposit", issue=issue.name), 303)
