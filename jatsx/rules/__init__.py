"""What every format asks of an article: the core's rules, by the part of the model they look at.

A rule is a small function, which finds the faults of one part, and a line in ``RULES`` of its
module, which names them in words for the journal's staff. The function's docstring says what is
asked, why, and where that is written.
"""

from __future__ import annotations

from typing import Final

from jatsx.rules.article import (
    article,
    dates,
    dois,
    keywords,
    pages,
    relations,
    subject_codes,
    urls,
)
from jatsx.rules.engine import Rule
from jatsx.rules.funding import awards, funders
from jatsx.rules.journal import issue, issue_contents, journal, journal_requirements
from jatsx.rules.people import (
    affiliation,
    affiliation_list,
    contributor,
    emails,
    name_parts,
    name_spelling,
    names,
)
from jatsx.rules.references import entries, lists
from jatsx.rules.text import (
    characters,
    language_letters,
    languages,
    scripts,
    values,
    vocabularies,
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
    affiliation_list,
    subject_codes,
    funders,
    awards,
    keywords,
    pages,
    dois,
    dates,
    languages,
    vocabularies,
    entries,
    lists,
    relations,
    values,
    characters,
    scripts,
    language_letters,
    urls,
    issue_contents,
    journal_requirements,
)
"""The modules with rules, in the order in which the rules are asked."""


def core_rules() -> tuple[Rule, ...]:
    """Every rule of the core."""
    return tuple(rule for module in MODULES for rule in module.RULES)
