"""The labels of the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import jatsx.report_page
from jatsx.model.inheritance import Medium
from jatsx.report_page.labels import LABELS


def test_each_label_is_used() -> None:
    folder = Path(jatsx.report_page.__file__).parent
    files = [path for path in folder.rglob("*") if path.suffix in (".py", ".html")]
    text = "".join(path.read_text("utf-8") for path in files if path.stem != "labels")
    used = {*get_args(Medium), *re.findall(r"labels?\.(\w+)", text)}
    used |= {*re.findall(r"\"(\w+)\"", text)}
    assert [name for name in LABELS if name not in used] == []
