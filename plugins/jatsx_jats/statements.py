"""What the authors declare: ``ack``, ``fn``, and a ``sec`` on data availability.

Source: JATS4R, Conflict of Interest Statements (``fn`` in ``author-notes``) and Data Availability
Statements (``sec`` in ``back``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Element, FrozenMap, el
from jatsx.documents.build import Inside, Pieces, at, wrapped
from jatsx.model import Article, PerLanguage
from jatsx.model.text import Prose
from jatsx.standards.languages import language_subtag
from jatsx_jats.people import corresps
from jatsx_jats.said import main_first
from jatsx_jats.texts import paragraphs, sections

DATA_AVAILABILITY: Final = FrozenMap(
    {
        "en": "Data availability",
        "kk": "Деректердің қолжетімділігі",
        "ru": "Доступность данных",
    }
)
"""The heading of a statement on data, by language; in others, English: a ``sec`` has a title."""


def author_notes(article: Article) -> Pieces:
    """The addresses of corresponding authors; conflicts of interest."""
    conflicts = article.statements.conflict_of_interest
    return wrapped(
        "author-notes",
        None,
        corresps(article),
        _fns("coi-statement", conflicts, "statements.conflict_of_interest", article),
    )


def acks(article: Article) -> Iterator[Inside]:
    """The acknowledgement in each language."""
    for tag, prose in main_first(article.statements.acknowledgement, article):
        of = at("statements.acknowledgement", tag)
        yield wrapped("ack", None, sections(prose, of), of=of, lang=tag)


def data_availability(article: Article) -> Iterator[Inside]:
    """The statement on data in each language."""
    for tag, prose in main_first(article.statements.data_availability, article):
        of = at("statements.data_availability", tag)
        content = (_data_title(tag), sections(prose, of))
        yield wrapped("sec", {"sec-type": "data-availability"}, content, of=of, lang=tag)


def fn_group(article: Article) -> Pieces:
    """Who did what, in each language."""
    contributions = article.statements.contributions
    return wrapped(
        "fn-group", None, _fns("con", contributions, "statements.contributions", article)
    )


def _data_title(tag: str) -> Element | None:
    subtag = language_subtag(tag)
    return el("title", None, DATA_AVAILABILITY.get(subtag, DATA_AVAILABILITY["en"]))


def _fns(kind: str, values: PerLanguage[Prose], field: str, article: Article) -> Iterator[Inside]:
    for tag, prose in main_first(values, article):
        of = at(field, tag)
        yield wrapped("fn", {"fn-type": kind}, paragraphs(prose, of), of=of, lang=tag)
