"""An export of Open Journal Systems with a fault gives the line on which its value stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import yaml

from jatsx.findings.finding import Finding
from jatsx.pipeline import Request, check
from jatsx.plugin.registry import load_registry

XML: Final = Path(__file__).with_name("xml")
GOOD: Final = (XML / "issue.xml").read_text(encoding="utf-8")
FAULTS: Final[dict[str, list[str]]] = yaml.safe_load(
    (XML / "faults.yaml").read_text(encoding="utf-8")
)
REGISTRY: Final = load_registry()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found_on_its_line(code: str, tmp_path: Path) -> None:
    right, wrong, *others = FAULTS[code]
    assert GOOD.count(right) == 1
    at_fault = others[0] if others else right
    lines = [number for number, line in enumerate(GOOD.split("\n"), 1) if at_fault in line]
    found = findings(GOOD.replace(right, wrong), tmp_path)
    places = [one.place for one in found if one.code == code]
    assert [(place.file, place.line) for place in places if place] == [
        (str(tmp_path / "export.xml"), line) for line in lines
    ]


def test_without_the_fault_none_of_them_is_found(tmp_path: Path) -> None:
    assert {one.code for one in findings(GOOD, tmp_path)} & set(FAULTS) == set()


def findings(xml: str, folder: Path) -> list[Finding]:
    """What ``jatsx check`` finds in an export."""
    path = folder / "export.xml"
    path.write_text(xml, encoding="utf-8")
    request = Request([path], list(REGISTRY.exporters), {})
    return list(check(request, REGISTRY).all_findings)
