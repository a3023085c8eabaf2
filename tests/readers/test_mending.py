"""All mistakes of a YAML file in one run, and what is checked beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import jatsx
from jatsx.findings.finding import Finding
from jatsx.readers.yaml_lines import line_faults
from jatsx.readers.yaml_mending import mending
from tests.conftest import ROOT
from tests.growth import MOST, call_growth
from tests.readers.reading import findings, read_text

GOOD = ROOT / "tests" / "mistakes" / "good"
VALID = [
    *(ROOT / "examples").rglob("*.yaml"),
    *(ROOT / "jatsx" / "testing" / "rich").glob("*.yaml"),
]


def checked(folder: Path, old: str, new: str) -> list[Finding]:
    """The findings on the good issue with one change in its article."""
    issue = folder / "2024-2"
    shutil.copytree(GOOD, issue)
    article = issue / "articles/01.yaml"
    text = article.read_text("utf-8")
    assert text.count(old) == 1
    article.write_text(text.replace(old, new), "utf-8")
    return list(jatsx.check(issue).run.all_findings)


def places(found: list[Finding]) -> list[tuple[str, int | None]]:
    return sorted((one.code, one.place.line if one.place else None) for one in found)


TITLES = "id: a\ntitle:\n  kk: А: б\n  ru: «В: г»\n  en: D: e\nlanguage:ru\nkeywords:\n  en: [a\n"


def test_all_mistakes_of_a_file_are_found_in_one_run(tmp_path: Path) -> None:
    assert places(findings(read_text(tmp_path, "a.yaml", TITLES))) == [
        ("file-bracket-open", 8),
        ("file-colon-bare", 3),
        ("file-colon-bare", 4),
        ("file-colon-bare", 5),
        ("file-colon-space", 6),
    ]


def test_the_mended_text_can_be_read() -> None:
    mended = mending(TITLES)
    assert mended.text is not None
    assert yaml.safe_load(mended.text)["title"] == {"kk": "А: б", "ru": "«В: г»", "en": "D: e"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("title: en: Water", {"title": {"en": "Water"}}),
        ('title: en: "Water"', {"title": {"en": "Water"}}),
        ("title: en: 'Water'", {"title": {"en": "Water"}}),
        ("keywords: en: [water, ice]", {"keywords": {"en": ["water", "ice"]}}),
        ("title: en: «Water» [1]", {"title": {"en": "«Water» [1]"}}),
    ],
)
def test_a_field_on_the_line_of_another_is_put_in_braces(written: str, read: object) -> None:
    mended = mending(written + "\n")
    assert mended.text is not None
    assert yaml.safe_load(mended.text) == read


def test_a_mistake_of_yaml_does_not_hide_what_rules_find(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        "language: ru\n",
        "language:ru\nlinks:\n  - url: law.example.org\n",
    )
    assert {one.code for one in found} > {"file-colon-space"}
    assert any(one.field == "links[0].url" for one in found)


def test_a_mistake_of_structure_does_not_hide_what_rules_find(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        '  accepted: 2024-04-30\npages: {first: "115", last: "123"}\n',
        "  accepted: 2024-04-31\npages: 115–123\n",
    )
    assert places(found) == [("article-date-unreal", 57), ("value-not-mapping", 58)]


def test_an_article_with_a_mended_line_is_not_exported(tmp_path: Path) -> None:
    issue = tmp_path / "2024-2"
    shutil.copytree(GOOD, issue)
    article = issue / "articles/01.yaml"
    article.write_text(article.read_text("utf-8").replace("language: ru", "language:ru"), "utf-8")
    result = jatsx.export(issue)
    assert list(result.files) == []
    assert [record.article for record in jatsx.read(issue)] == [None]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_valid_files_have_no_mistakes(path: Path) -> None:
    assert line_faults(path.read_text("utf-8")) == []


@given(st.text(alphabet="ab:-#'\"[]{}*&|> \n\t\u00a0", max_size=60))
def test_any_text_can_be_explained(text: str) -> None:
    lines = text.count("\n") + 1
    mended = mending(text)
    assert all(fault.mark and 1 <= fault.mark.line <= lines for fault in mended.faults)
    assert mended.text is None or mended.text.count("\n") == text.count("\n")


def test_twice_the_mistakes_take_twice_the_calls(tmp_path: Path) -> None:
    def step(count: int) -> None:
        titles = "".join(f"  en: A: b {number}\n" for number in range(count))
        assert findings(read_text(tmp_path, "a.yaml", f"id: a\ntitle:\n{titles}"))

    assert call_growth(step, 200) <= MOST
