"""Each vice fails the test that is meant for it, with words that tell what to do.

Those that are caught in processes of their own are in ``tests/exhaustive``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from jatsx.testing import ExporterConformance
from tests.testing.few import InOneProcess
from tests.testing.vices.failing import Failures, failures_of

VALID: Final = "test_each_article_is_valid_or_refused_with_a_reason"
SAID: Final = "test_no_field_is_dropped_without_a_loss"
LOST: Final = "test_each_loss_is_true"
LEFT: Final = "test_the_article_is_not_changed"
OWN: Final = "test_its_documents_are_recognised"
OTHERS: Final = "test_documents_of_other_formats_are_not_recognised"
NAMES: Final = "test_document_names_are_unique"
TOGETHER: Final = "test_articles_of_an_issue_are_valid_together"
ENOUGH: Final = "test_enough_articles_are_exported"

CAUGHT: Final[Mapping[str, tuple[str, str]]] = {
    "Changing": (LEFT, "field:    section"),
    "Silent": (SAID, "field:    url"),
    "LossOfNothing": (LOST, "a field that the article doesn't fill"),
    "LossOfNoField": (LOST, "'titel', which is not a field of the model"),
    "LossWithoutReason": (LOST, "the loss has no reason"),
    "LossWithoutSentence": (LOST, "no sentence for the code 'unknown'"),
    "LossWithoutParam": (LOST, "needs 'limit', which its params lack"),
    "Raising": (VALID, "AttributeError: 'NoneType' object has no attribute 'upper'"),
    "Exiting": (VALID, "SystemExit: done"),
    "Invalid": (VALID, "add a rule that refuses the article"),
    "Mute": (VALID, "refused by article-bad, which has no message"),
    "Refusing": (ENOUGH, "most often by article-bad"),
    "OneName": (NAMES, "2 documents have the name article.json"),
    "Alone": (TOGETHER, "no document describes"),
    "Blind": (OWN, "recognises returns None for 01.json"),
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


IN_PROCESSES: Final = {
    name
    for name in vars(ExporterConformance)
    if name.startswith("test_") and getattr(InOneProcess, name) is None
}
"""The tests that start processes of their own."""


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    tests = " and ".join(f"not {name}" for name in sorted(IN_PROCESSES))
    return failures_of(tests, tmp_path_factory.mktemp("vices"))


def test_each_vice_is_caught_by_the_test_for_it(failures: Failures) -> None:
    caught = {vice: set(found) for vice, found in failures.items() if found}
    assert caught == {vice: {test, *ALSO.get(vice, ())} for vice, (test, _) in CAUGHT.items()}
    words = {vice: (said, failures[vice][test]) for vice, (test, said) in CAUGHT.items()}
    assert {vice: texts for vice, texts in words.items() if texts[0] not in texts[1]} == {}


def test_the_honest_one_passes(failures: Failures) -> None:
    assert failures["Honest"] == {}


def test_every_test_can_fail() -> None:
    tests = {name for name in vars(ExporterConformance) if name.startswith("test_")}
    assert tests - IN_PROCESSES == {test for test, _ in CAUGHT.values()}
