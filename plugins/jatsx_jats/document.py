"""An article as a JATS document: the metadata and the references, without the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jatsx import (
    Built,
    Content,
    Document,
    Element,
    ExportContext,
    FrozenMap,
    Loss,
    element,
    inheritance,
    non_blank,
    partition,
    single_element,
    xml_lang,
)
from jatsx.model import Article
from jatsx_jats.article_meta import article_meta
from jatsx_jats.journal_meta import journal_meta
from jatsx_jats.leftovers import LEFTOVERS, custom_meta_group
from jatsx_jats.references import ref_list
from jatsx_jats.statements import acks, data_availability, fn_group
from jatsx_jats.version import Version, version_of

NAMESPACES: Final = FrozenMap(
    {
        "xmlns:ali": "http://www.niso.org/schemas/ali/1.0/",
        "xmlns:mml": "http://www.w3.org/1998/Math/MathML",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
    }
)
"""The namespaces of JATS, with the prefixes of the DTD. Every document declares them."""

UNDETERMINED: Final = "und"
"""The tag of an undetermined language (ISO 639-2). Without a tag, the DTD's default is English."""


def documents(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    """A document for each article."""
    version = version_of(context)
    has_leftovers = context.option(LEFTOVERS) == "yes"
    for article in articles:
        document = _document(article, version)
        if has_leftovers:
            document = _document(article, version, custom_meta_group(article, document))
        yield document


def _document(article: Article, version: Version, leftovers: Content = None) -> Document:
    inside, lost = partition(_front(article, version, leftovers), _back(article, version))
    return Document(
        name=f"{article.id}.xml",
        content=_root(article, version, inside),
        losses={article.id: (*_lost_language(article), *lost)},
        articles=(article.id,),
        doctype=version.doctype,
    )


def _root(article: Article, version: Version, inside: tuple[Element, ...]) -> Element:
    language = inheritance.language(article)
    attributes = {
        **NAMESPACES,
        "article-type": non_blank(article.type),
        "dtd-version": version.number,
        "xml:lang": xml_lang(language.value if language else None) or UNDETERMINED,
    }
    fields = {"@article-type": "type", "@xml:lang": language.field if language else "language"}
    return single_element(element("article", attributes, inside, fields=fields, keep_empty=True))


def _front(article: Article, version: Version, leftovers: Content) -> Built:
    journal, language = article.issue.journal, inheritance.language_tag(article)
    return element(
        "front",
        None,
        journal_meta(journal, language, version),
        article_meta(article, version, leftovers),
    )


def _back(article: Article, version: Version) -> Built:
    return element(
        "back",
        None,
        acks(article),
        data_availability(article),
        fn_group(article),
        ref_list(article, version),
    )


def _lost_language(article: Article) -> Iterator[Loss]:
    language = inheritance.language(article)
    if language is not None and xml_lang(language.value) is None:
        params = {"attribute": "xml:lang", "tag": language.value}
        yield Loss(language.field, "language-tag", params)
