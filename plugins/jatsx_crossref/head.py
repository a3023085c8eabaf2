"""``head``: the depositor, the registrant and the batch."""

from __future__ import annotations

from jatsx import Built, ExportContext, element, option_path
from jatsx_crossref.options import NAME


def head(context: ExportContext) -> Built:
    """``head``."""
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
    """``depositor``: the name and the e-mail address of the depositor."""
    names = ("depositor_name", "email_address")
    fields = {name: option_path(NAME, name) for name in names}
    return element("depositor", None, (_option(name, context) for name in names), fields=fields)


def _option(name: str, context: ExportContext) -> Built:
    """An element with the value of the option of the same name."""
    return element(name, None, context.option(name), field=option_path(NAME, name))
