"""The levels of rules, and the journal that sets them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from jatsx.cli.common import CannotGoOn

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule

OFF: Final = "off"


def own_level(rule: Rule) -> str:
    """The level of a rule, unless a journal sets another."""
    return rule.level.value if rule.level else OFF


def level_in(rule: Rule, journal: Journal) -> str:
    """The level that a journal sets for a rule."""
    from jatsx.rules.rulebook import level_of

    level = level_of(rule, journal.rules)
    return level.value if level else OFF


def read_journal(path: Path, registry: Registry) -> Journal:
    """The journal that a file describes.

    Raises:
        CannotGoOn: it can't be read.
    """
    from jatsx.readers.journal_file import read_journal_file

    file = read_journal_file(path)
    if file.journal is None:
        finding = file.findings[0]
        raise CannotGoOn(f"{finding.place or path}: {registry.sentences.sentence(finding)}")
    return file.journal
