"""The document: one ``journal`` for an issue, with its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx import Deposit, Document, always_el
from jatsx.documents.build import Pieces, document_losses, elements, losses
from jatsx_rsci.article import article_pieces
from jatsx_rsci.articles import Described, articles_element, place_losses, section_losses
from jatsx_rsci.issue import issue
from jatsx_rsci.journal import journal_parts
from jatsx_rsci.settings import Settings, origin_of, settings_of
from jatsx_rsci.unplaced import shared_losses

if TYPE_CHECKING:
    from jatsx import Article

FIELDS: Final = {"titleid": origin_of("titleid"), "journalInfo": "issue.journal.title"}
"""The fields of what the file may lack."""


def documents(articles: Sequence[Article], deposit: Deposit) -> Iterator[Document]:
    """One file of the articles of an issue."""
    if not articles:
        return
    settings = settings_of(deposit)
    described = [(article, tuple(article_pieces(article, settings))) for article in articles]
    journal = tuple(journal_pieces(described, settings))
    common = (*losses(journal), *section_losses(articles))
    lost = [
        (article.id, (*losses(pieces), *place_losses(article, articles[:n]), *common))
        for n, (article, pieces) in enumerate(described)
    ]
    yield Document(
        name=f"{articles[0].issue.id or articles[0].id}.xml",
        content=always_el("journal", None, elements(journal), fields=FIELDS),
        losses=tuple(chain.from_iterable(document_losses(id, own) for id, own in lost)),
        articles=tuple(article.id for article in articles),
    )


def journal_pieces(described: Sequence[Described], settings: Settings) -> Iterator[Pieces]:
    """What stands in ``journal``, and what is lost of journal and issue."""
    first, _ = described[0]
    articles = [article for article, _ in described]
    yield from journal_parts(first.issue.journal, settings)
    yield issue(articles, settings, articles_element(described))
    yield from shared_losses(first)
