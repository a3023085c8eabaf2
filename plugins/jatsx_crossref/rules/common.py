"""What the rules of several modules use: the constructor of a rule, and the journal's settings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap, Rule
from jatsx.model.inheritance import journal_options
from jatsx.standards.dates import parse_date
from jatsx_crossref.options import NAME, Settings, settings_of

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.model.inheritance import PublicationDate

rule: Final = partial(Rule, target=NAME)
"""A rule of this format: code, level, class of the part, check, message, hint."""


def all_exist(dates: Iterable[PublicationDate]) -> bool:
    """Whether each date exists, in any year; the core's rules report those that don't."""
    return all(parse_date(date.date) for date in dates)


def settings_in(journal: Journal) -> Settings:
    """The settings by the options in the journal's description."""
    return _settings(journal_options(journal, NAME))


@lru_cache(maxsize=256)
def _settings(options: FrozenMap[str]) -> Settings:
    return settings_of(options.get("version", ""), options)
