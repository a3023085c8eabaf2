"""Each exporter that loses or changes data fails the test for its fault."""

from __future__ import annotations

import pytest

from tests.testing import test_faults as few
from tests.testing.bad_exporters.faults import FAULTS


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_fails_its_test(fault: str) -> None:
    few.test_each_fault_fails_its_test(fault)
