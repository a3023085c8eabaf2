"""Exporters that lose or change data fail the test for their fault.

Here some of the faults; all of them in ``tests/exhaustive``.
"""

from __future__ import annotations

import pytest

from jatsx.plugin.exporter import Exporter
from jatsx.testing.awkward import RICH, Awkward
from tests.testing.few import AllEnvironments

from .bad_exporters.faults import CHANGES, FAULTS, LISTS, MARKUP, OPTIONS, RUNS, VALUES, changed
from .bad_exporters.text_faults import TEXT_FAULTS

ALL_FAULTS = {**FAULTS, **TEXT_FAULTS}

OF_ARTICLES = (CHANGES, VALUES)
"""The tests that run for each article."""


def message_of(exporter: Exporter, test: str) -> str:
    """The message of a test that fails for an exporter; empty if it passes."""
    own = {"exporter": exporter, "rules": ()}
    tests = type("Tests", (AllEnvironments,), own)()
    arguments = [Awkward(RICH.name)] if test in OF_ARTICLES else []
    try:
        getattr(tests, test)(*arguments)
    except AssertionError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("fault", [*ALL_FAULTS][::6])
def test_each_fault_fails_its_test(fault: str) -> None:
    exporter, test, part = ALL_FAULTS[fault]
    assert part in message_of(exporter, test)


@pytest.mark.parametrize("test", [CHANGES, VALUES, LISTS, MARKUP, RUNS, OPTIONS])
def test_the_correct_exporter_passes(test: str) -> None:
    assert message_of(changed(lambda _: None), test) == ""
