"""The XML of a journal issue for RSCI (РИНЦ) at eLIBRARY.RU: one file for each issue.

``docs/formats/rsci.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl, rules_in


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """RSCI's issue XML."""
    from jatsx_rsci.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for RSCI."""
    if "rsci" not in formats:
        return ()
    from jatsx_rsci import rules

    return rules_in(rules)
