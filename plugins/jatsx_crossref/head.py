"""The head: whose deposit it is, and which."""

from __future__ import annotations

from jatsx import Built, ExportContext, element
from jatsx_crossref.options import origin_of


def head(context: ExportContext) -> Built:
    """``head``: the batch, the depositor, the registrant."""
    return element(
        "head",
        None,
        element("doi_batch_id", None, context.batch_id, field="issue.id"),
        element("timestamp", None, context.timestamp),
        depositor(context),
        _option("registrant", context),
        fields={"registrant": origin_of("registrant"), "depositor": origin_of("depositor_name")},
    )


def depositor(context: ExportContext) -> Built:
    """``depositor``: who deposits, and where Crossref's reports go."""
    names = ("depositor_name", "email_address")
    fields = {name: origin_of(name) for name in names}
    return element("depositor", None, (_option(name, context) for name in names), fields=fields)


def _option(name: str, context: ExportContext) -> Built:
    """The element that an option is named for."""
    return element(name, None, context.option(name), field=origin_of(name))
