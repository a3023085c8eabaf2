"""The article's titles: ``title-group``.

Source: JATS Publishing Tag Library, ``title-group``, ``trans-title-group``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jatsx import Built, Content, Loss, element, present
from jatsx.model import Article
from jatsx.model.fieldpath import subpath
from jatsx_jats.languages import main_first
from jatsx_jats.texts import text_element


def title_group(article: Article) -> Built:
    """The article's title and subtitle in its language, then in the others."""
    tags = [tag for tag, _ in main_first(article.title, article)]
    return element(
        "title-group",
        None,
        [_main_titles(article, tag) for tag in tags[:1]],
        [_translated_titles(article, tag) for tag in tags[1:]],
        _lost_subtitles(article, tags),
        field="title",
        fields={"article-title": subpath("", tags[0])} if tags else None,
    )


def trans_title_group(tag: str, field: str, title: Content, subtitle: Content = None) -> Built:
    """A title in another language, and its subtitle."""
    return element("trans-title-group", None, title, subtitle, field=field, lang=tag)


def _main_titles(article: Article, tag: str) -> Content:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return (
        text_element("article-title", title, subpath("title", tag), lang=tag),
        text_element("subtitle", subtitle, subpath("subtitle", tag), lang=tag),
    )


def _translated_titles(article: Article, tag: str) -> Built:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return trans_title_group(
        tag,
        subpath("title", tag),
        text_element("trans-title", title, subpath("title", tag)),
        text_element("trans-subtitle", subtitle, subpath("subtitle", tag)),
    )


def _lost_subtitles(article: Article, tags: Collection[str]) -> Iterator[Loss]:
    for tag in present(article.subtitle):
        if tag not in tags:
            yield Loss(subpath("subtitle", tag), "subtitle-without-title")
