"""The publisher's own number of an article, and the losses of its other identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jatsx import Loss, Sourced, present
from jatsx.model.fieldpath import subpath
from jatsx_doaj.parts import ObjectParts

if TYPE_CHECKING:
    from jatsx import Article

PUBLISHER_ID: Final = "publisher-id"
"""The scheme of the publisher's own number, as in JATS."""


def admin(article: Article) -> ObjectParts:
    """``admin``: ``publisher_record_id``. Source: DOAJ's source code, ``IncomingArticleDO``."""
    for scheme, value in present(article.identifiers).items():
        field = subpath("identifiers", scheme)
        if scheme.strip().lower() == PUBLISHER_ID:
            yield "publisher_record_id", Sourced(value.strip(), field)
        else:
            yield Loss(field, "doi-only")
