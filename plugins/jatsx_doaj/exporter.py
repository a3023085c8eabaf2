"""DOAJ article JSON (API v4): one file with all articles of an issue, or one file for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from jatsx import (
    N_,
    Document,
    ExportContext,
    Exporter,
    JsonList,
    JsonObject,
    Loss,
    Option,
    Schema,
    json_object,
    values_and_losses,
)
from jatsx_doaj.admin import admin
from jatsx_doaj.bibjson import bibjson
from jatsx_doaj.checks import CHECKS
from jatsx_doaj.ingest import INGEST
from jatsx_doaj.losses import LOSSES
from jatsx_doaj.recognition import recognises
from jatsx_doaj.texts import text_language
from jatsx_doaj.unsupported import OWN_RECORD

if TYPE_CHECKING:
    from jatsx import Article


def export(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    """One document for all articles, or one for each article if the option ``bulk`` is no."""
    if context.option("bulk") == "no":
        yield from (article_document(article, context) for article in articles)
    elif articles:
        yield bulk_document(articles, context)


def article_document(article: Article, context: ExportContext) -> Document:
    """The document of one article: ``{"bibjson": …}``."""
    made, lost = _described(article, context)
    return Document(f"{article.id}.json", made, {article.id: lost}, (article.id,))


def bulk_document(articles: Sequence[Article], context: ExportContext) -> Document:
    """The document of a run of articles: a list. For an issue without id, it is named "issue"."""
    described = [_described(article, context) for article in articles]
    run = f"-{context.run}" if context.run else ""
    return Document(
        f"{articles[0].issue.id or 'issue'}{run}.json",
        JsonList(made for made, _ in described),
        {article.id: lost for article, (_, lost) in zip(articles, described, strict=True)},
        tuple(article.id for article in articles),
    )


def _described(article: Article, context: ExportContext) -> tuple[JsonObject, tuple[Loss, ...]]:
    """The object with the ``bibjson`` and the ``admin`` of an article, and the losses."""
    made, losses = bibjson(article, text_language(article, context.option("language")))
    own, lost = values_and_losses(admin(article))
    parts = {
        "bibjson": made or JsonObject({}),
        "admin": json_object(dict(own), field="identifiers"),
    }
    return json_object(parts) or JsonObject({}), (*losses, *lost)


NEXT_STEP = (
    N_("Send {files} to DOAJ's API with the API key of your DOAJ account."),
    N_("Or use `jatsx deposit --to doaj`."),
    N_("DOAJ's upload form needs `--to crossref --set crossref.version=5.3.1`."),
)
"""What users do with the files. Source: https://doaj.org/docs/xml/ and https://doaj.org/docs/api/."""

EXPORTER = Exporter(
    name="doaj",
    title="DOAJ article JSON (API v4)",
    export=export,
    schema=Schema.json(files("jatsx_doaj"), "schema.json", checks=CHECKS),
    per="issue",
    default=True,
    options=(
        Option(
            "language",
            help=(
                "the language of the title, the abstract and the keywords, if the article has a"
                " title in this language"
            ),
            default=N_("the language of the article"),
            kind="language",
        ),
        Option(
            "bulk",
            help="one file for the whole issue (yes) or one file for each article (no)",
            choices=("yes", "no"),
            default="yes",
        ),
    ),
    losses=LOSSES,
    own_record=OWN_RECORD,
    unique_urls=True,
    real_values=True,
    recognises=recognises,
    next_step=NEXT_STEP,
    accepts={"": INGEST},
)
