"""What eLIBRARY asks of an issue in prose, and its schema doesn't.

A rule is a small function, which finds the faults of one part, and a line in ``RULES`` of its
module, which names them in words for the journal's staff. Errors keep an article only from RSCI.
What every format asks (dates that exist, forms of identifiers, language) is asked by the core.
"""

from __future__ import annotations

from jatsx import Rule


def rsci_rules() -> tuple[Rule, ...]:
    """Every rule of this format."""
    from jatsx_rsci.rules import article, issue, options, people, russian

    modules = (options, issue, article, people, russian)
    return tuple(rule for module in modules for rule in module.RULES)
