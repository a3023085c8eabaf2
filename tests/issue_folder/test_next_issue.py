"""``jatsx init --like``: an issue folder like that of the last issue."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jatsx
from jatsx.findings.translation import LANGUAGES
from jatsx.model import Article
from tests.cli.commands import run
from tests.cli.issues import ISSUE, JOURNAL, article, issue_folder
from tests.issue_folder.converting import contents

SECTIONS = "sections: [{id: law, title: {en: Law}}]\nlanguage: en\n"


def last_issue(folder: Path, journal: str = JOURNAL, more: str = "") -> Path:
    """The last issue, with sections and one article."""
    text = article("01").decode() + "type: review-article\n" + more
    described = {"journal": journal.encode(), "issue": (ISSUE + SECTIONS).encode()}
    return issue_folder(folder, **described, a01=text.encode())


def shared(folder: Path, journal: str = JOURNAL) -> Path:
    """The last issue, with its journal one folder up."""
    last = last_issue(folder / "2024-1", journal)
    (last / "journal.yaml").rename(folder / "journal.yaml")
    return last


def only(folder: Path) -> Article:
    (read,) = (one.article for one in jatsx.read(folder) if one.article)
    return read


def test_what_changes_is_empty_and_what_does_not_change_is_kept(tmp_path: Path) -> None:
    last, new = shared(tmp_path), tmp_path / "2024-2"
    assert run("init", new, "--like", last).exit_code == 0
    issue = only(new).issue
    assert (issue.volume, issue.number, issue.year, issue.published.online) == (None,) * 4
    assert (issue.id, issue.sections, issue.language) == ("2024-2", only(last).issue.sections, "en")
    text = (new / "issue.yaml").read_text("utf-8")
    for line in (
        "volume:  # last issue: 3",
        "number:  # last issue: 1",
        "year:  # last issue: 2024",
    ):
        assert line in text
    assert "  online:  # last issue: 2024-06" in text
    assert "whole_number" not in text


def test_the_article_has_no_values_but_the_id(tmp_path: Path) -> None:
    new = tmp_path / "2024-2"
    run("init", new, "--like", shared(tmp_path))
    read = only(new)
    empty = Article(id="01", issue=read.issue)
    given = {name for name in Article.model_fields if getattr(read, name) != getattr(empty, name)}
    assert given == {"contributors", "affiliations"}
    assert not any(read.contributors[0].name.values())
    text = (new / "articles" / "01.yaml").read_text("utf-8")
    assert "type:  # last issue: review-article" in text
    assert "section:  # law" in text


def test_a_shared_journal_is_not_copied(tmp_path: Path) -> None:
    last, new = shared(tmp_path), tmp_path / "2024-2"
    ran = run("init", new, "--like", last)
    assert f"The journal is described in {tmp_path / 'journal.yaml'}." in ran.stdout
    assert not (new / "journal.yaml").exists()
    assert only(new).issue.journal == only(last).issue.journal


def test_a_journal_that_the_new_issue_would_not_find_is_copied_with_its_comments(
    tmp_path: Path,
) -> None:
    last = last_issue(tmp_path / "2024-1", "# our journal\n" + JOURNAL)
    new = tmp_path / "2024-2"
    ran = run("init", new, "--like", last)
    assert f"Copied the journal from {last / 'journal.yaml'}." in ran.stdout
    assert (new / "journal.yaml").read_bytes() == (last / "journal.yaml").read_bytes()


def test_fields_that_patterns_give_are_not_asked_for(tmp_path: Path) -> None:
    patterns = (
        'patterns: {doi: "10.5555/{issue.year}.{article.id}", url: "{journal.url}/{article.id}"}\n'
    )
    shared_ones = "\naffiliations: [{id: kaznu, institution: {en: KazNU}}]\n"
    new = tmp_path / "2024-2"
    run("init", new, "--like", shared(tmp_path, JOURNAL + patterns + shared_ones))
    lines = (new / "articles" / "01.yaml").read_text("utf-8").splitlines()
    assert not [line for line in lines if line.startswith(("doi:", "url:", "affiliations:"))]
    assert "    affiliations:  # ids of affiliations in journal.yaml: kaznu" in lines


LAST_ARTICLE = """
statements: {acknowledgement: {en: We thank the archive.}, data_availability: {kk: Сұрау бойынша.}}
funding: [{funder: {en: The Committee of Science}, funder_id: "https://ror.org/05xg72x27"}]
references:
  - {text: {kk: Әуезов М. 2020, kk-Latn: Auezov M. 2020}}
  - {text: {en-Latn: Belov V. 2019}}
  - {text: {de: Braun K. 2018}}
"""


def test_the_lists_grants_and_statements_of_the_last_articles_are_asked_for(tmp_path: Path) -> None:
    new = tmp_path / "2024-2"
    journal = JOURNAL + "languages: [kk, en]\n"
    run("init", new, "--like", last_issue(tmp_path / "2024-1", journal, LAST_ARTICLE))
    text = (new / "articles" / "01.yaml").read_text("utf-8")
    assert text.endswith("\nreferences:\n  kk: |\n  kk-Latn: |\n")
    assert "\nstatements:\n  acknowledgement:\n    en:\n  data_availability:\n    kk:\n" in text
    assert "\n# funding:\n#   - funder:\n#       kk:\n#       en:\n#     funder_id:\n" in text
    read = only(new)
    assert (read.references, read.funding, any(read.statements.acknowledgement)) == ((), (), False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comments_are_in_the_language_of_the_reader(language: str, tmp_path: Path) -> None:
    new = tmp_path / language
    run("init", new, "--like", shared(tmp_path), "--lang", language)
    found = "last issue" in (new / "issue.yaml").read_text("utf-8")
    assert found is (language == "en")
    assert only(new).issue.sections


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    last = shared(tmp_path)
    before = contents(tmp_path)
    ran = run("init", last, "--like", last)
    assert ran.exit_code == 2
    assert contents(tmp_path) == before


def test_the_last_issue_must_be_one_and_have_no_errors(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("init", tmp_path / "new", "--like", tmp_path / "empty")
    assert (ran.exit_code, "is not an issue folder" in ran.stderr) == (2, True)
    last = last_issue(tmp_path / "2024-1", JOURNAL + "titel: x\n")
    ran = run("init", tmp_path / "new", "--like", last)
    assert (ran.exit_code, "jatsx check" in ran.stderr) == (2, True)
    shutil.rmtree(last / "articles")
    (last / "journal.yaml").unlink()
    assert run("init", tmp_path / "new", "--like", last).exit_code == 2
    assert not (tmp_path / "new").exists()


def test_a_name_that_cannot_be_an_id_gets_one(tmp_path: Path) -> None:
    new = tmp_path / "Выпуск 2"
    run("init", new, "--like", shared(tmp_path))
    assert only(new).issue.id == "vypusk-2"
