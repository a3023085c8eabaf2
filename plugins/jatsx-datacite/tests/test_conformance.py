"""What jatsx asks of every exporter, tried on its awkward articles."""

from __future__ import annotations

from jatsx.testing import ExporterConformance

from jatsx_datacite.exporter import EXPORTER
from jatsx_datacite.rules import RULES


class TestDataCite(ExporterConformance):
    exporter = EXPORTER
    rules = RULES
    variants = ({"language": "en"},)
