"""The statements of the authors: ``ack``, ``fn``, and a ``sec`` on data availability.

Source: JATS4R, Conflict of Interest Statements (``fn`` in ``author-notes``) and Data Availability
Statements (``sec`` in ``back``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Built, Content, FrozenMap, element
from jatsx.model import Article, PerLanguage
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Prose
from jatsx.standards.languages import language_subtag
from jatsx_jats.languages import main_first
from jatsx_jats.people import corresps
from jatsx_jats.texts import paragraphs, sections

DATA_AVAILABILITY: Final = FrozenMap(
    {
        "en": "Data availability",
        "kk": "Деректердің қолжетімділігі",
        "ru": "Доступность данных",
    }
)
"""The heading of a statement on data by language, because a ``sec`` requires a title. In other
languages it is English."""


def author_notes(article: Article) -> Built:
    """The e-mail addresses of corresponding authors, and conflicts of interest."""
    conflicts = article.statements.conflict_of_interest
    return element(
        "author-notes",
        None,
        corresps(article),
        _fns("coi-statement", conflicts, "statements.conflict_of_interest", article),
    )


def acks(article: Article) -> Iterator[Content]:
    """The acknowledgement in each language."""
    for tag, prose in main_first(article.statements.acknowledgement, article):
        field = subpath("statements.acknowledgement", tag)
        yield element("ack", None, sections(prose, field), field=field, lang=tag)


def data_availability(article: Article) -> Iterator[Content]:
    """The statement on data in each language."""
    for tag, prose in main_first(article.statements.data_availability, article):
        field = subpath("statements.data_availability", tag)
        content = (_data_title(tag), sections(prose, field))
        yield element("sec", {"sec-type": "data-availability"}, content, field=field, lang=tag)


def fn_group(article: Article) -> Built:
    """The statement on contributions in each language."""
    contributions = article.statements.contributions
    return element(
        "fn-group", None, _fns("con", contributions, "statements.contributions", article)
    )


def _data_title(tag: str) -> Built:
    subtag = language_subtag(tag)
    return element("title", None, DATA_AVAILABILITY.get(subtag, DATA_AVAILABILITY["en"]))


def _fns(kind: str, values: PerLanguage[Prose], key: str, article: Article) -> Iterator[Content]:
    for tag, prose in main_first(values, article):
        field = subpath(key, tag)
        yield element("fn", {"fn-type": kind}, paragraphs(prose, field), field=field, lang=tag)
