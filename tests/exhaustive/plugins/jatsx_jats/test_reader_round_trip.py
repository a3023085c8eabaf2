"""All awkward articles to JATS and back, in both versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.testing.awkward import Awkward
from tests.plugins.jatsx_jats.reader import test_round_trip as few


@pytest.mark.parametrize("version", few.VERSIONS)
@pytest.mark.parametrize("case", few.AWKWARD, ids=lambda case: case.name)
def test_nothing_is_lost(case: Awkward, version: str, tmp_path: Path) -> None:
    few.test_nothing_is_different_with_leftovers(case, version, tmp_path)
    few.test_what_is_different_is_lost_or_read_differently(case, version)
    few.test_it_is_exported_again_the_same(case, version, tmp_path)
