"""The corpus of the fuzzer: each input is answered with articles and findings."""

from __future__ import annotations

import pytest

from tests.fuzzing.__main__ import fuzz
from tests.fuzzing.targets import SEEDS, TARGETS, seeds, session

WITHOUT_FILES = {
    "ojs-rest": "asks a server",
    "folder": "reads a folder, whose files are read as those of `article`",
}
"""The readers that take no file, and why."""


def test_each_reader_of_files_is_fuzzed() -> None:
    assert set(SEEDS) == set(session().registry.readers) - set(WITHOUT_FILES)


@pytest.mark.parametrize("name", TARGETS)
def test_each_input_of_the_corpus_is_answered(name: str) -> None:
    inputs = seeds(name)
    assert inputs
    for content in inputs:
        TARGETS[name](content)


def test_some_inputs_of_each_target_are_tried() -> None:
    done = fuzz(list(TARGETS), seconds=3, first_seed=1)
    assert done.total() > 0
