"""The document: a ``journal`` with an issue and its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import (
    Built,
    Document,
    ExportContext,
    element,
    losses_of,
    option_path,
    partition,
    single_element,
)
from jatsx_rsci.article import article_pieces
from jatsx_rsci.articles import Described, articles_element, place_losses, section_losses
from jatsx_rsci.files import attachments
from jatsx_rsci.issue import issue
from jatsx_rsci.journal import journal_parts
from jatsx_rsci.options import MARKUP, NAME
from jatsx_rsci.settings import Settings, settings_of
from jatsx_rsci.unsupported import SHARED_FIELDS

if TYPE_CHECKING:
    from jatsx import Article

FIELDS: Final = {"titleid": option_path(NAME, "titleid"), "journalInfo": "issue.journal.title"}
"""The fields of the required elements of ``journal``."""


def documents(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    """One file of the articles of an issue."""
    if not articles:
        return
    settings = settings_of(context.options)
    described = [(article, tuple(article_pieces(article, settings))) for article in articles]
    journal, unwritten = partition(journal_pieces(described, settings))
    common = (*unwritten, *section_losses(articles))
    root = element("journal", None, journal, fields=FIELDS, keep_empty=True)
    name = articles[0].issue.id or articles[0].id
    yield Document(
        name=f"{name}.zip" if settings.is_zip else f"{name}.xml",
        content=single_element(root),
        losses={
            article.id: (*partition(pieces)[1], *place_losses(article, articles[:n]), *common)
            for n, (article, pieces) in enumerate(described)
        },
        articles=tuple(article.id for article in articles),
        content_name=MARKUP if settings.is_zip else "",
        attachments=tuple(attachments(articles)) if settings.is_zip else (),
    )


def journal_pieces(described: Sequence[Described], settings: Settings) -> Iterator[Built]:
    """The content of ``journal``, and the losses of journal and issue."""
    first, _ = described[0]
    articles = [article for article, _ in described]
    yield from journal_parts(first.issue.journal, settings)
    yield issue(articles, settings, articles_element(described))
    yield from losses_of(first, SHARED_FIELDS)
