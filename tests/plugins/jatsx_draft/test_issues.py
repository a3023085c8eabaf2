"""Invented issues in ``issues``, each with the right values beside it, and what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from benchmarks.draft.prints import made
from jatsx import Article
from jatsx.model.people import PersonName
from jatsx_draft.reader import read
from tests.plugins.jatsx_draft.pages import articles, codes

ISSUES: Final = Path(__file__).parent / "issues"

DOUBTS: Final[Mapping[str, set[str]]] = {
    "capitals_and_roles": {
        "draft-email-owner",
        "draft-affiliation-people",
        "draft-position-unsure",
    },
    "dates_three_languages": {"draft-email-mark"},
    "emails_in_a_row": {"draft-email-owner"},
    "glued_bylines": set(),
    "slashes_and_codes": {"draft-urls-cut"},
    "stars_and_pages": {
        "draft-value-differs",
        "draft-month-misspelt",
        "draft-footnote-inside",
    },
}
"""The doubts of each issue, beside the note about derived values."""


def drafted_values(article: Article) -> dict[str, Any]:
    """The values of an article as the files of right values have them."""
    dates = article.dates
    return {
        "title": {language: str(text) for language, text in article.title.items()},
        "abstract": {language: text.plain[-30:] for language, text in article.abstract.items()},
        "keywords": {
            language: [str(item) for item in items] for language, items in article.keywords.items()
        },
        "authors": [
            {language: _name(name) for language, name in one.name.items()}
            for one in article.contributors
        ],
        "emails": [one.email for one in article.contributors],
        "affiliations": [
            {language: str(text) for language, text in one.institution.items()}
            for one in article.affiliations
        ],
        "dates": [dates.received, *dates.revised, dates.accepted],
        "doi": article.doi,
        "page": article.pages.first,
        "references": [
            {language: text.plain for language, text in one.text.items()}
            for one in article.references
        ],
    }


def _name(name: PersonName) -> str:
    return " | ".join(str(part) for part in (name.family, name.given, name.patronymic) if part)


@pytest.mark.parametrize("ending", [".txt", ".docx"])
@pytest.mark.parametrize("name", DOUBTS)
def test_values_are_right_or_in_doubt(name: str, ending: str, tmp_path: Path) -> None:
    right = yaml.safe_load((ISSUES / f"{name}.yaml").read_text("utf-8"))
    text = ISSUES / f"{name}.txt"
    source = text if ending == ".txt" else made(text, tmp_path, ending)
    records = articles(list(read(source, {})))
    assert [drafted_values(one.article) for one in records if one.article] == right
    found = {code for record in records for code in codes(record)} - {"draft-values-derived"}
    assert found == DOUBTS[name]


def test_every_invented_issue_is_tried() -> None:
    assert {path.stem for path in ISSUES.glob("*.txt")} == set(DOUBTS)
