"""Each vice fails the test that is meant for it, with words that tell what to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from tests.conftest import ROOT

FILE: Final = ROOT / "tests" / "testing" / "vices" / "exporters.py"

VALID: Final = "test_an_article_is_valid_or_a_rule_says_why_not"
SAID: Final = "test_nothing_is_dropped_in_silence"
LOST: Final = "test_a_loss_is_of_what_the_article_says"
PURE: Final = "test_the_bytes_are_made_of_the_article_alone"
BESIDE: Final = "test_nothing_is_done_beside"
LEFT: Final = "test_the_article_is_left_as_it_is"
OWN: Final = "test_its_documents_are_recognised"
OTHERS: Final = "test_no_other_formats_document_is_recognised"
NAMES: Final = "test_each_document_has_a_name_of_its_own"
TOGETHER: Final = "test_articles_of_an_issue_go_together"
ENOUGH: Final = "test_enough_articles_go_out"

CAUGHT: Final[Mapping[str, tuple[str, str]]] = {
    "Clock": (PURE, "Take the time from context.timestamp"),
    "HashOrder": (PURE, "sort it, or use dict.fromkeys"),
    "Locale": (PURE, "in another locale it isn't the same"),
    "Random": (PURE, "exported twice it isn't the same"),
    "Changing": (LEFT, "field:    section"),
    "Silent": (SAID, "field:    url"),
    "LossOfNothing": (LOST, "of which the article says nothing"),
    "LossOfNoField": (LOST, "'titel', which is no field of the model"),
    "LossWithoutReason": (LOST, "the loss says no reason"),
    "LossWithoutSentence": (LOST, "no sentence for the code 'unknown'"),
    "LossWithoutParam": (LOST, "asks for 'limit', which its params lack"),
    "Network": (BESIDE, "it reached for the network: socket."),
    "Files": (BESIDE, "it changed a file: open 'seen.txt'"),
    "Raising": (VALID, "AttributeError: 'NoneType' object has no attribute 'upper'"),
    "Exiting": (VALID, "SystemExit: done"),
    "Invalid": (VALID, "add a rule that refuses the article"),
    "Mute": (VALID, "refused by article-bad, which says nothing"),
    "Refusing": (ENOUGH, "most often by article-bad"),
    "OneName": (NAMES, "2 documents have the name article.json"),
    "Alone": (TOGETHER, "no document describes"),
    "Blind": (OWN, "recognises says None of 01.json"),
    "Greedy": (OTHERS, "of the format"),
}
"""The test that catches a vice, and some of what it says."""

ALSO: Final = {
    "Raising": {SAID, LOST, LEFT, OWN, TOGETHER},
    "Exiting": {SAID, LOST, LEFT, OWN, TOGETHER, NAMES},
    "Invalid": {TOGETHER},
    "Mute": {ENOUGH},
}
"""The other tests that a vice fails too."""

Failures = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    """What each class of vices fails, and what is said then."""
    place = tmp_path_factory.mktemp("vices")
    report = place / "report.xml"
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), f"--junitxml={report}"]
    arguments = [str(FILE), *settings, "-q", "-p", "no:cacheprovider"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=place, capture_output=True, check=False
    )
    return _failures(report)


def test_the_honest_one_passes(failures: Failures) -> None:
    assert failures["Honest"] == {}


@pytest.mark.parametrize("vice", CAUGHT)
def test_a_vice_is_caught_by_the_test_for_it(vice: str, failures: Failures) -> None:
    test, said = CAUGHT[vice]
    assert set(failures[vice]) == {test, *ALSO.get(vice, ())}
    assert said in failures[vice][test]


def test_every_vice_is_told_of(failures: Failures) -> None:
    assert set(failures) == {"Honest", *CAUGHT}


def test_every_test_can_fail() -> None:
    from jatsx.testing import ExporterConformance

    tests = {name for name in vars(ExporterConformance) if name.startswith("test_")}
    assert tests == {test for test, _ in CAUGHT.values()}


def _failures(report: Path) -> Failures:
    found: dict[str, dict[str, str]] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        vice = case.attrib["classname"].rpartition(".Test")[2]
        own = found.setdefault(vice, {})
        for failure in (*case.iter("failure"), *case.iter("error")):
            test = case.attrib["name"].partition("[")[0]
            own[test] = own.get(test, "") + (failure.text or "")
    return found
