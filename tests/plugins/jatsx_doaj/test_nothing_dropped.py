"""Whatever is changed in an article, its document changes, or a loss names what was changed."""

from __future__ import annotations

from jatsx import ExportContext
from jatsx.testing.changes import changes
from jatsx.testing.fields import field_of, fields
from jatsx.testing.loss_coverage import silent_changes
from jatsx_doaj.exporter import EXPORTER

from .articles import article


def test_nothing_is_dropped_in_silence() -> None:
    context = ExportContext("20240601120000000", "2024-2-20240601120000000")
    assert list(silent_changes(EXPORTER, article(), context)) == []


def test_the_rich_article_says_everything() -> None:
    said = {field_of(change.field) for change in changes(article())}
    paths = (field.path for field in fields() if not field.path.startswith("references[].work."))
    assert [path for path in paths if path not in said] == []  # references are lost whole
