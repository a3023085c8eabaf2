"""The exporter. The modules that make a document are loaded when it exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import N_, Document, ExportContext, Exporter
from jatsx_rsci.losses import LOSSES
from jatsx_rsci.options import MARKUP, NAME, OPTIONS
from jatsx_rsci.schema import ACCEPTED, SCHEMA, recognises

if TYPE_CHECKING:
    from jatsx import Article


def export(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """One file of the articles of an issue."""
    from jatsx_rsci.document import documents

    return documents(articles, context)


def files_of(content: bytes) -> Iterable[str]:
    """The names of the files that a document names."""
    from jatsx_rsci.named_files import named_files

    return named_files(content)


NEXT_STEP: Final = (
    N_(
        "Put a copy of {files} with the name Markup_unicode.xml, the cover and the PDF files into"
        " one ZIP file without folders, or export with `--set rsci.package=zip`."
    ),
    N_(
        "Restore the ZIP file in Articulus with your publisher's eLIBRARY account, check the issue"
        " there and send it."
    ),
)
"""What users do with the files."""

ZIP_NEXT_STEP: Final = (
    N_(
        "Restore {files} in Articulus with your publisher's eLIBRARY account, check the issue there"
        " and send it."
    ),
)
"""What users do with the ZIP files."""

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
    next_step=NEXT_STEP,
    zip_next_step=ZIP_NEXT_STEP,
    zip_document=MARKUP,
    zip_files=files_of,
    accepts={"": ACCEPTED},
)
