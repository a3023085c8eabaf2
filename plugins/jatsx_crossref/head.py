"""The head: whose deposit it is, and which."""

from __future__ import annotations

from jatsx import Built, ExportContext, element, option_path
from jatsx_crossref.options import NAME


def head(context: ExportContext) -> Built:
    """``head``: the batch, the depositor, the registrant."""
    return element(
        "head",
        None,
        element("doi_batch_id", None, context.batch_id, field="issue.id"),
        element("timestamp", None, context.timestamp),
        depositor(context),
        _option("registrant", context),
        fields={
            "registrant": option_path(NAME, "registrant"),
            "depositor": option_path(NAME, "depositor_name"),
        },
    )


def depositor(context: ExportContext) -> Built:
    """``depositor``: who deposits, and where Crossref's reports go."""
    names = ("depositor_name", "email_address")
    fields = {name: option_path(NAME, name) for name in names}
    return element("depositor", None, (_option(name, context) for name in names), fields=fields)


def _option(name: str, context: ExportContext) -> Built:
    """The element that an option is named for."""
    return element(name, None, context.option(name), field=option_path(NAME, name))
