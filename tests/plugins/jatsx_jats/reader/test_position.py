"""The position of an article in its issue, which decides the order of an issue's documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.jatsx_jats.reader.reading import record_of, whole


@pytest.mark.parametrize(
    ("meta", "position"),
    [
        ("<issue>2</issue><fpage>5</fpage>", None),
        ('<issue seq="12">2</issue><fpage>5</fpage>', 12),
        ('<issue seq="12">2</issue><fpage seq=" 3 ">5</fpage>', 3),
        ('<issue seq="12">2</issue><fpage seq="c">5</fpage>', 12),
        ('<elocation-id seq="999999">e5</elocation-id>', 999_999),
        ('<elocation-id seq="1000000">e5</elocation-id>', None),
        ('<elocation-id seq="٣">e5</elocation-id>', None),
    ],
)
def test_position(tmp_path: Path, meta: str, position: int | None) -> None:
    assert record_of(whole(meta=meta), tmp_path).position == position
