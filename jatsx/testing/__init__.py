"""What a format's tests can ask.

``ExporterConformance`` puts an exporter to all of it::

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
