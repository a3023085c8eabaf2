"""The generated pages are up to date."""

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
def test_every_field_is_included_or_has_a_reason(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\S+)` \| (.*) \|$", text, re.MULTILINE))
    assert {field.path for field in fields()} <= set(rows)
    unexplained = [
        field for field, cell in rows.items() if not cell or "not included: <br>" in f"{cell}<br>"
    ]
    assert unexplained == []
