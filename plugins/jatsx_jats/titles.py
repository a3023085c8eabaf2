"""The article's titles: ``title-group``.

Source: JATS Publishing Tag Library, ``title-group``, ``trans-title-group``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model import Article
from jatsx_jats.said import main_first
from jatsx_jats.texts import worded


def title_group(article: Article) -> Pieces:
    """The article's title and subtitle in its language, then in the others."""
    tags = [tag for tag, _ in main_first(article.title, article)]
    return wrapped(
        "title-group",
        None,
        [_main_titles(article, tag) for tag in tags[:1]],
        [_translated_titles(article, tag) for tag in tags[1:]],
        _lost_subtitles(article, tags),
        of="title",
        fields={"article-title": at("", tags[0])} if tags else None,
    )


def trans_title_group(tag: str, of: str, title: Inside, subtitle: Inside = None) -> Pieces:
    """A title in another language, and its subtitle."""
    return wrapped("trans-title-group", None, title, subtitle, of=of, lang=tag)


def _main_titles(article: Article, tag: str) -> Inside:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return (
        worded("article-title", title, at("title", tag), lang=tag),
        worded("subtitle", subtitle, at("subtitle", tag), lang=tag),
    )


def _translated_titles(article: Article, tag: str) -> Pieces:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return trans_title_group(
        tag,
        at("title", tag),
        worded("trans-title", title, at("title", tag)),
        worded("trans-subtitle", subtitle, at("subtitle", tag)),
    )


def _lost_subtitles(article: Article, tags: Collection[str]) -> Iterator[Lost]:
    why = "a subtitle stands beside its title, and there is none in this language"
    for tag in stated(article.subtitle):
        if tag not in tags:
            yield Lost(at("subtitle", tag), why)
