"""The XML of a journal issue that eLIBRARY.RU accepts for RSCI (РИНЦ): one file for an issue.

``docs/formats/rsci.md`` shows what becomes of each part of the model; it is generated from the
code.
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
    """What eLIBRARY asks of an issue."""
    if "rsci" not in formats:
        return ()
    from jatsx_rsci import rules

    return rules_in(rules)
