"""What the results of sending, asking and comparing have in common as plain data, for JSON.

``docs/deposit/json.md`` describes the keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jatsx.findings.finding import Finding
from jatsx.findings.translation import in_language, machine_language
from jatsx.pipeline.report import finding_data
from jatsx.plugin.registry import Registry

VERSION: Final = 1
"""The version of these data. It grows when a key is removed or gets another meaning."""


def findings_data(findings: Iterable[Finding], registry: Registry) -> list[dict[str, Any]]:
    """Findings, in the language of reports for programs."""
    with in_language(machine_language()):
        return [finding_data(one, registry.sentences) for one in findings]
