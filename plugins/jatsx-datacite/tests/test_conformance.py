"""The conformance tests of jatsx, with its awkward articles."""

from __future__ import annotations

from jatsx import rules_in
from jatsx.testing import ExporterConformance

import jatsx_datacite.rules
from jatsx_datacite.exporter import EXPORTER


class TestDataCite(ExporterConformance):
    exporter = EXPORTER
    rules = rules_in(jatsx_datacite.rules)
    variants = ({"language": "en"},)
