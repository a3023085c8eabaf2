"""The formats that jatsx ships pass the tests that any exporter is put to."""

from __future__ import annotations

from typing import Final

from jatsx.plugin.registry import load_registry
from jatsx.testing import ExporterConformance

from .rich import FORMATS

EXPORTERS: Final = load_registry().exporters
PAGES: Final = {"pages": {"first": "1", "last": "2"}}
"""What eLIBRARY asks of every article."""


class TestJats(ExporterConformance):
    exporter = EXPORTERS["jats"]


class TestCrossref(ExporterConformance):
    exporter = EXPORTERS["crossref"]
    options = FORMATS["crossref"]
    variants = ({"crossmark_policy": "10.5555/policy", "crossmark_domains": "example.org"},)


class TestDoaj(ExporterConformance):
    exporter = EXPORTERS["doaj"]


class TestRsci(ExporterConformance):
    exporter = EXPORTERS["rsci"]
    options = FORMATS["rsci"]
    needed = PAGES
