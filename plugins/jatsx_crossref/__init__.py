"""Crossref deposits 5.5.0, 5.4.0 and 5.3.1.

``docs/formats/crossref.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl, rules_in


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """Crossref deposits."""
    from jatsx_crossref.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for Crossref deposits."""
    if "crossref" not in formats:
        return ()
    from jatsx_crossref import rules

    return rules_in(rules)
