"""Every awkward article in the other versions and formats: valid, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.awkward import test_awkward as few
from tests.plugins.awkward.cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_other_versions_and_formats_write_it_or_say_why(case: Case, tmp_path: Path) -> None:
    for number, options in enumerate(few.VERSIONS.values()):
        few.test_other_versions_write_it_too_or_say_why(case, options, tmp_path / f"{number}")
    few.test_every_other_format_writes_it_or_says_why(case, tmp_path / "formats")
