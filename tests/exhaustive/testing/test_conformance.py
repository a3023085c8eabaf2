"""The formats that jatsx ships pass the conformance tests, with all articles."""

from __future__ import annotations

from jatsx.testing import ExporterConformance
from tests.testing.shipped import Crossref, Doaj, Jats, Rsci, Xlsx


class TestJats(Jats, ExporterConformance):
    pass


class TestCrossref(Crossref, ExporterConformance):
    pass


class TestDoaj(Doaj, ExporterConformance):
    pass


class TestRsci(Rsci, ExporterConformance):
    pass


class TestXlsx(Xlsx, ExporterConformance):
    pass
