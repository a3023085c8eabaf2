"""The article's titles: ``title-group``.

Source: JATS Publishing Tag Library, ``title-group``, ``trans-title-group``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from jatsx import Attributes, Built, Content, Loss, element, inheritance, present
from jatsx.model import Article
from jatsx.model.fieldpath import subpath
from jatsx_jats.languages import group_attributes, main_first
from jatsx_jats.texts import text_element
from jatsx_jats.version import Version

GROUP: Final = "titles"
"""The id of the titles in the article's language."""


def title_group(article: Article, version: Version) -> Built:
    """The article's title and subtitle in its language, then in the others."""
    tags = [tag for tag, _ in main_first(article.title, article)]
    own = inheritance.language_tag(article)
    grouped = {tag: group_attributes(GROUP, tag, tags, own, version) for tag in tags}
    return element(
        "title-group",
        grouped[tags[0]] if tags else None,
        [_main_titles(article, tag) for tag in tags[:1]],
        [_translated_titles(article, tag, grouped[tag]) for tag in tags[1:]],
        _lost_subtitles(article, tags),
        field="title",
        fields={"article-title": subpath("", tags[0])} if tags else None,
    )


def trans_title_group(
    tag: str,
    field: str,
    title: Content,
    subtitle: Content = None,
    attributes: Attributes = None,
) -> Built:
    """A title in another language, and its subtitle."""
    return element("trans-title-group", attributes, title, subtitle, field=field, lang=tag)


def _main_titles(article: Article, tag: str) -> Content:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return (
        text_element("article-title", title, subpath("title", tag), lang=tag),
        text_element("subtitle", subtitle, subpath("subtitle", tag), lang=tag),
    )


def _translated_titles(article: Article, tag: str, attributes: Attributes) -> Built:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    return trans_title_group(
        tag,
        subpath("title", tag),
        text_element("trans-title", title, subpath("title", tag)),
        text_element("trans-subtitle", subtitle, subpath("subtitle", tag)),
        attributes,
    )


def _lost_subtitles(article: Article, tags: Collection[str]) -> Iterator[Loss]:
    for tag in present(article.subtitle):
        if tag not in tags:
            yield Loss(subpath("subtitle", tag), "subtitle-without-title")
