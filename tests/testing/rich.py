"""The article that says something in every field of the model: the issue folder tests/rich."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jatsx.model import Article
from jatsx.sources.folder import read_folder

FOLDER: Final = Path(__file__).parent.parent / "rich"


def rich_article() -> Article:
    """The article of the folder, with its issue and journal."""
    (record,) = read_folder(FOLDER)
    assert record.article is not None
    assert not record.findings
    return record.article
