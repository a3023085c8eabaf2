"""An article as DOAJ's ``bibjson``. Unknown values are omitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jatsx import (
    FrozenMap,
    JsonObject,
    Loss,
    Sourced,
    json_list,
    json_object,
    losses_of,
    non_blank,
    stripped,
    values_and_losses,
)
from jatsx.standards.identifiers import bare_doi, is_doi, is_issn
from jatsx_doaj import unsupported
from jatsx_doaj.authors import authors
from jatsx_doaj.dates import publication_date
from jatsx_doaj.links import links
from jatsx_doaj.parts import ListParts, ObjectParts
from jatsx_doaj.texts import texts

if TYPE_CHECKING:
    from jatsx import Article

IDENTIFIERS: Final = FrozenMap(
    {
        "doi": "doi",
        "pissn": "issue.journal.issn.print",
        "eissn": "issue.journal.issn.electronic",
    }
)
"""The field of each type of identifier."""


def bibjson(article: Article, language: str | None) -> tuple[JsonObject | None, tuple[Loss, ...]]:
    """The ``bibjson`` of an article, with title, abstract and keywords in one language."""
    members, losses = values_and_losses(_members(article, language))
    return json_object(dict(members)), losses


def _members(article: Article, language: str | None) -> ObjectParts:
    yield from texts(article, language)
    yield from identifiers(article)
    yield from links(article)
    yield from authors(article, language)
    yield from publication_date(article)
    yield "journal", Sourced(journal(article), "issue")
    yield from losses_of(article, unsupported.ARTICLE_FIELDS)


def identifiers(article: Article) -> ObjectParts:
    """``identifier``: the DOI of the article and the ISSNs of its journal."""
    found, losses = values_and_losses(_identifiers(article))
    yield "identifier", Sourced(json_list(found, field="doi", kinds=IDENTIFIERS), "doi")
    yield from losses


def _identifiers(article: Article) -> ListParts:
    issn = article.issue.journal.issn
    yield _identifier("doi", doi(article), article.doi, "doi-form")
    yield _identifier("pissn", _issn(issn.print), issn.print, "issn-form")
    yield _identifier("eissn", _issn(issn.electronic), issn.electronic, "issn-form")


def _identifier(
    kind: str, id: str | None, written: str | None, code: str
) -> JsonObject | Loss | None:
    """An identifier, or its loss if its form is not valid."""
    field = IDENTIFIERS[kind]
    if id:
        return json_object({"type": kind, "id": Sourced(id, field)}, field=field)
    return Loss(field, code) if non_blank(written) else None


def doi(article: Article) -> str | None:
    """The article's DOI, without a URL."""
    bare = bare_doi(article.doi or "")
    return bare if is_doi(bare) else None


def _issn(written: str | None) -> str | None:
    return written if written and is_issn(written) else None


def journal(article: Article) -> JsonObject | None:
    """The position of the article in the journal. DOAJ has its own record of the journal."""
    place = {
        "volume": Sourced(stripped(article.issue.volume), "issue.volume"),
        "number": Sourced(stripped(article.issue.number), "issue.number"),
        "start_page": Sourced(stripped(article.pages.first), "pages.first"),
        "end_page": Sourced(stripped(article.pages.last), "pages.last"),
    }
    return json_object(place, field="issue")
