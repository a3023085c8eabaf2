"""The exporter: a workbook of an issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import N_, Document, ExportContext, Exporter
from jatsx_spreadsheet.losses import LOSSES

if TYPE_CHECKING:
    from jatsx import Article

NAME: Final = "xlsx"


def export(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """One workbook of the articles of an issue."""
    from jatsx_spreadsheet.layout import filled_sheets
    from jatsx_spreadsheet.losses import losses_of_article
    from jatsx_spreadsheet.writer import WrittenSheet, workbook

    sheets = filled_sheets(articles)
    written = [
        WrittenSheet(
            one.sheet, one.sheet.name, [(slot.header(), slot) for slot in one.slots], one.rows
        )
        for one in sheets
        if one.rows
    ]
    run = f"-{context.run}" if context.run else ""
    losses = {article.id: losses_of_article(article, sheets) for article in articles}
    yield Document(f"{articles[0].issue.id}{run}.xlsx", workbook(written), losses)


def template(language: str, translated: Callable[[str], str]) -> bytes:
    """The empty workbook, with headers and notes in a language."""
    from jatsx_spreadsheet.template import empty_workbook

    return empty_workbook(language, translated)


EXPORTER: Final = Exporter(
    name=NAME,
    title="Excel workbook",
    export=export,
    per="issue",
    losses=LOSSES,
    template=template,
    next_step=N_(
        "Open {files} in a spreadsheet program. `jatsx convert` reads it back into an issue folder."
    ),
)
