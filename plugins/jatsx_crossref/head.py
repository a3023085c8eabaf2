"""The head: whose deposit it is, and which."""

from __future__ import annotations

from jatsx import Deposit, Element, el
from jatsx_crossref.options import origin_of


def head(deposit: Deposit) -> Element | None:
    """``head``: the batch, the depositor, the registrant."""
    return el(
        "head",
        None,
        el("doi_batch_id", None, deposit.batch_id, of="issue.id"),
        el("timestamp", None, deposit.timestamp),
        depositor(deposit),
        _option("registrant", deposit),
        fields={"registrant": origin_of("registrant"), "depositor": origin_of("depositor_name")},
    )


def depositor(deposit: Deposit) -> Element | None:
    """``depositor``: who deposits, and where Crossref's reports go."""
    names = ("depositor_name", "email_address")
    fields = {name: origin_of(name) for name in names}
    return el("depositor", None, (_option(name, deposit) for name in names), fields=fields)


def _option(name: str, deposit: Deposit) -> Element | None:
    """The element that an option is named for."""
    return el(name, None, deposit.option(name), of=origin_of(name))
