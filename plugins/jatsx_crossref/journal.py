"""The journal: ``journal_metadata``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Content, Extent, FrozenMap, Loss, element, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import is_issn
from jatsx_crossref.doi_data import doi_data
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import text_element
from jatsx_crossref.unsupported import journal_losses

if TYPE_CHECKING:
    from jatsx.model import Journal

JOURNAL: Final = "issue.journal"
FIELDS: Final = FrozenMap(
    {
        "@language": "language",
        "full_title": "title",
        "issn": "issn",
    }
)
"""The fields of the required parts of ``journal_metadata``."""

MOST_TITLES: Final = 10


def journal_metadata(journal: Journal, settings: Settings) -> Iterator[Content]:
    """``journal_metadata``: titles, ISSNs and DOI of the journal."""
    pieces = (
        full_titles(journal, settings),
        text_element("abbrev_title", journal.abbreviated_title, f"{JOURNAL}.abbreviated_title"),
        issns(journal),
        doi_data(journal, f"{JOURNAL}."),
    )
    language = language_code(journal.language, settings.version)
    yield element("journal_metadata", {"language": language}, pieces, field=JOURNAL, fields=FIELDS)
    if journal.language:
        yield language_loss(journal.language, f"{JOURNAL}.language", settings.version, Extent.WHOLE)
    yield from journal_losses(journal)


def full_titles(journal: Journal, settings: Settings) -> Iterator[Content]:
    """A ``full_title`` for each language that the option ``journal_titles`` names."""
    chosen = chosen_titles(journal, settings.journal_titles)
    for tag in present(journal.title):
        if tag not in chosen:
            field = subpath(f"{JOURNAL}.title", tag)
            yield Loss(field, "full-title-not-chosen", extent=Extent.LANGUAGE)
    for tag in chosen:
        yield text_element("full_title", journal.title[tag], subpath(f"{JOURNAL}.title", tag))


def chosen_titles(journal: Journal, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of the included titles: those of the option, else the registered title's."""
    titles = present(journal.title)
    chosen = tuple(dict.fromkeys(tag for tag in tags if tag in titles))
    return chosen[:MOST_TITLES] or tuple(titles)[:1]


def issns(journal: Journal) -> Iterator[Content]:
    """An ``issn`` for each medium; the linking ISSN is not written."""
    for medium in ("print", "electronic"):
        issn: str | None = getattr(journal.issn, medium)
        if issn and is_issn(issn):
            yield text_element("issn", issn, f"{JOURNAL}.issn.{medium}", {"media_type": medium})
        elif issn:
            yield Loss(f"{JOURNAL}.issn.{medium}", "issn-form")
