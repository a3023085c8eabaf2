"""Faults planted in a rule are caught by the conformance tests."""

from __future__ import annotations

import linecache
from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.testing import RuleConformance
from tests.testing.planted import failed_tests

SOURCE: Final = '''
from jatsx import Fault, Level, fault, rule
from jatsx.model import Contributor

@rule(
    "example-orcid-short",
    Level.WARNING,
    message="The ORCID iD {orcid} has {length} characters.",
    hint="Write all 16 digits.",
)
def orcid_short(contributor: Contributor):
    """An ORCID iD has 16 digits.

    Source: ISO 27729.

    Good:

        orcid: 0000-0002-1825-0097

    Bad:

        orcid: 0000-0002
    """
    orcid = contributor.orcid
    if orcid and len(orcid) < 19:
        yield fault("orcid", orcid=orcid, length=str(len(orcid)))
'''

FAULTS: Final = {
    "nothing is found": ("< 19", "< 0"),
    "everything is found": ("< 19", "< 1_000"),
    "a field is misspelt": ('fault("orcid", ', 'fault("orchid", '),
    "a param is missing": (", length=str(len(orcid))", ""),
    "a param is a number": ("length=str(len(orcid))", "length=len(orcid)"),
    "an absent value is not expected": ("if orcid and len(orcid)", "if len(orcid)"),
    "the source is missing": ("    Source: ISO 27729.\n\n", ""),
    "there is no bad example": ("    Bad:\n\n        orcid: 0000-0002\n", ""),
    "the hint is empty": ("Write all 16 digits.", ""),
    "something is printed": ("    if orcid and", "    print(orcid)\n    if orcid and"),
    "calls are counted": (
        "    orcid = contributor.orcid",
        "    orcid = contributor.orcid\n    COUNT.append(1)\n"
        "    if len(COUNT) > 300:\n        return",
    ),
    "a file is written": (
        "    if orcid and",
        "    open('/tmp/never', 'a').close()\n    if orcid and",
    ),
}


def failures(source: str, folder: Path) -> list[str]:
    """The conformance tests that a rule with this source fails."""
    names: dict[str, Any] = {"COUNT": []}
    exec(source, names)
    rule = names["orcid_short"]
    tests = type("Tests", (RuleConformance,), {"rules": (rule,)})
    return failed_tests(tests, {"one": rule}, folder)


def test_the_rule_passes(tmp_path: Path) -> None:
    linecache.clearcache()
    assert failures(SOURCE, tmp_path) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught(name: str, tmp_path: Path) -> None:
    old, new = FAULTS[name]
    assert SOURCE.count(old) == 1
    assert failures(SOURCE.replace(old, new), tmp_path) != []
