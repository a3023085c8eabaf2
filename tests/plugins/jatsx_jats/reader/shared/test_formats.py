"""Each article of another publisher exports to every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.completed import FORMATS, exported_to_all
from tests.plugins.jatsx_jats.reader.reading import article_of

from .files import FILES


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_is_exported_to_all_formats(path: Path, tmp_path: Path) -> None:
    ran = exported_to_all([article_of(path.read_bytes(), tmp_path)], tmp_path)
    (article,) = ran.articles
    assert ran.statuses(str(article)) == dict.fromkeys(FORMATS, "valid"), ran.stdout
