"""Links to the full text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx import (
    FrozenMap,
    Loss,
    Sourced,
    json_list,
    json_object,
    non_blank,
    values_and_losses,
)
from jatsx_doaj.parts import ListParts, ObjectParts

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Link

CONTENT_TYPES: Final[Mapping[str, str]] = FrozenMap(
    {
        "application/pdf": "PDF",
        "text/html": "HTML",
        "application/xhtml+xml": "HTML",
        "application/epub+zip": "ePUB",
        "application/xml": "XML",
        "text/xml": "XML",
        "application/jats+xml": "XML",
    }
)
"""The content type of DOAJ for each media type."""

_ADDRESS: Final = re.compile(r"https?://[^\s/?#\[\]]+(?:[/?#]\S*)?\Z")


def links(article: Article) -> ObjectParts:
    """``link``: the links to the full text, else the landing page."""
    found, losses = values_and_losses(link_parts(article))
    yield "link", Sourced(json_list(found), "links")
    yield from losses


def link_parts(article: Article) -> ListParts:
    """The links and their losses."""
    each = (full_text_link(link, f"links[{n}]") for n, link in enumerate(article.links))
    full_texts, losses = values_and_losses(chain.from_iterable(each))
    yield from full_texts
    yield from losses
    yield from landing_page(article.url, has_full_text=bool(full_texts))


def full_text_link(link: Link, own: str) -> ListParts:
    """A link to the full text, with one of DOAJ's four content types."""
    if not is_address(link.url):
        yield Loss(own, "address-form")
        return
    known_type = content_type(link.content_type)
    yield json_object(
        {
            "type": "fulltext",
            "url": Sourced(link.url, f"{own}.url"),
            "content_type": Sourced(known_type, f"{own}.content_type"),
        },
        field=own,
    )
    if known_type is None and non_blank(link.content_type):
        yield Loss(f"{own}.content_type", "content-type")
    if non_blank(link.language):
        yield Loss(f"{own}.language", "link-language")


def landing_page(url: str | None, has_full_text: bool) -> ListParts:
    """The landing page as a full text in HTML, if there are no links to the full text."""
    if not non_blank(url):
        return
    if not is_address(url):
        yield Loss("url", "address-form")
    elif has_full_text:
        yield Loss("url", "full-text-link")
    else:
        page = {"type": "fulltext", "url": url, "content_type": "HTML"}
        yield json_object(page, field="url")


def is_address(url: str | None) -> bool:
    """Whether a string is a URL that DOAJ allows: http or https."""
    return _ADDRESS.match(url or "") is not None


def content_type(media_type: str | None) -> str | None:
    """The content type of DOAJ for a media type; None if there is none."""
    bare = (media_type or "").partition(";")[0].strip().lower()
    return CONTENT_TYPES.get(bare)
