"""Long texts that make a careless reader start again and again."""

from __future__ import annotations

import pytest

from tests.plugins.jatsx_ojs.test_from_html import HOSTILE, assert_is_read


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_time_grows_with_length_only(piece: str) -> None:
    """Would take hours if it grew with the square."""
    assert_is_read(piece, 200_000)
