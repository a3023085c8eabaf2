"""The printed author guidelines of a journal, declared as requirements, check its issue."""

from __future__ import annotations

import json

from tests.cli.commands import run
from tests.conftest import ROOT

EXPECTED = {
    *(
        (article, "requirement-abstract-length", f"abstract.{language}")
        for article in ("01", "02", "04", "05", "09", "10")
        for language in ("kk", "ru", "en")
    ),
    *(
        (article, "requirement-keywords-number", f"keywords.{language}")
        for article in ("05", "09")
        for language in ("kk", "ru", "en")
    ),
    ("02", "requirement-references-number", "references"),
    ("05", "requirement-references-number", "references"),
    ("05", "requirement-title-length", "title.en"),
    *(("10", "requirement-title-length", f"title.{language}") for language in ("kk", "ru", "en")),
}
"""The article, the code and the field of each finding."""


def test_the_guidelines_check_the_example_issue() -> None:
    report = json.loads(run("check", ROOT / "examples/irilj-2024-2", "--format", "json").stdout)
    found = [
        (article["id"], one["code"], one["field"])
        for article in report["articles"]
        for one in article["findings"]
        if one["code"].startswith("requirement-")
    ]
    assert len(found) == len(EXPECTED)
    assert set(found) == EXPECTED
