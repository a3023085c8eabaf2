"""Each mistake that only child processes show fails the test for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from tests.testing.bad_exporters.failures import Failures, failures_of
from tests.testing.test_bad_exporters import IN_CHILD_PROCESSES
from tests.testing.test_bad_exporters import MISTAKES as MISTAKES_IN_ONE_PROCESS

SAME_DOCUMENTS: Final = "test_documents_depend_only_on_the_article"
NO_SIDE_EFFECTS: Final = "test_no_side_effects"

MISTAKES: Final[Mapping[str, tuple[str, str]]] = {
    "Clock": (SAME_DOCUMENTS, "context.timestamp"),
    "HashOrder": (SAME_DOCUMENTS, "with another hash seed, the output is different"),
    "Locale": (SAME_DOCUMENTS, "in another locale, the output is different"),
    "Random": (SAME_DOCUMENTS, "two exports of the article are different"),
    "Network": (NO_SIDE_EFFECTS, "it used the network: socket."),
    "Variable": (NO_SIDE_EFFECTS, "it read the environment variable SAMPLE_PUBLISHER"),
    "Reading": (NO_SIDE_EFFECTS, "it read a file: open '/etc/hostname'"),
    "Printing": (NO_SIDE_EFFECTS, "it printed '01"),
    "Files": (NO_SIDE_EFFECTS, "it changed a file: open 'seen.txt'"),
}
"""The test that each exporter fails, and a part of the message."""


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    return failures_of(
        " or ".join(sorted(IN_CHILD_PROCESSES)), tmp_path_factory.mktemp("bad_exporters")
    )


def test_each_mistake_fails_its_test(failures: Failures) -> None:
    failed = {exporter: set(found) for exporter, found in failures.items() if found}
    assert failed == {exporter: {test} for exporter, (test, _) in MISTAKES.items()}
    messages = {
        exporter: (part, failures[exporter][test]) for exporter, (test, part) in MISTAKES.items()
    }
    assert [one for one, (part, message) in messages.items() if part not in message] == []


def test_the_correct_exporter_passes(failures: Failures) -> None:
    assert failures["Correct"] == {}


def test_every_bad_exporter_is_listed(failures: Failures) -> None:
    assert set(failures) - {"Correct"} <= {*MISTAKES, *MISTAKES_IN_ONE_PROCESS}


def test_every_test_in_child_processes_can_fail() -> None:
    assert {test for test, _ in MISTAKES.values()} == IN_CHILD_PROCESSES
