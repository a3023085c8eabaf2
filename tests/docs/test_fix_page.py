"""The page on ``--fix`` names the rules whose faults are corrected, and each has a case."""

from __future__ import annotations

import re
from typing import Final

from jatsx.plugin.registry import load_registry
from tests.conftest import ROOT
from tests.fixing.files import CASES, case

PAGE: Final = (ROOT / "docs" / "fix.md").read_text(encoding="utf-8")
MENDING: Final = {code for code, rule in load_registry().rules.items() if rule.mends}


def test_the_table_has_each_rule_that_corrects() -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert {code for row in rows for code in re.findall(r"`([^`]+)`", row)} == MENDING


def test_each_of_them_corrects_something_in_a_case() -> None:
    assert {code for path in CASES for code in case(path).mends} == MENDING
