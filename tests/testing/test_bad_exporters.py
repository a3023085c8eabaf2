"""Each bad exporter fails the test for its mistake, with a message that explains it.

Mistakes that only child processes show are in ``tests/exhaustive``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from jatsx.testing import ExporterConformance
from tests.testing.bad_exporters.failures import Failures, failures_of
from tests.testing.bad_exporters.faults import FAULTS
from tests.testing.few import OneEnvironment

VALID: Final = "test_each_article_is_valid_or_refused_with_a_reason"
NO_SILENT_LOSS: Final = "test_no_field_is_dropped_without_a_loss"
TRUE_LOSS: Final = "test_each_loss_is_true"
NOT_CHANGED: Final = "test_the_article_is_not_changed"
RECOGNISED: Final = "test_its_documents_are_recognised"
NOT_RECOGNISED: Final = "test_documents_of_other_formats_are_not_recognised"
NAMES: Final = "test_document_names_are_unique"
TOGETHER: Final = "test_articles_of_an_issue_are_valid_together"
ENOUGH: Final = "test_enough_articles_are_exported"

MISTAKES: Final[Mapping[str, tuple[str, str]]] = {
    "ChangedArticle": (NOT_CHANGED, "field:    section"),
    "UnreportedLoss": (NO_SILENT_LOSS, "field:    url"),
    "LossOfEmptyField": (TRUE_LOSS, "a field that has no value"),
    "LossOfUnknownField": (TRUE_LOSS, "'titel', which is not a field of the model"),
    "LossWithoutReason": (TRUE_LOSS, "the loss has no reason"),
    "LossWithoutSentence": (TRUE_LOSS, "no sentence for the code 'unknown'"),
    "LossWithoutParam": (TRUE_LOSS, "has no param 'limit', which its sentence requires"),
    "Raising": (VALID, "AttributeError: 'NoneType' object has no attribute 'upper'"),
    "Exiting": (VALID, "SystemExit: done"),
    "Invalid": (VALID, "add a rule that refuses the article"),
    "RuleWithoutMessage": (VALID, "refused by article-bad, which has no message"),
    "TooManyRefused": (ENOUGH, "most frequent: article-bad"),
    "DuplicateNames": (NAMES, "2 documents have the name article.json"),
    "OnlyFirstArticle": (TOGETHER, "no document describes"),
    "RecognisesNothing": (RECOGNISED, "recognises returns None for 01.json"),
    "RecognisesEverything": (NOT_RECOGNISED, "of the format"),
}
"""The test that each exporter fails, and a part of the message."""

OTHER_FAILURES: Final = {
    "Raising": {NO_SILENT_LOSS, TRUE_LOSS, NOT_CHANGED, RECOGNISED, TOGETHER},
    "Exiting": {NO_SILENT_LOSS, TRUE_LOSS, NOT_CHANGED, RECOGNISED, TOGETHER, NAMES},
    "Invalid": {TOGETHER},
    "RuleWithoutMessage": {ENOUGH},
}
"""The other tests that some of them fail as a consequence."""


IN_CHILD_PROCESSES: Final = {
    name
    for name in vars(ExporterConformance)
    if name.startswith("test_") and getattr(OneEnvironment, name) is None
}
"""The tests that start child processes."""


OF_FAULTS: Final = {test for _, test, _ in FAULTS.values()} - {NO_SILENT_LOSS}
"""The tests that ``test_faults`` tests."""


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    others = IN_CHILD_PROCESSES | OF_FAULTS
    tests = " and ".join(f"not {name}" for name in sorted(others))
    return failures_of(tests, tmp_path_factory.mktemp("bad_exporters"))


def test_each_mistake_fails_its_test(failures: Failures) -> None:
    failed = {exporter: set(found) for exporter, found in failures.items() if found}
    assert failed == {
        exporter: {test, *OTHER_FAILURES.get(exporter, ())}
        for exporter, (test, _) in MISTAKES.items()
    }
    messages = {
        exporter: (part, failures[exporter][test]) for exporter, (test, part) in MISTAKES.items()
    }
    assert [one for one, (part, message) in messages.items() if part not in message] == []


def test_the_correct_exporter_passes(failures: Failures) -> None:
    assert failures["Correct"] == {}


def test_every_test_can_fail() -> None:
    tests = {name for name in vars(ExporterConformance) if name.startswith("test_")}
    found = {test for test, _ in MISTAKES.values()}
    assert tests - IN_CHILD_PROCESSES == found | OF_FAULTS
