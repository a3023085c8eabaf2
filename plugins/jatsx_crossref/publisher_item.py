"""The article's pages, number and identifiers: ``pages``, ``publisher_item``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Extent, FrozenMap, Loss, element, partition, present
from jatsx.model.fieldpath import subpath
from jatsx_crossref.pieces import text_element

if TYPE_CHECKING:
    from jatsx.model import Article

ID_TYPES: Final = FrozenMap(
    {
        id_type.lower(): id_type
        for id_type in (
            "pii",
            "sici",
            "doi",
            "dai",
            "Z39.23",
            "ISO-std-ref",
            "std-designation",
            "report-number",
            "pmid",
            "other",
        )
    }
)
"""The values of ``identifier/@id_type``, by their lower-case form."""

OTHER: Final = "other"
"""The ``@id_type`` of identifiers of other types."""

PUBLISHER_ID: Final = "publisher-id"
"""The scheme of the publisher's own number, as in JATS."""

MOST_IDENTIFIERS: Final = 10


def pages(article: Article) -> Iterator[Content]:
    """``pages``: first, last and other pages, if there is a first one."""
    inside = (
        text_element("first_page", article.pages.first, "pages.first"),
        text_element("last_page", article.pages.last, "pages.last"),
        text_element("other_pages", article.pages.other, "pages.other"),
    )
    written, lost = partition(inside)
    if any(page.tag == "first_page" for page in written):
        fields = {"first_page": "first"}
        yield element("pages", None, inside, field="pages", fields=fields)
        return
    yield from lost
    for page in written:
        yield Loss(page.field or "pages", "pages-without-first")


def publisher_item(article: Article) -> Built:
    """``publisher_item``: the article number, and identifiers of the types in the schema."""
    number = {"item_number_type": "article_number"}
    return element(
        "publisher_item",
        None,
        text_element("item_number", article.elocation_id, "elocation_id", number),
        publisher_number(article),
        identifiers(article),
    )


def publisher_number(article: Article) -> Iterator[Content]:
    """``item_number``: the publisher's own number of the article."""
    for scheme, value in article.identifiers.items():
        if scheme.strip().lower() == PUBLISHER_ID:
            yield text_element("item_number", value, subpath("identifiers", scheme))


def identifiers(article: Article) -> Iterator[Content]:
    """An ``identifier`` for each other identifier. Its type is ``other`` if it is not listed."""
    room = MOST_IDENTIFIERS
    for scheme, value in present(article.identifiers).items():
        kind, field = scheme.strip().lower(), subpath("identifiers", scheme)
        if kind == PUBLISHER_ID:
            continue
        if not room:
            yield Loss(field, "identifiers-limit", {"limit": f"{MOST_IDENTIFIERS}"})
            continue
        attributes = {"id_type": ID_TYPES.get(kind, OTHER)}
        yield text_element("identifier", value, field, attributes)
        room -= 1
        if kind not in ID_TYPES:
            params = {"scheme": scheme}
            yield Loss(field, "identifier-type-not-listed", params, Extent.FORM)
