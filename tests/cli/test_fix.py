"""``jatsx check --fix``: what is printed, what is written, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import jatsx
from tests.cli.commands import REPORT, run
from tests.fixing.files import CASES, case, contents, copies, issue_folder

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


def test_the_report_for_programs_has_what_the_text_has(folder: Path) -> None:
    anchor = folder / "articles" / "02.yaml"
    anchor.write_bytes(b'id: "02"\ndoi: &doi https://doi.org/10.5555/ab.2\n')
    protected = folder / "articles" / "03.yaml"
    protected.write_bytes(WRONG.replace(b'"01"', b'"03"'))
    protected.chmod(0o444)

    def report(*options: str) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(run("check", folder, *options, "--format", "json").stdout)
        assert [error.message for error in REPORT.iter_errors(data)] == []
        return data

    checked = report()
    assert "fixes" not in checked["summary"]
    found = [one for article in checked["articles"] for one in article["findings"]]
    mend = {"field": "doi", "old": "https://doi.org/10.5555/ab.2", "new": "10.5555/ab.2"}
    assert {**mend, "is_excerpt": False} in [one for each in found for one in each.get("mends", ())]

    before = contents(folder)
    for options, dry_run in ((("--fix", "--dry-run"), True), (("--fix",), False)):
        assert contents(folder) == before
        fixes = report(*options)["summary"]["fixes"]
        assert fixes["dry_run"] is dry_run
        (done,) = fixes["corrected"]
        assert (done["file"], done["new"]) == (str(folder / "articles" / "01.yaml"), "10.5555/ab.1")
        reasons = {one["file"]: one["reason"] for one in fixes["not_corrected"]}
        assert reasons == {str(anchor): "anchor", str(protected): "protected"}
        assert bool(fixes["kept"]) is not dry_run


def test_a_file_that_cannot_be_written_is_named(folder: Path) -> None:
    (folder / "articles" / "01.yaml").chmod(0o444)
    done = run("check", str(folder), "--fix")
    assert done.exit_code == 5
    assert "01.yaml is protected against writing" in done.stdout


def test_a_check_counts_what_is_corrected_and_names_what_is_not(tmp_path: Path) -> None:
    """One value of each of two files is corrected; the others are not, each for a reason."""
    anchor = b'id: "03"\ndoi: &doi https://doi.org/10.5555/ab.3\n'
    folder = issue_folder(
        tmp_path / "2024-2",
        {
            "articles/01.yaml": WRONG,
            "articles/02.yaml": WRONG.replace(b'"01"', b'"02"'),
            "articles/03.yaml": anchor,
            "articles/04.yaml": WRONG.replace(b'"01"', b'"04"'),
        },
    )
    (folder / "articles" / "04.yaml").chmod(0o444)
    said = " ".join(run("check", str(folder)).stdout.split())
    assert "Values that can be corrected automatically: 2." in said
    articles = folder / "articles"
    by_hand = "Values that can only be corrected by hand, although the right form is certain: 1"
    assert f"{by_hand} ({articles / '03.yaml'}:2:6). The value has an anchor" in said
    assert f"{by_hand} ({articles / '04.yaml'}:2:6). {articles / '04.yaml'} is protected" in said

    done = run("check", str(folder), "--fix", "--dry-run")
    assert "Values that can be corrected: 2." in done.stderr
    assert "04.yaml is protected against writing, so it is not corrected." in done.stderr
    assert "04.yaml" not in done.stdout
    corrected = run("check", str(folder), "--fix").stdout.partition("are kept in")[0]
    assert corrected.count("→ 10.5555/ab.1  [article-doi-form]") == 2


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_check_counts_what_a_dry_run_changes(path: Path, tmp_path: Path) -> None:
    given = case(path)
    folder = issue_folder(tmp_path / "2024-2", {given.file: given.before})
    fixes = jatsx.fix(folder)
    said = run("check", str(folder)).stdout
    counted = re.search(r"corrected automatically: (\d+)\.", said)
    assert int(counted[1] if counted else 0) == len(fixes.mends)
    by_hand = re.findall(r"right form is certain: (\d+) \(", said)
    assert sum(map(int, by_hand)) == len(fixes.refused)


def test_nothing_is_said_to_be_certain_if_it_is_only_refused(tmp_path: Path) -> None:
    anchor = b'id: "01"\ndoi: &doi https://doi.org/10.5555/ab.3\n'
    folder = issue_folder(tmp_path / "2024-2", {"articles/01.yaml": anchor})
    done = run("check", str(folder), "--fix", "--dry-run")
    assert "Not corrected: The value has an anchor" in done.stderr
    assert "Nothing to correct" not in done.stderr


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
