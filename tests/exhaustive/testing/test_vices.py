"""Each vice that is seen in processes of their own fails the test that is meant for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from tests.testing.test_vices import CAUGHT as CAUGHT_IN_ONE_PROCESS
from tests.testing.test_vices import IN_PROCESSES
from tests.testing.vices.failing import Failures, failures_of

PURE: Final = "test_documents_depend_only_on_the_article"
BESIDE: Final = "test_no_side_effects"

CAUGHT: Final[Mapping[str, tuple[str, str]]] = {
    "Clock": (PURE, "Take the time from context.timestamp"),
    "HashOrder": (PURE, "sort it, or use dict.fromkeys"),
    "Locale": (PURE, "in another locale, the output differs"),
    "Random": (PURE, "exported twice, the output differs"),
    "Network": (BESIDE, "it used the network: socket."),
    "Files": (BESIDE, "it changed a file: open 'seen.txt'"),
}
"""The test that catches a vice, and some of what it says."""


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    return failures_of(" or ".join(sorted(IN_PROCESSES)), tmp_path_factory.mktemp("vices"))


def test_each_vice_is_caught_by_the_test_for_it(failures: Failures) -> None:
    caught = {vice: set(found) for vice, found in failures.items() if found}
    assert caught == {vice: {test} for vice, (test, _) in CAUGHT.items()}
    words = {vice: (said, failures[vice][test]) for vice, (test, said) in CAUGHT.items()}
    assert {vice: texts for vice, texts in words.items() if texts[0] not in texts[1]} == {}


def test_the_honest_one_passes(failures: Failures) -> None:
    assert failures["Honest"] == {}


def test_every_vice_is_here_or_among_those_of_one_process(failures: Failures) -> None:
    assert set(failures) - {"Honest"} <= {*CAUGHT, *CAUGHT_IN_ONE_PROCESS}


def test_every_test_in_processes_can_fail() -> None:
    assert {test for test, _ in CAUGHT.values()} == IN_PROCESSES
