"""The formats that jatsx ships pass the tests that any exporter is put to, with a few articles.

All articles, and the tests in processes of their own, are in ``tests/exhaustive``.
"""

from __future__ import annotations

from .few import InOneProcess
from .shipped import EXPORTERS, Crossref, Doaj, Jats, Rsci


class TestJats(Jats, InOneProcess):
    pass


class TestCrossref(Crossref, InOneProcess):
    pass


class TestDoaj(Doaj, InOneProcess):
    pass


class TestRsci(Rsci, InOneProcess):
    pass


def test_each_format_is_tried() -> None:
    tried = {one.exporter.name for one in (Jats, Crossref, Doaj, Rsci)}
    assert set(EXPORTERS) - {"datacite"} == tried  # DataCite is a distribution with its own tests
