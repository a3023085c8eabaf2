"""The exporter. The modules that make a document are loaded when it exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import Document, ExportContext, Exporter
from jatsx_rsci.losses import LOSSES
from jatsx_rsci.options import NAME, OPTIONS
from jatsx_rsci.schema import ACCEPTED, SCHEMA, recognises

if TYPE_CHECKING:
    from jatsx import Article


def export(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """One file of the articles of an issue."""
    from jatsx_rsci.document import documents

    return documents(articles, context)


EXPORTER: Final = Exporter(
    name=NAME,
    title="RSCI issue XML",
    export=export,
    schema=SCHEMA,
    per="issue",
    whole=True,
    real_values=True,
    aliases=("elibrary", "rinc", "ринц", "риңц"),
    options=OPTIONS,
    losses=LOSSES,
    recognises=recognises,
    accepts={"": ACCEPTED},
)
