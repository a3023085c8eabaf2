"""The document: a ``doi_batch`` for a run of an issue's articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import Built, Document, Element, ExportContext, element, partition, single_element
from jatsx.model.text import MATHML
from jatsx_crossref.article import journal_article
from jatsx_crossref.head import head
from jatsx_crossref.issue import journal_issue
from jatsx_crossref.journal import journal_metadata
from jatsx_crossref.options import Settings, settings_of

if TYPE_CHECKING:
    from jatsx.model import Article

NAMESPACES: Final[Mapping[str, str]] = {
    "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
    "xmlns:fr": "http://www.crossref.org/fundref.xsd",
    "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "xmlns:mml": MATHML,
    "xmlns:rel": "http://www.crossref.org/relations.xsd",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The prefixes of every deposit."""


def documents(articles: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """A deposit of a run of articles, all of one issue."""
    if not articles:
        return
    settings, issue = settings_of(context.version, context.options), articles[0].issue
    shared, lost = partition(
        journal_metadata(issue.journal, settings), journal_issue(issue, settings)
    )
    described = [(article, partition(journal_article(article, settings))) for article in articles]
    journal = element("journal", None, shared, (made for _, (made, _) in described))
    yield Document(
        name=file_name(articles, context),
        content=doi_batch(head(context), journal, settings),
        losses={article.id: (*own, *lost) for article, (_, own) in described},
        articles=tuple(article.id for article in articles),
    )


def file_name(articles: Sequence[Article], context: ExportContext) -> str:
    """The name of the file: the issue's id, and the number of the run if there are several."""
    name = articles[0].issue.id or articles[0].id
    return f"{name}-{context.run}.xml" if context.run else f"{name}.xml"


def doi_batch(head: Built, journal: Built, settings: Settings) -> Element:
    """``doi_batch``: the root element, with all namespaces that it may need."""
    version = settings.version
    attributes = {
        "version": version.name,
        "xmlns": version.namespace,
        **NAMESPACES,
        "xsi:schemaLocation": f"{version.namespace} {version.schema_location}",
    }
    body = element("body", None, journal)
    return single_element(element("doi_batch", attributes, head, body, keep_empty=True))
