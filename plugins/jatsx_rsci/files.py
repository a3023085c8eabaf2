"""``files``: the URLs of the article.

There is no element ``file``, which names a file in the package that is sent. jatsx sends no files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Built, Extent, Loss, element, non_blank, present, stripped
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.vocabulary import RELATIONS

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Link, Relation

PDF: Final = "application/pdf"
_RESOLVER: Final = "https://doi.org/"


def files(article: Article) -> Built:
    """``files``: full texts, the landing page, related works."""
    links = (link_furl(link, f"links[{n}]") for n, link in enumerate(article.links))
    relations = (related(one, f"relations[{n}]") for n, one in enumerate(article.relations))
    page = furl("description", stripped(article.url), "url")
    return element("files", None, *links, page, *relations)


def furl(desc: str, url: str | None, field: str, language: str | None = None) -> Built:
    """``furl``: a URL with its type and language."""
    lang = language_code(language) if language else None
    return element("furl", {"desc": desc, "lang": lang}, url, field=field)


def link_furl(link: Link, field: str) -> Iterator[Built | None]:
    """The URL of a full text: ``fullText`` for PDF, else ``other``."""
    yield furl(
        "fullText" if is_pdf(link) else "other", stripped(link.url), f"{field}.url", link.language
    )
    if non_blank(link.content_type):
        yield Loss(f"{field}.content_type", "link-type")
    if link.language:
        yield from language_losses(link.language, f"{field}.language")


def is_pdf(link: Link) -> bool:
    """Whether a link is a PDF, by its content type, else by its extension."""
    kind = stripped(link.content_type)
    return kind == PDF or (kind is None and link.url.strip().lower().endswith(".pdf"))


def related(relation: Relation, field: str) -> Iterator[Built | None]:
    """The URL of a related work, if there is a code for the relation."""
    desc, address = RELATIONS.get(relation.type), related_address(relation)
    if desc is None:
        yield Loss(field, "relation-code", {"type": relation.type})
        return
    if address is None:
        yield Loss(field, "related-address-missing")
        return
    yield furl(desc, address, field)
    yield from related_losses(relation, address, field)
    if RELATIONS_OF_DESC[desc] > 1:
        yield Loss(f"{field}.type", "relation-order", {"code": desc}, Extent.FORM)


def related_losses(relation: Relation, address: str, field: str) -> Iterator[Loss]:
    """The losses of a related work that has a ``furl``."""
    url = stripped(relation.url)
    if url and address != url:
        yield Loss(f"{field}.url", "one-address")
    elif non_blank(relation.doi) and address == url:
        yield Loss(f"{field}.doi", "related-doi-form")
    if present(relation.title):
        yield Loss(f"{field}.title", "address-only")
    if non_blank(relation.date):
        yield Loss(f"{field}.date", "address-only")


def related_address(relation: Relation) -> str | None:
    """The URL of a related work: the URL of its DOI, else its own URL."""
    bare = bare_doi(relation.doi or "")
    return f"{_RESOLVER}{bare}" if is_doi(bare) else stripped(relation.url)


RELATIONS_OF_DESC: Final = {
    desc: list(RELATIONS.values()).count(desc) for desc in set(RELATIONS.values())
}
