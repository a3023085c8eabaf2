"""The exporter. The modules that make a document are loaded when it exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import N_, Document, ExportContext, Exporter, Option
from jatsx_jats.losses import LOSSES
from jatsx_jats.recognition import recognised_version
from jatsx_jats.version import VERSIONS

if TYPE_CHECKING:
    from jatsx.model import Article


def export(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """A document for each article."""
    from jatsx_jats.document import documents

    return documents(articles, context)


NEXT_STEP: Final = N_(
    "Send {files} to archives and indexes that ask for JATS metadata. PubMed Central and SciELO"
    " require the full text too."
)
"""What users do with the files."""

EXPORTER: Final = Exporter(
    name="jats",
    title="JATS Journal Publishing",
    export=export,
    versions={number: version.schema for number, version in VERSIONS.items()},
    default=True,
    losses=LOSSES,
    options=(
        Option(
            "leftovers",
            help="whether values without an element in JATS are added as custom-meta for jatsx",
            choices=("no", "yes"),
            default="no",
        ),
    ),
    recognises=recognised_version,
    next_step=NEXT_STEP,
)
