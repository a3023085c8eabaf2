"""The exporter. The modules that make a document are loaded when it exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import N_, Document, ExportContext, Exporter
from jatsx_crossref.losses import LOSSES
from jatsx_crossref.options import NAME, OPTIONS
from jatsx_crossref.recognition import recognised_version
from jatsx_crossref.schemas import SCHEMAS
from jatsx_crossref.unsupported import WITHOUT_LANGUAGE

if TYPE_CHECKING:
    from jatsx.model import Article


def export(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """A deposit of a run of articles, all of one issue."""
    from jatsx_crossref.doi_batch import documents

    return documents(articles, context)


NEXT_STEP: Final = (
    N_(
        "Upload {files} at https://doi.crossref.org (Submissions, Upload) with your Crossref"
        " account."
    ),
    N_(
        "The result comes by e-mail to `email_address`, usually within minutes. A DOI with Failure"
        " in it is not registered."
    ),
    N_("Or use `jatsx deposit --to crossref`."),
)
"""What users do with the files. Source: Crossref documentation, "Submission queue and log"."""

EXPORTER: Final = Exporter(
    name=NAME,
    title="Crossref deposit",
    export=export,
    versions=SCHEMAS,
    per="issue",
    default=True,
    options=OPTIONS,
    losses=LOSSES,
    unique_urls=True,
    real_values=True,
    recognises=recognised_version,
    without_language=WITHOUT_LANGUAGE,
    next_step=NEXT_STEP,
)
