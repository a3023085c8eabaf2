"""JATS Journal Publishing 1.3 and 1.4 (ANSI/NISO Z39.96): metadata and references.

``docs/formats/jats.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl, rules_in


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """JATS documents."""
    from jatsx_jats.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for JATS documents."""
    if "jats" not in formats:
        return ()
    from jatsx_jats import rules

    return rules_in(rules)
