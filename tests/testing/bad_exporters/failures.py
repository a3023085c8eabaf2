"""Runs the conformance tests of the bad exporters, and returns the failures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tests.conftest import ROOT

FILE: Final = ROOT / "tests" / "testing" / "bad_exporters" / "exporters.py"

Failures = Mapping[str, Mapping[str, str]]
"""The failed tests of each exporter, with their messages."""


def failures_of(tests: str, place: Path) -> Failures:
    """The failures of some tests: an expression of ``pytest -k``."""
    report = place / "report.xml"
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), f"--junitxml={report}"]
    arguments = [str(FILE), *settings, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *arguments, "-k", tests],
        cwd=place,
        capture_output=True,
        check=False,
    )
    return _failures(report)


def _failures(report: Path) -> Failures:
    found: dict[str, dict[str, str]] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        exporter = case.attrib["classname"].rpartition(".Test")[2]
        own = found.setdefault(exporter, {})
        for failure in (*case.iter("failure"), *case.iter("error")):
            test = case.attrib["name"].partition("[")[0]
            own[test] = own.get(test, "") + (failure.text or "")
    return found
