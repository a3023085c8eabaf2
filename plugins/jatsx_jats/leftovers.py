"""The values that a reader does not find in a document: ``custom-meta`` (the option ``leftovers``).

The document is read, and what differs from the article is added to it. Other programs ignore it:
the losses stay the same. Source: JATS Publishing Tag Library, ``custom-meta-group``.
"""

from __future__ import annotations

from typing import Final

from jatsx import Built, Document, Element, element
from jatsx.model import Article
from jatsx.model.fieldpath import format_path
from jatsx_jats.reader.article import read_article
from jatsx_jats.reader.leftovers import PREFIX, leftovers, meta_value
from jatsx_jats.reader.tree import JatsElement

LEFTOVERS: Final = "leftovers"
"""The name of the option."""


def custom_meta_group(article: Article, document: Document) -> Built:
    """What a reader does not find in the document of an article."""
    assert isinstance(document.content, Element)
    read = read_article(read_back(document.content), article.id, document.name).article
    values = [(format_path(path), meta_value(said)) for path, said in leftovers(article, read)]
    return element(
        "custom-meta-group",
        None,
        [
            element(
                "custom-meta",
                None,
                element("meta-name", None, f"{PREFIX}{path}"),
                element("meta-value", None, value),
                field=path,
            )
            for path, value in values
        ],
    )


def read_back(made: Element, parent: JatsElement | None = None) -> JatsElement:
    """An element as the reader sees it."""
    attributes = {name: value for name, value in made.attributes.items() if value is not None}
    read = JatsElement(made.tag, attributes=attributes, parent=parent)
    read.content = [
        child if isinstance(child, str) else read_back(child, read) for child in made.children
    ]
    return read
