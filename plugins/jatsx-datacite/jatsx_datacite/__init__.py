"""DataCite: metadata of a DOI in JSON for its REST API, schema 4.5 or 4.3.

``tests/test_mapping.py`` and ``tests/goldens`` show how each field of an article is exported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Agency, Exporter, Rule, hookimpl, rules_in

JATSX_CONTRACT = 1
"""The version of jatsx's plugin contract that this plugin supports."""


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """DataCite JSON."""
    from jatsx_datacite.exporter import EXPORTER

    return (EXPORTER,)


@hookimpl
def jatsx_agencies() -> Iterable[Agency]:
    """DataCite."""
    from jatsx_datacite.agency.definition import AGENCY

    return (AGENCY,)


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for DataCite."""
    if "datacite" not in formats:
        return ()
    from jatsx_datacite import rules

    return rules_in(rules)
