"""The generated pages are as their scripts write them now."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Final

import pytest

from jatsx.model.fields import fields

DOCS: Final = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("script", sorted(DOCS.glob("make_*.py")), ids=lambda path: path.stem)
def test_pages_are_up_to_date(script: Path) -> None:
    pages: dict[Path, str] = runpy.run_path(str(script))["pages"]()
    written = {path: path.read_text(encoding="utf-8") for path in pages}
    assert written == pages, f"python docs/{script.name} writes them anew"


@pytest.mark.parametrize(
    "path", sorted((DOCS / "formats").glob("*.md")), ids=lambda path: path.stem
)
def test_every_part_is_shown_or_lost_with_a_reason(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\S+)` \| (.*) \|$", text, re.MULTILINE))
    assert {field.path for field in fields()} <= set(rows)
    assert [
        field for field, said in rows.items() if not said or "lost: <br>" in f"{said}<br>"
    ] == []
