"""DOAJ: article metadata in JSON for its API (version 4).

``docs/formats/doaj.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Agency, Exporter, Rule, hookimpl, rules_in


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """DOAJ JSON."""
    from jatsx_doaj.exporter import EXPORTER

    return (EXPORTER,)


@hookimpl
def jatsx_agencies() -> Iterable[Agency]:
    """DOAJ."""
    from jatsx_doaj.agency.definition import AGENCY

    return (AGENCY,)


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for DOAJ."""
    if "doaj" not in formats:
        return ()
    from jatsx_doaj import rules

    return rules_in(rules)
