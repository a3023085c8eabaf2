"""Tests for exporters. A subclass of ``ExporterConformance`` runs all of them::

from jatsx.testing import ExporterConformance

class TestMine(ExporterConformance):
    exporter = MINE
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jatsx.testing.conformance import ExporterConformance

__all__ = ["ExporterConformance"]


def __getattr__(name: str) -> object:
    if name == "ExporterConformance":
        from jatsx.testing.conformance import ExporterConformance

        return ExporterConformance
    raise AttributeError(f"module 'jatsx.testing' has no attribute {name!r}")
