"""What several rule modules share: the rule decorator and the journal's settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from jatsx import rule as _rule
from jatsx.model.inheritance import journal_options
from jatsx_rsci.options import NAME
from jatsx_rsci.settings import Settings, settings_of

if TYPE_CHECKING:
    from jatsx.model import Journal

rule: Final = partial(_rule, target=NAME)
"""The decorator of a rule of this format."""


def settings_in(journal: Journal) -> Settings:
    """The settings from the options in the journal's description."""
    return settings_of(journal_options(journal, NAME))
