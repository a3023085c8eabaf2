"""The article's titles: ``title-group``.

Source: JATS Publishing Tag Library, ``title-group``, ``trans-title-group``.
"""

from __future__ import annotations

from jatsx.model import Article
from jatsx_jats.pieces import Inside, Lost, Pieces, at, main_first, stated, wrapped
from jatsx_jats.texts import worded


def title_group(article: Article) -> Pieces:
    """The article's title and subtitle in its language, then in the others."""
    titles = main_first(article.title, article)
    orphans = [
        Lost(at("subtitle", tag), "a subtitle follows a title in its language")
        for tag in stated(article.subtitle)
        if tag not in dict(titles)
    ]
    return wrapped(
        "title-group",
        None,
        [
            (
                worded("article-title", title, at("title", tag), lang=tag),
                worded("subtitle", article.subtitle.get(tag), at("subtitle", tag), lang=tag),
            )
            for tag, title in titles[:1]
        ],
        [
            trans_title_group(
                tag,
                at("title", tag),
                worded("trans-title", title, at("title", tag)),
                worded("trans-subtitle", article.subtitle.get(tag), at("subtitle", tag)),
            )
            for tag, title in titles[1:]
        ],
        orphans,
        of="title",
    )


def trans_title_group(tag: str, of: str, title: Inside, subtitle: Inside = None) -> Pieces:
    """A title in another language, and its subtitle."""
    return wrapped("trans-title-group", None, title, subtitle, of=of, lang=tag)
