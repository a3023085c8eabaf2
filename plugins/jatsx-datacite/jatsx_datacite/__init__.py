"""DataCite: metadata of a DOI in JSON, schema 4.5 or 4.3, as its REST API accepts it.

``tests/test_mapping.py`` and ``tests/goldens`` show what becomes of each part of an article.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl, rules_in

JATSX_CONTRACT = 1
"""The version of jatsx's plugin contract that this is written for."""


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """DataCite JSON."""
    from jatsx_datacite.exporter import EXPORTER

    return (EXPORTER,)


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """What DataCite asks beyond every format's rules."""
    if "datacite" not in formats:
        return ()
    from jatsx_datacite import rules

    return rules_in(rules)
