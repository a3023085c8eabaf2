"""The last lines of a command: what to do now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jatsx.plugin.registry import load_registry
from tests.cli.commands import export, run
from tests.cli.issues import ARTICLE, JOURNAL, article, issue_folder
from tests.conftest import ROOT

HEADING = "What to do now:"


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def after(printed: str) -> str:
    """What is printed after the heading, on one line."""
    assert printed.count(HEADING) == 1
    return " ".join(printed.partition(HEADING)[2].split())


def test_each_format_of_jatsx_says_what_to_do_with_its_files() -> None:
    exporters = load_registry().exporters.values()
    assert [one.name for one in exporters if not one.next_steps("FILES")] == []
    assert [one.name for one in exporters if "FILES" not in " ".join(one.next_steps("FILES"))] == []


def test_an_export_says_where_each_file_goes(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=article("02"))
    out = tmp_path / "out"
    said = after(export(folder, out=out).stdout)
    assert str(out / "2024-1" / "crossref" / "2024-1.xml") in said
    assert "https://doi.crossref.org" in said
    assert str(out / "2024-1" / "doaj" / "2024-1.json") in said
    assert f"{out / '2024-1' / 'jats'} " in said


def test_files_of_several_issues_are_in_several_folders(tmp_path: Path) -> None:
    folders = [issue_folder(tmp_path / name, a01=article(name)) for name in ("2024-1", "2024-2")]
    out = tmp_path / "out"
    said = after(export(*folders, "--to", "jats", out=out).stdout)
    assert str(out / "*" / "jats") in said


def test_nothing_is_said_to_be_sent_while_an_article_has_an_error(tmp_path: Path) -> None:
    wrong = ARTICLE.format(id="02").replace("10.5555/02", "11.5555/02").encode()
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=wrong)
    done = export(folder, out=tmp_path / "out")
    said = after(done.stdout)
    assert done.exit_code == 1
    assert "[article-doi-form]" in said
    assert f"{folder / 'articles' / '02.yaml'}:2:6" in said
    assert "Until then, do not send the files." in said
    assert "doi.crossref.org" not in said


def test_an_unpublished_article_does_not_keep_the_others_back(tmp_path: Path) -> None:
    held = article("02") + b"status: scheduled\n"
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=held)
    assert "https://doi.crossref.org" in after(export(folder, out=tmp_path / "out").stdout)
    assert after(run("check", folder).stdout).startswith("Nothing blocks export.")


def test_a_part_of_an_issue_is_not_sent_as_the_issue(tmp_path: Path) -> None:
    folder = tmp_path / "caa-2021-4"
    shutil.copytree(ROOT / "examples" / folder.name, folder)
    options = ("--to", "rsci", "--set", "rsci.titleid=1")
    assert "Articulus" in after(export(folder, *options, out=tmp_path / "out").stdout)
    one = export(folder / "articles" / "02-abdreshev.yaml", *options, out=tmp_path / "out")
    assert one.exit_code == 0
    assert HEADING not in one.stdout


def test_there_is_no_next_step_if_nothing_is_to_be_exported(tmp_path: Path) -> None:
    held = article("02") + b"status: scheduled\n"
    folder = issue_folder(tmp_path / "2024-1", a02=held)
    assert HEADING not in export(folder, out=tmp_path / "out").stdout
    assert HEADING not in run("check", folder).stdout


def test_a_check_names_the_command_that_exports(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "of June" / "2024-1", a01=article("01"))
    said = after(run("check", folder, "--to", "jats", "--set", "jats.version=1.4").stdout)
    command = f'jatsx export "{folder}" --to jats --set jats.version=1.4'
    assert said == f"Nothing blocks export. Run: {command}"


def test_a_check_names_the_first_error(tmp_path: Path) -> None:
    wrong = ARTICLE.format(id="02").replace("10.5555/02", "11.5555/02").encode()
    journal = JOURNAL.replace("1234-5679", "1234-5670").encode()
    folder = issue_folder(tmp_path / "2024-1", journal=journal, a02=wrong)
    said = after(run("check", folder).stdout)
    assert said.startswith(f"Correct this first: {folder / 'journal.yaml'}:2:")
    assert said.endswith(f"Then run: jatsx check {folder}")


def test_a_command_for_programs_has_no_next_step(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    for view in ("json", "github", "sarif", "junit"):
        assert HEADING not in run("check", folder, "--format", view).stdout


def test_a_conversion_says_what_is_still_missing(tmp_path: Path) -> None:
    text = ARTICLE.format(id="02").replace("doi: 10.5555/02\n", "").encode()
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=text)
    out = tmp_path / "new"
    said = after(run("convert", folder, "--out", out).stdout)
    assert said.startswith("Still missing or wrong: crossref-article-doi-missing (1)")
    assert said.endswith(f"jatsx check {out}")


@pytest.mark.parametrize("columns", ["80", "100"])
def test_the_first_command_of_the_readme_prints_a_screen(
    columns: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", "examples")
    printed = run("export", "examples/irilj-2024-2").stdout
    assert len(printed.splitlines()) <= 25
    assert max(map(len, printed.splitlines())) <= int(columns)
    assert after(printed)


def test_verbose_shows_each_finding_and_each_field(tmp_path: Path) -> None:
    example = ROOT / "examples" / "irilj-2024-2"
    brief = export(example, out=tmp_path / "out").stdout
    full = export(example, "--verbose", out=tmp_path / "out").stdout
    assert "award-number-space" not in brief
    assert "Write the number without the space: BR18574168." in full
    assert "Not included in the crossref files" in full
