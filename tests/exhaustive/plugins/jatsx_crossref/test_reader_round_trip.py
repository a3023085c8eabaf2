"""All awkward articles to deposits and back, in every version."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.jatsx_crossref import test_reader_round_trip as few


@pytest.mark.parametrize(("version", "options"), few.GIVEN)
@pytest.mark.parametrize("name", few.AWKWARD)
def test_nothing_is_lost(name: str, version: str, options: str, tmp_path: Path) -> None:
    few.test_the_same_document_comes_of_what_was_read(name, version, options, tmp_path)
    few.test_each_value_is_read_or_was_lost(name, version, options, tmp_path)
