"""Each exporter that loses or changes data fails the test for its fault."""

from __future__ import annotations

import pytest

from tests.testing import test_faults as few


@pytest.mark.parametrize("fault", few.ALL_FAULTS)
def test_each_fault_fails_its_test(fault: str) -> None:
    few.test_each_fault_fails_its_test(fault)
