"""Whatever is changed in an article, its document changes, or a loss names what was changed."""

from __future__ import annotations

from jatsx import ExportContext
from jatsx.testing.loss_coverage import silent_changes
from jatsx_doaj.exporter import EXPORTER

from .articles import article


def test_nothing_is_dropped_in_silence() -> None:
    context = ExportContext("20240601120000000", "2024-2-20240601120000000")
    assert list(silent_changes(EXPORTER, article(), context)) == []
