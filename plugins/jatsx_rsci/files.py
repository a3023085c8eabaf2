"""``files``: the files that are sent with the issue, and the URLs of the article.

``file`` has only the name of a file. It lies beside the XML file in the ZIP file that is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import Attachment, Attributes, Built, Extent, Loss, element, non_blank, present, stripped
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.settings import Settings
from jatsx_rsci.vocabulary import FILES, ISSUE_FILES, RELATIONS

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Issue, Link, LocalFile, Relation

PDF: Final = "application/pdf"
_RESOLVER: Final = "https://doi.org/"


def files(article: Article, settings: Settings) -> Built:
    """``files``: the files of the article, then full texts, the landing page, related works."""
    links = list(enumerate(article.links))
    first = [n for n, link in links if settings.full_text_url == "publisher" and is_pdf(link)]
    own = (file(one, f"files[{n}]", FILES) for n, one in enumerate(article.files))
    relations = (related(one, f"relations[{n}]") for n, one in enumerate(article.relations))
    return element(
        "files",
        None,
        *(link_furl(link, f"links[{n}]", PUBLISHER) for n, link in links if n in first),
        *own,
        *(link_furl(link, f"links[{n}]") for n, link in links if n not in first),
        furl("description", stripped(article.url), "url"),
        *relations,
    )


def issue_files(its: Issue) -> Built:
    """``files`` of the issue: the cover."""
    own = (file(one, f"issue.files[{n}]", ISSUE_FILES) for n, one in enumerate(its.files))
    return element("files", None, *own)


def file(one: LocalFile, field: str, descs: Mapping[str, str]) -> Iterator[Built]:
    """``file``: the name of a file with its type; a cover has no language."""
    desc = descs.get(one.kind)
    if desc is None:
        yield Loss(field, "file-kind", {"kind": one.kind})
        return
    has_language = descs is FILES and one.language
    lang = language_code(one.language or "") if has_language else None
    yield element("file", {"desc": desc, "lang": lang}, one.name, field=f"{field}.path")
    if has_language:
        yield from language_losses(one.language or "", f"{field}.language")
    elif non_blank(one.language):
        yield Loss(f"{field}.language", "cover-language")


def attachments(articles: Sequence[Article]) -> Iterator[Attachment]:
    """The files that the XML file names."""
    its = articles[0].issue
    for n, one in enumerate(its.files):
        if one.kind in ISSUE_FILES:
            yield Attachment(one.name, one.path, f"issue.files[{n}].path")
    for article in articles:
        for n, one in enumerate(article.files):
            if one.kind in FILES:
                yield Attachment(one.name, one.path, f"files[{n}].path", article.id)


def furl(desc: str, url: str | None, field: str) -> Built:
    """``furl``: a URL with its type."""
    return element("furl", {"desc": desc}, url, field=field)


PUBLISHER: Final[Attributes] = {"location": "publisher", "version": "published"}
"""What other programs write in the ``furl`` of a full text, instead of its type."""


def link_furl(link: Link, field: str, instead: Attributes | None = None) -> Iterator[Built | None]:
    """The URL of a full text: ``fullText`` for PDF, else ``other``; or attributes instead."""
    kind = instead or {"desc": "fullText" if is_pdf(link) else "other"}
    lang = language_code(link.language) if link.language else None
    yield element("furl", {**kind, "lang": lang}, stripped(link.url), field=f"{field}.url")
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
