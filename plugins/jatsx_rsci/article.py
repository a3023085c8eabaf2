"""The article: ``article``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Loss, element, inheritance, losses_of, non_blank
from jatsx_rsci.affiliations import SourcedText, affiliation_losses, place_words
from jatsx_rsci.codes import codes, heading_losses, rubrics
from jatsx_rsci.dates import dates
from jatsx_rsci.files import files
from jatsx_rsci.funding import fundings
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.pages import article_pages, page_losses
from jatsx_rsci.people import authors, described_in, is_placed
from jatsx_rsci.references import references
from jatsx_rsci.settings import Settings
from jatsx_rsci.titles import abstracts, art_titles, keywords
from jatsx_rsci.unsupported import ARTICLE_FIELDS, overridden_losses
from jatsx_rsci.vocabulary import ARTICLE_TYPES, MISCELLANEOUS

if TYPE_CHECKING:
    from jatsx import Article

FIELDS = {"pages": "pages.first", "artTitles": "title", "langPubl": "language"}
"""The fields of the required elements of an article."""


def article_pieces(article: Article, settings: Settings) -> Iterator[Built]:
    """``article``: its parts in the order of the schema, and the losses."""
    yield element(
        "article",
        None,
        pages(article),
        art_type(article),
        lang_publ(article),
        authors(article),
        art_titles(article),
        abstracts(article),
        text(article),
        codes(article),
        keywords(article),
        references(article, settings),
        files(article, settings),
        rubrics(article),
        dates(article),
        fundings(article),
        fields=FIELDS,
    )
    yield from page_losses(article)
    yield from heading_losses(article)
    yield from affiliation_losses(article, _written_places(article))
    yield from overridden_losses(article)
    yield from losses_of(article, ARTICLE_FIELDS)


def pages(article: Article) -> Built:
    """``pages``, or the article's number."""
    written = article_pages(article)
    return element("pages", None, written[0], field=written[1]) if written else None


def art_type(article: Article) -> Iterator[Built]:
    """``artType``: miscellaneous if the type is unknown or has no code."""
    code = ARTICLE_TYPES.get(article.type or "", MISCELLANEOUS)
    yield element("artType", None, code, field="type")
    if article.type and non_blank(article.type) and article.type not in ARTICLE_TYPES:
        yield Loss("type", "article-type", {"type": article.type, "code": code})


def lang_publ(article: Article) -> Iterator[Built]:
    """``langPubl``: the language of the text."""
    own = inheritance.language(article)
    if own:
        yield element("langPubl", None, language_code(own.value), field=own.field)
        yield from language_losses(own.value, own.field)


def text(article: Article) -> Built:
    """``text``: the full text, which jatsx does not have.

    It is written empty, with the language of the article. eLIBRARY requires the element, and its
    schema allows it to be empty.
    """
    own = inheritance.language(article)
    return element("text", {"lang": language_code(own.value) if own else None}, keep_empty=True)


def _written_places(article: Article) -> Iterator[SourcedText]:
    """The texts of affiliations that are written for all contributors."""
    for contributor in filter(is_placed, article.contributors):
        for tag in described_in(contributor):
            for _, words in place_words(article, contributor, tag):
                yield from words
