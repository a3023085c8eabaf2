"""Where the article stands, and what others call it: ``pages``, ``publisher_item``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap
from jatsx.documents.build import Inside, Lost, Pieces, at, elements, losses, wrapped
from jatsx_crossref.pieces import leaf

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
"""What ``identifier/@id_type`` may say, by its lower-case form."""

MOST_IDENTIFIERS: Final = 10


def pages(article: Article) -> Iterator[Inside]:
    """``pages``: first, last and other pages, where there is a first one."""
    inside = (
        leaf("first_page", article.pages.first, "pages.first"),
        leaf("last_page", article.pages.last, "pages.last"),
        leaf("other_pages", article.pages.other, "pages.other"),
    )
    if any(element.tag == "first_page" for element in elements(inside)):
        fields = {"first_page": "first"}
        yield wrapped("pages", None, inside, of="pages", fields=fields)
        return
    yield from losses(inside)
    for element in elements(inside):
        yield Lost(element.of or "pages", "pages needs a first page")


def publisher_item(article: Article) -> Pieces:
    """``publisher_item``: the article number, and identifiers of the schema's closed list."""
    number = {"item_number_type": "article_number"}
    return wrapped(
        "publisher_item",
        None,
        leaf("item_number", article.elocation_id, "elocation_id", number),
        identifiers(article),
    )


def identifiers(article: Article) -> Iterator[Inside]:
    """An ``identifier`` for each scheme that the schema lists."""
    room = MOST_IDENTIFIERS
    for scheme, value in article.identifiers.items():
        of, id_type = at("identifiers", scheme), ID_TYPES.get(scheme.lower())
        if id_type is None:
            yield Lost(of, f"identifier/@id_type doesn't list {scheme}")
        elif room:
            yield leaf("identifier", value, of, {"id_type": id_type})
            room -= 1
        else:
            yield Lost(of, f"publisher_item holds {MOST_IDENTIFIERS} identifiers")
