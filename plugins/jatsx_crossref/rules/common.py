"""What several rule modules share: the rule decorator, the journal's settings and messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from jatsx import N_, Fault, FrozenMap, fault
from jatsx import rule as _rule
from jatsx.model.inheritance import journal_options
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import is_doi
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.options import NAME, Settings, settings_of

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.model.inheritance import PublicationDate

rule: Final = partial(_rule, target=NAME)
"""The decorator of a rule of this format."""


DOI_FORM: Final = N_("Crossref does not register DOIs like {doi}.")
DOI_FORM_HINT: Final = N_(
    "Write 10., four to nine digits, a slash and at most 200 characters, for example"
    " 10.5555/2024-2-01."
)
URL_MISSING: Final = N_("The DOI {doi} has no valid URL.")
URL_MISSING_HINT: Final = N_(
    "Add the URL of its page under `url`, without spaces and in Latin letters, for example"
    " https://journal.example.org/2024-2. If the DOI is not registered, remove it."
)


def malformed_doi(doi: str | None) -> Iterator[Fault]:
    """A fault where a DOI is valid, but not in the form that Crossref registers."""
    if doi and is_doi(doi) and crossref_doi(doi) is None:
        yield fault("doi", doi=doi)


def all_exist(dates: Iterable[PublicationDate]) -> bool:
    """Whether every date exists, in any year. The core's rules report dates that do not."""
    return all(parse_date(date.date) for date in dates)


def settings_in(journal: Journal) -> Settings:
    """The settings from the options in the journal's description."""
    return _settings(journal_options(journal, NAME))


@lru_cache(maxsize=256)
def _settings(options: FrozenMap[str]) -> Settings:
    return settings_of(options.get("version", ""), options)
