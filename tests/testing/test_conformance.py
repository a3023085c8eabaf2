"""The formats that jatsx ships pass the conformance tests, with a few articles.

All articles, and the tests in child processes, are in ``tests/exhaustive``.
"""

from __future__ import annotations

from .few import OneEnvironment
from .shipped import EXPORTERS, Crossref, Doaj, Jats, Rsci


class TestJats(Jats, OneEnvironment):
    pass


class TestCrossref(Crossref, OneEnvironment):
    pass


class TestDoaj(Doaj, OneEnvironment):
    pass


class TestRsci(Rsci, OneEnvironment):
    pass


def test_each_format_is_tested() -> None:
    tested = {one.exporter.name for one in (Jats, Crossref, Doaj, Rsci)}
    with_own_tests = {"datacite", "xlsx"}  # in their plugins
    assert set(EXPORTERS) - with_own_tests == tested
