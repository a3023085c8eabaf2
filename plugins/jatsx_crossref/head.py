"""The head: whose deposit it is, and which."""

from __future__ import annotations

from jatsx import Built, Deposit, element
from jatsx_crossref.options import origin_of


def head(deposit: Deposit) -> Built:
    """``head``: the batch, the depositor, the registrant."""
    return element(
        "head",
        None,
        element("doi_batch_id", None, deposit.batch_id, field="issue.id"),
        element("timestamp", None, deposit.timestamp),
        depositor(deposit),
        _option("registrant", deposit),
        fields={"registrant": origin_of("registrant"), "depositor": origin_of("depositor_name")},
    )


def depositor(deposit: Deposit) -> Built:
    """``depositor``: who deposits, and where Crossref's reports go."""
    names = ("depositor_name", "email_address")
    fields = {name: origin_of(name) for name in names}
    return element("depositor", None, (_option(name, deposit) for name in names), fields=fields)


def _option(name: str, deposit: Deposit) -> Built:
    """The element that an option is named for."""
    return element(name, None, deposit.option(name), field=origin_of(name))
