"""``jatsx convert``, as a user types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jatsx.model import Article, Issue
from tests.cli.commands import REPORT
from tests.cli.issues import article, issue_folder
from tests.issue_folder.converting import article as described
from tests.issue_folder.converting import contents, convert, read

LINE = '{{"id": "{id}", "issue": {{"id": "{issue}", "journal": {{"title": {{"en": "X"}}}}}}}}\n'


def _lines(file: Path, *ids: tuple[str, str]) -> Path:
    """A file of JSON Lines with articles of these issues and ids."""
    file.write_text("".join(LINE.format(issue=issue, id=id) for issue, id in ids), "utf-8")
    return file


def test_help_has_an_example() -> None:
    ran = convert("--help")
    assert ran.exit_code == 0
    assert "jatsx convert" in ran.stdout.split("Example", 1)[1]


def test_one_issue_is_the_folder(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=article("02"))
    ran = convert(folder, "--out", tmp_path / "out")
    assert ran.exit_code == 0
    files = ["articles/01.yaml", "articles/02.yaml", "issue.yaml", "journal.yaml"]
    assert list(contents(tmp_path / "out")) == files
    assert f"Written to {tmp_path / 'out'}: 2 articles." in ran.stdout


def test_several_issues_are_folders_in_it(tmp_path: Path) -> None:
    source = _lines(tmp_path / "all.jsonl", ("2024-1", "01"), ("2024-2", "01"), ("2024-1", "02"))
    assert convert(source, "--out", tmp_path / "out").exit_code == 0
    assert [one.id for one in read(tmp_path / "out" / "2024-1")] == ["01", "02"]
    assert [one.id for one in read(tmp_path / "out" / "2024-2")] == ["01"]


@pytest.mark.parametrize(
    ("ids", "folders"),
    [
        (("a", "A", "a-2", "a"), ["A-2", "a", "a-2-2", "a-3"]),
        (("", "issue"), ["issue", "issue-2"]),
    ],
)
def test_issues_of_one_name_get_folders_of_their_own(
    ids: tuple[str, ...], folders: list[str], tmp_path: Path
) -> None:
    issues = [Issue(id=id, year=str(2000 + number)) for number, id in enumerate(ids)]
    lines = [described("01", issue).model_dump_json(exclude_unset=True) for issue in issues]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    convert(tmp_path / "all.jsonl", "--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == folders
    found = [one for folder in folders for one in read(tmp_path / "out" / folder)]
    assert sorted(str(one.issue.year) for one in found) == [issue.year for issue in issues]


UNSAFE = ["../x", "..", "/etc/x", "a/b", "a\\b", "C:x", "nul", "x.", "-x", "é", "x" * 200, "a b"]


@pytest.mark.parametrize("id", ["", *UNSAFE])
def test_an_article_whose_id_is_no_file_name_is_refused(id: str, tmp_path: Path) -> None:
    bad = json.dumps({"id": id}).encode()
    folder = issue_folder(tmp_path / "2024-1", a01=bad, a02=article("02"))
    ran = convert(folder, "--out", tmp_path / "in" / "out")
    assert ran.exit_code == 1
    assert "article-id-form" in ran.stdout
    assert f"because its id or its issue's id cannot be a file name: {id}\n" in ran.stdout
    files = ["out/articles/02.yaml", "out/issue.yaml", "out/journal.yaml"]
    assert list(contents(tmp_path / "in")) == files


@pytest.mark.parametrize("id", UNSAFE)
def test_an_issue_whose_id_is_no_folder_is_refused(id: str, tmp_path: Path) -> None:
    escaped = json.dumps(id)[1:-1]
    source = _lines(tmp_path / "all.jsonl", (escaped, "01"), ("2024-2", "02"))
    ran = convert(source, "--out", tmp_path / "in" / "out")
    assert ran.exit_code == 1
    assert "issue-id-form" in ran.stdout
    files = ["out/2024-2/articles/02.yaml", "out/2024-2/issue.yaml", "out/2024-2/journal.yaml"]
    assert list(contents(tmp_path / "in")) == files


def test_the_id_of_a_lone_issue_names_nothing(tmp_path: Path) -> None:
    source = _lines(tmp_path / "all.jsonl", ("../x", "01"))
    assert convert(source, "--out", tmp_path / "out").exit_code == 0
    assert read(tmp_path / "out")[0].issue.id == "../x"


def test_an_article_that_cant_be_read_is_named(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=b"id: 01\ntitel: x\n", a02=article("02"))
    ran = convert(folder, "--out", tmp_path / "out")
    assert ran.exit_code == 1
    assert "01.yaml:2:1: error: Unknown field: titel." in ran.stdout
    assert list(contents(tmp_path / "out" / "articles")) == ["02.yaml"]


def test_a_source_that_is_missing_beside_one_that_isnt(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    assert convert(folder, tmp_path / "nowhere", "--out", tmp_path / "out").exit_code == 1
    assert list(contents(tmp_path / "out" / "articles")) == ["01.yaml"]


def test_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>404</title>")
    ran = convert(tmp_path / "page.html", "--out", tmp_path / "out")
    assert ran.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_what_rules_have_against_an_article_is_no_failure(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=b"id: 01\n")
    ran = convert(folder, "--out", tmp_path / "out")
    assert ran.exit_code == 0
    assert "# title:\n" in contents(tmp_path / "out")["articles/01.yaml"]
    assert "error" in ran.stdout


def test_a_folder_that_isnt_empty_is_refused(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    ran = convert(folder, "--out", tmp_path / "out")
    assert ran.exit_code == 2
    assert "is not empty" in ran.stderr
    assert contents(tmp_path / "out") == {"mine.txt": "mine"}


def test_force_overwrites_only_what_it_writes(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    out = issue_folder(tmp_path / "out", a01=b"old: 1\n", a09=article("09"))
    (out / "mine.txt").write_text("mine")
    ran = convert(folder, "--out", out, "--force")
    assert ran.exit_code == 0
    files = contents(out)
    assert files["mine.txt"] == "mine"
    assert files["articles/09.yaml"] == article("09").decode()
    assert "old" not in files["articles/01.yaml"]
    kept = f"already in the folder and is now part of the issue: {out / 'articles' / '09.yaml'}"
    assert kept in ran.stdout


def test_out_that_is_a_file(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    (tmp_path / "out").write_text("")
    assert convert(folder, "--out", tmp_path / "out").exit_code == 2


def test_a_folder_that_cant_be_made(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    (tmp_path / "file").write_text("")
    ran = convert(folder, "--out", tmp_path / "file" / "out")
    assert ran.exit_code == 5
    assert str(tmp_path / "file") in ran.stderr


def test_json_view_is_data_alone(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    ran = convert(folder, "--out", tmp_path / "out", "--format", "json")
    assert [one["id"] for one in json.loads(ran.stdout)["articles"]] == ["01"]


def test_json_view_has_what_the_text_says_of_files(tmp_path: Path) -> None:
    source = _lines(tmp_path / "all.jsonl", ("2024-1", "01"), ("2024-1", "a/b"))
    out = tmp_path / "out"
    ran = convert(source, "--out", out, "--format", "json")
    data = json.loads(ran.stdout)
    assert [error.message for error in REPORT.iter_errors(data)] == []
    (folder,) = data["summary"]["folders"]
    assert folder == {
        "folder": str(out),
        "articles": ["01"],
        "refused": ["a/b"],
        "others": [],
        "notes": None,
    }


def test_json_view_names_the_files_of_a_format(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    file = tmp_path / "issue.xlsx"
    ran = convert(folder, "--to", "xlsx", "--out", file, "--format", "json")
    assert json.loads(ran.stdout)["summary"]["files"] == [str(file)]
    assert file.is_file()


def test_the_journal_of_a_source_that_names_none(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    (tmp_path / "all.jsonl").write_text('{"id": "a"}\n')
    journal = folder / "journal.yaml"
    convert(tmp_path / "all.jsonl", "--journal", journal, "--out", tmp_path / "out")
    (only,) = read(tmp_path / "out")
    assert isinstance(only, Article)
    assert only.issue.journal == read(folder)[0].issue.journal


def test_articles_of_one_doi_are_written_both(tmp_path: Path) -> None:
    twin = article("02").replace(b"10.5555/02", b"10.5555/01")
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=twin)
    ran = convert(folder, "--out", tmp_path / "out")
    assert ran.exit_code == 0
    assert "article-doi-duplicate" in ran.stdout
    assert str(tmp_path) not in "".join(contents(tmp_path / "out").values())
