"""What is wrong between articles and issues, and with the paths that are given."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import export, run
from tests.cli.issues import ARTICLE, article, issue_folder
from tests.cli.processes import articles, written


def test_two_articles_with_one_landing_page(tmp_path: Path) -> None:
    twin = ARTICLE.format(id="02").replace("example.org/02", "example.org/01").encode()
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=twin, a03=article("03"))
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 1
    found = [one for one in ran.findings if one["level"] == "error"]
    assert [(one["code"], one["line"]) for one in found] == [("article-url-duplicate", 3)] * 4
    assert {one["target"] for one in found} == {"crossref", "doaj"}
    assert "error for crossref, doaj: " in ran.stdout
    refused = {"jats": "valid", "crossref": "refused", "doaj": "refused"}
    assert ran.statuses("01") == ran.statuses("02") == refused
    assert set(ran.statuses("03").values()) == {"valid"}


def test_two_issues_with_one_id(tmp_path: Path) -> None:
    one = issue_folder(tmp_path / "a" / "same", a01=article("01"))
    two = issue_folder(tmp_path / "b" / "Same", a02=article("02"))
    other = issue_folder(tmp_path / "c" / "other", a03=article("03"))
    ran = export(one, two, other, out=tmp_path / "out")
    assert ran.exit_code == 1
    assert [f["code"] for f in ran.findings if f["level"] == "error"] == ["issue-id-duplicate"] * 2
    assert set(ran.statuses("01").values()) == set(ran.statuses("02").values()) == {"refused"}
    assert set(ran.statuses("03").values()) == {"valid"}


def test_a_misspelt_path_removes_nothing(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    before = export(folder, out=tmp_path / "out").files()
    ran = export(tmp_path / "2024-l", out=tmp_path / "out")
    assert ran.exit_code == 2
    assert ran.files() == before != []


def test_an_issue_of_which_nothing_is_read_removes_nothing(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(3))
    before = export(source, out=tmp_path / "out").files()
    written(source, articles(3, title=1.5))
    ran = export(source, out=tmp_path / "out")
    assert ran.exit_code == 2
    assert ran.files() == before != []


def test_a_path_too_long_for_the_system(tmp_path: Path) -> None:
    ran = run("check", tmp_path / ("a" * 300))
    assert ran.exit_code == 2
    assert "cannot be opened" in ran.stdout


def test_an_empty_file_of_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n")
    ran = run("check", tmp_path / "a.jsonl")
    assert ran.exit_code == 2
    assert "The file is empty." in ran.stdout


def test_a_later_line_counts_lines_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a"}\n{"id": "b", "id": "c"}\n')
    assert "The first one is on line 2" in run("check", tmp_path / "a.jsonl").stdout


def test_a_choice_that_doesnt_exist(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    ran = run("check", folder, "--set", "crossref.version=9")
    assert ran.exit_code == 2
    choices = "Choose one of: 5.5.0, 5.4.0, 5.3.1."
    assert f"9 is not a valid value of crossref.version. {choices}" in ran.stderr
