"""The article: ``journal_article``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Content, Extent, element, inheritance
from jatsx_crossref.abstracts import abstracts
from jatsx_crossref.archives import archive_locations
from jatsx_crossref.crossmark import crossmark, losses_without_policy
from jatsx_crossref.dates import acceptance_date, article_publication_dates
from jatsx_crossref.doi_data import article_doi_data
from jatsx_crossref.funding import funding_program
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.licenses import license_program
from jatsx_crossref.options import Settings
from jatsx_crossref.people import contributors
from jatsx_crossref.publisher_item import pages, publisher_item
from jatsx_crossref.references import citation_list
from jatsx_crossref.relations import relation_program
from jatsx_crossref.titles import article_titles
from jatsx_crossref.unsupported import article_losses

if TYPE_CHECKING:
    from jatsx import Sourced
    from jatsx.model import Article


def journal_article(article: Article, settings: Settings) -> Iterator[Content]:
    """``journal_article``: its parts in the order of the schema, and the losses."""
    language = inheritance.language(article)
    pieces = (
        article_titles(article, settings.version),
        contributors(article, settings),
        abstracts(article),
        article_publication_dates(article),
        acceptance_date(article),
        pages(article),
        publisher_item(article),
        programs(article, settings),
        relation_program(article, settings),
        archive_locations(article.issue.journal, settings.version),
        article_doi_data(article, settings),
        citation_list(article, settings),
    )
    attributes = {"language": language_code(language.value, settings.version) if language else None}
    yield element("journal_article", attributes, pieces, fields=fields_of(language))
    if language:
        yield language_loss(language.value, language.field, settings.version, Extent.WHOLE)
    yield from article_losses(article)


def fields_of(language: Sourced[str] | None) -> dict[str, str]:
    """The fields of the required parts of ``journal_article``."""
    return {
        "@language": language.field if language else "language",
        "titles": "title",
        "publication_date": "dates.published",
        "doi_data": "doi",
    }


def programs(article: Article, settings: Settings) -> Iterator[Content]:
    """Funding and licenses: inside ``crossmark`` if the journal has a policy, else without it."""
    inside = (funding_program(article, settings), license_program(article, settings.version))
    if settings.crossmark_policy:
        yield crossmark(article, settings, inside)
    else:
        yield from inside
        yield from losses_without_policy(article)
