"""Tests for exporters, readers and rules. A subclass of one of these classes runs all of them::

from jatsx.testing import ExporterConformance

class TestMine(ExporterConformance):
    exporter = MINE
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jatsx.testing.conformance import ExporterConformance
    from jatsx.testing.reader_conformance import ReaderConformance, Sample
    from jatsx.testing.rule_conformance import RuleConformance

__all__ = ["ExporterConformance", "ReaderConformance", "RuleConformance", "Sample"]

_HOMES: Final = {
    "ExporterConformance": "jatsx.testing.conformance",
    "ReaderConformance": "jatsx.testing.reader_conformance",
    "RuleConformance": "jatsx.testing.rule_conformance",
    "Sample": "jatsx.testing.reader_conformance",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'jatsx.testing' has no attribute {name!r}")
