"""The rules of every format, in a folder for each part of the model.

A rule is a function with the decorator :func:`jatsx.rules.engine.rule`, in any module of a folder:
code, level, message, hint and check are in one place, and its docstring is its manual.
"""

from __future__ import annotations

from jatsx.rules import article, funding, journal, people, references, text
from jatsx.rules.engine import Rule, rules_in

FOLDERS = (journal, article, people, funding, references, text)
"""The folders with rules, in the order in which rules are listed."""


def core_rules() -> tuple[Rule, ...]:
    """The rules of every format."""
    return tuple(rule for folder in FOLDERS for rule in rules_in(folder))
