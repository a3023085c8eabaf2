"""``jatsx check --fix``: what is printed, what is written, and how it ends."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.fixing.files import contents, copies, issue_folder

WRONG = b'id: "01"\ndoi: https://doi.org/10.5555/ab.1  # as printed\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return issue_folder(tmp_path / "2024-2", {"articles/01.yaml": WRONG})


def test_a_check_says_how_many_values_can_be_corrected(folder: Path) -> None:
    said = run("check", str(folder)).stdout
    assert "Values that can be corrected automatically: 1." in said
    assert f"jatsx check {folder} --fix --dry-run" in said


def test_a_dry_run_prints_a_diff_that_can_be_applied(folder: Path) -> None:
    before = contents(folder)
    done = run("check", str(folder), "--fix", "--dry-run")
    assert contents(folder) == before
    assert "Values that can be corrected: 1." in done.stderr
    assert f"jatsx check {folder} --fix" in done.stderr
    patch = ["patch", "--silent", str(folder / "articles" / "01.yaml")]
    subprocess.run(patch, input=done.stdout.encode(), check=True)
    assert b"doi: 10.5555/ab.1  # as printed" in contents(folder)["articles/01.yaml"]


def test_it_says_what_was_corrected_and_checks_again(folder: Path) -> None:
    done = run("check", str(folder), "--fix")
    file = folder / "articles" / "01.yaml"
    change = "https://doi.org/10.5555/ab.1 → 10.5555/ab.1"
    assert f"{file}:2:6  doi: {change}  [article-doi-form]" in done.stdout
    assert "are kept in" in done.stdout
    assert "article-doi-form" not in done.stdout.partition("are kept in")[2]
    assert list(copies(folder)) == ["articles/01.yaml"]
    assert "Nothing was corrected" in run("check", str(folder), "--fix").stdout


def test_output_for_programs_stays_for_programs(folder: Path) -> None:
    done = run("check", str(folder), "--fix", "--format", "json")
    json.loads(done.stdout)
    assert "[article-doi-form]" in done.stderr


def test_a_file_that_cannot_be_written_is_named(folder: Path) -> None:
    (folder / "articles" / "01.yaml").chmod(0o444)
    done = run("check", str(folder), "--fix")
    assert done.exit_code == 5
    assert "01.yaml is protected against writing" in done.stdout


def test_a_dry_run_of_nothing_is_wrong_usage(folder: Path) -> None:
    done = run("check", str(folder), "--dry-run")
    assert done.exit_code == 2
    assert "add --fix" in done.stderr


def test_another_source_says_what_to_do(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text('{"id": "01", "doi": "doi:10.5555/a", "issue": {"id": "1", "journal": {}}}\n')
    before = lines.read_bytes()
    said = run("check", str(lines), "--fix").stdout
    assert "jatsx convert SOURCE --out DIR" in said
    assert lines.read_bytes() == before


def test_explain_and_the_list_of_rules_name_what_is_corrected() -> None:
    assert "jatsx check --fix" in run("explain", "article-doi-form").stdout
    assert "jatsx check --fix" not in run("explain", "article-doi-prefix").stdout
    listed = run("rules").stdout
    assert "  article-doi-form  error, every format, corrected by --fix" in listed
    described = {one["code"]: one for one in json.loads(run("rules", "--format", "json").stdout)}
    assert described["article-doi-form"]["mends"] is True
    assert described["article-doi-prefix"]["mends"] is False
