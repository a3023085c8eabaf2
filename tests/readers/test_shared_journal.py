"""A journal.yaml in the folder above its issues."""

from __future__ import annotations

from pathlib import Path

import pytest

import jatsx
from jatsx.cli.views.words import article_count
from jatsx.findings.finding import Finding, Level
from tests.cli.commands import export, run
from tests.cli.issues import JOURNAL, article, issue_folder


def journal_folder(folder: Path, *issues: str, journal: str = JOURNAL) -> Path:
    """A folder with journal.yaml and issues, each with the article 01."""
    for number, issue in enumerate(issues, 1):
        own = f"volume: 3\nnumber: {number}\nyear: 2024\npublished: {{online: 2024-06}}\n"
        content = article(f"{issue}-01")
        made = issue_folder(folder / issue, issue=own.encode(), a01=content)
        (made / "journal.yaml").unlink()
    (folder / "journal.yaml").write_text(journal, "utf-8")
    return folder


def found(source: Path) -> list[Finding]:
    return list(jatsx.check(source).run.all_findings)


def test_it_serves_the_issues_beside_it(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1", "2024-2")
    for issue in ("2024-1", "2024-2"):
        ran = export(parent / issue, out=tmp_path / "out" / issue)
        assert ran.exit_code == 0
        assert len(ran.articles) == 1


def test_it_serves_a_single_article_file(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1")
    assert found(parent / "2024-1" / "articles" / "01.yaml") == []


def test_its_folder_stands_for_all_issues(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1", "2024-2")
    for given in (parent, parent / "journal.yaml"):
        ids = [one.article.id for one in jatsx.read(given) if one.article]
        assert ids == ["2024-1-01", "2024-2-01"]
    ran = run("check", parent)
    assert ran.exit_code == 0
    assert article_count(2) in ran.stdout


def test_without_issues_its_folder_is_an_issue_without_articles(tmp_path: Path) -> None:
    (tmp_path / "journal.yaml").write_text(JOURNAL, "utf-8")
    assert [one.code for one in found(tmp_path)] == ["folder-no-articles"]


def test_the_folder_works_from_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(journal_folder(tmp_path, "2024-1") / "2024-1")
    assert found(Path()) == []


def test_its_faults_have_their_places_in_it(tmp_path: Path) -> None:
    wrong = JOURNAL.replace("1234-5679", "1234-5678")
    parent = journal_folder(tmp_path, "2024-1", journal=wrong)
    (one,) = (one for one in found(parent / "2024-1") if one.code == "journal-issn-checksum")
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(parent / "journal.yaml"), 2)


def test_a_wrong_field_in_it_is_an_error_of_the_issue(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1", journal=JOURNAL + "titel: x\n")
    (one,) = found(parent / "2024-1")
    assert one.code == "field-unknown"
    assert one.place is not None
    assert one.place.file == str(parent / "journal.yaml")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (JOURNAL.replace("1234-5679", "1234-5678"), "journal-issn-checksum"),
        (JOURNAL + "titel: x\n", "field-unknown"),
        (JOURNAL + "url: [\n", "file-bracket-open"),
        (JOURNAL + 'patterns: {doi: "10.5555/{article.id}"}\n', "journal-pattern-repeating"),
    ],
)
def test_its_fault_is_reported_once_and_blocks_each_issue(
    tmp_path: Path, wrong: str, code: str
) -> None:
    parent = journal_folder(tmp_path, "2024-1", "2024-2", journal=wrong)
    for given in ([parent], [parent / "2024-1", parent / "2024-2"]):
        result = jatsx.check(given, to=["jats"])
        assert [one.code for one in result.findings if one.place].count(code) == 1
        ran = run("check", *given, "--to", "jats")
        assert ran.stdout.count(f"[{code}]") == 1 + ("Correct this first" in ran.stdout)
        is_error = any(one.level is Level.ERROR for one in result.findings)
        assert result.run.going("jats") == (0 if is_error else 2)
        assert f"{'1 error' if is_error else 'no errors'}" in ran.stdout


def test_the_report_of_each_issue_has_the_fault(tmp_path: Path) -> None:
    wrong = JOURNAL.replace("1234-5679", "1234-5678")
    parent = journal_folder(tmp_path, "2024-1", "2024-2", journal=wrong)
    ran = export(parent, "--to", "jats", out=tmp_path / "out")
    assert ran.stdout.count("1234-5678") == 2  # the line of the file, and the sentence
    for report in ran.reports[1:]:
        assert [one["code"] for one in report["findings"]] == ["journal-issn-checksum"]


def test_the_file_in_the_issue_folder_is_used_and_the_other_is_named(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1")
    own = parent / "2024-1" / "journal.yaml"
    own.write_text(JOURNAL.replace("Journal of Examples", "Own Journal"), "utf-8")
    (record,) = (one for one in jatsx.read(parent / "2024-1") if one.article)
    assert record.article is not None
    assert record.article.issue.journal.title["en"] == "Own Journal"
    (one,) = found(parent / "2024-1")
    assert (one.code, one.level) == ("journal-file-unused", Level.WARNING)
    assert one.params["other"] == str(parent / "journal.yaml")


def test_one_with_another_ending_is_named(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path, "2024-1")
    (parent / "journal.yaml").rename(parent / "journal.yaml.txt")
    codes = {one.code for one in found(parent / "2024-1")}
    assert codes == {"folder-no-journal", "file-ending-other"}


def test_convert_writes_it_into_the_new_folder(tmp_path: Path) -> None:
    parent = journal_folder(tmp_path / "journal", "2024-1")
    out = tmp_path / "out"
    assert run("convert", parent / "2024-1", "--out", out).exit_code == 0
    assert (out / "journal.yaml").is_file()
    assert found(out) == []
