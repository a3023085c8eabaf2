"""--journal: the journal of a source that names none."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import export, run
from tests.cli.issues import ISSUE, JOURNAL, article


def lone_article(folder: Path) -> Path:
    """An article file with its issue and without a journal."""
    issue = "issue:\n" + "".join(f"  {line}\n" for line in ISSUE.splitlines())
    path = folder / "01.yaml"
    path.write_bytes(article("01") + issue.encode())
    return path


def test_it_stands_where_none_is_named(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text(JOURNAL, "utf-8")
    source = lone_article(tmp_path)
    assert export(source, out=tmp_path / "out").exit_code == 1
    ran = export(source, "--journal", journal, out=tmp_path / "out")
    assert ran.exit_code == 0
    assert set(ran.statuses("01").values()) == {"valid"}


def test_its_faults_are_told_in_its_file(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text(JOURNAL.replace("1234-5679", "1234-5678"), "utf-8")
    ran = export(lone_article(tmp_path), "--journal", journal, out=tmp_path / "out")
    (found,) = [one for one in ran.findings if one["code"] == "journal-issn-checksum"]
    assert (found["file"], found["line"]) == (str(journal), 2)


def test_one_that_cant_be_read_stops_everything(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text("titel: x\n", "utf-8")
    ran = run("check", lone_article(tmp_path), "--journal", journal)
    assert ran.exit_code == 2
    assert "Unknown field: titel" in ran.stdout
