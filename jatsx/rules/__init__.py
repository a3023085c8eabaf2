"""What every format asks of an article: the core's rules, by the part of the model they look at.

A rule is a small function, which finds the faults of one part, and a line in ``RULES`` of its
module, which names them in words for the journal's staff. The function's docstring says what is
asked, why, and where that is written.
"""

from __future__ import annotations

from typing import Final

from jatsx.checks import Rule
from jatsx.rules import (
    addresses,
    affiliation,
    article,
    awards,
    characters,
    contents,
    contributor,
    dates,
    dois,
    emails,
    funding,
    issue,
    journal,
    keywords,
    language_letters,
    languages,
    name_parts,
    name_spelling,
    names,
    pages,
    places,
    reference_lists,
    references,
    relations,
    scripts,
    subject,
    texts,
    vocabularies,
    wanted,
)

MODULES: Final = (
    journal,
    issue,
    article,
    contributor,
    names,
    name_parts,
    name_spelling,
    emails,
    affiliation,
    places,
    subject,
    funding,
    awards,
    keywords,
    pages,
    dois,
    dates,
    languages,
    vocabularies,
    references,
    reference_lists,
    relations,
    texts,
    characters,
    scripts,
    language_letters,
    addresses,
    contents,
    wanted,
)
"""The modules with rules, in the order in which the rules are asked."""


def core_rules() -> tuple[Rule, ...]:
    """Every rule of the core."""
    return tuple(rule for module in MODULES for rule in module.RULES)
