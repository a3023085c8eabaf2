"""The exporter: a file with DataCite's JSON for each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jatsx import N_, Article, Document, ExportContext, Exporter

from jatsx_datacite.losses import LOSSES
from jatsx_datacite.record import record
from jatsx_datacite.schema import recognises, schemas
from jatsx_datacite.settings import OPTIONS, Settings, settings_of

NAME: Final = "datacite"


def export(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    """A document for each article."""
    settings = settings_of(context)
    yield from (document(article, settings) for article in articles)


def document(article: Article, settings: Settings) -> Document:
    """The document of one article."""
    content, losses = record(article, settings)
    return Document(f"{article.id}.json", content, {article.id: losses}, (article.id,))


NEXT_STEP: Final = (
    N_(
        "Create each DOI from {files} in DataCite Fabrica (https://doi.datacite.org): Create DOI,"
        " then File Upload, with your repository account."
    ),
    N_("Or use `jatsx deposit --to datacite`."),
    N_("The DOI is registered when its state in Fabrica is Registered or Findable, not Draft."),
)
"""What users do with the files. Source: https://support.datacite.org/docs/fields-file-upload."""

EXPORTER: Final = Exporter(
    name=NAME,
    title="DataCite JSON",
    export=export,
    versions=schemas(),
    per="article",
    options=OPTIONS,
    losses=LOSSES,
    unique_urls=True,
    real_values=True,
    recognises=recognises,
    next_step=NEXT_STEP,
)
