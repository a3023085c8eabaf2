"""Each deposit from elsewhere exports to every format that it has data for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from jatsx_crossref.reader.batch import read
from tests.plugins.completed import FORMATS, exported_to_all

from .test_inputs import FILES

ERRORS: Final[Mapping[str, set[str]]] = {
    "journal.article5.3.1": {
        "funding-funder-form",  # the number of a funder without its prefix
        "rsci-article-pages-form",
        "rsci-issue-number-missing",
    },
    "journal_article_translation_4.8.0": {
        "doaj-issn-missing",
        "funding-funder-form",
        "journal-issn-missing",
    },
}
"""What is wrong with a deposit or missing in it. The form of the funder blocks every format."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_is_exported_to_all_formats(path: Path, tmp_path: Path) -> None:
    articles = [record.article for record in read(path) if record.article]
    ran = exported_to_all(articles, tmp_path)
    errors = ERRORS.get(path.stem, set())
    assert {one["code"] for one in ran.findings if one["level"] == "error"} == errors
    status = "refused" if errors else "valid"
    assert {id: ran.statuses(str(id)) for id in ran.articles} == {
        article.id: dict.fromkeys(FORMATS, status) for article in articles
    }, ran.stdout
