"""The formats that jatsx ships pass the conformance tests, with a few articles.

All articles, and the tests in child processes, are in ``tests/exhaustive``.
"""

from __future__ import annotations

from .few import OneEnvironment
from .shipped import EXPORTERS, Crossref, Doaj, Jats, Rsci, Xlsx


class TestJats(Jats, OneEnvironment):
    pass


class TestCrossref(Crossref, OneEnvironment):
    pass


class TestDoaj(Doaj, OneEnvironment):
    pass


class TestRsci(Rsci, OneEnvironment):
    pass


class TestXlsx(Xlsx, OneEnvironment):
    """Without two tests that take long for workbooks. They run in ``tests/exhaustive``."""

    test_no_field_is_dropped_without_a_loss = None  # type: ignore[assignment]
    test_articles_of_a_run_are_written_like_single_articles = None  # type: ignore[assignment]


def test_each_format_is_tested() -> None:
    tested = {one.exporter.name for one in (Jats, Crossref, Doaj, Rsci, Xlsx)}
    assert set(EXPORTERS) - {"datacite"} == tested  # DataCite is a distribution with its own tests
