"""What is written, what is kept, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import jatsx
from jatsx import NotWritten, Refusal
from tests.fixing.files import contents, copies, issue_folder

WRONG = b'id: "01"\ndoi: https://doi.org/10.5555/ab.1  # as printed\n'
RIGHT = b'id: "01"\ndoi: 10.5555/ab.1  # as printed\n'
TIMESTAMP = "20240601120000000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return issue_folder(tmp_path / "2024-2", {"articles/01.yaml": WRONG})


def test_a_copy_is_kept_in_a_folder_that_no_reader_reads(folder: Path) -> None:
    (written,) = jatsx.fix(folder).write(TIMESTAMP)
    copy = folder / "before-fix" / "20240601-120000" / "articles" / "01.yaml"
    assert (written.copy, written.folder) == (copy, copy.parent.parent)
    assert copy.read_bytes() == WRONG
    (folder / "articles" / "01.yaml").write_bytes(WRONG)
    (again,) = jatsx.fix(folder).write(TIMESTAMP)
    assert again.folder == folder / "before-fix" / "20240601-120000-2"
    assert {record.source for record in jatsx.read(folder)} <= {
        str(folder),
        str(folder / "articles" / "01.yaml"),
    }


def test_the_permissions_stay(folder: Path) -> None:
    file = folder / "articles" / "01.yaml"
    file.chmod(0o640)
    jatsx.fix(folder).write()
    assert file.read_bytes() == RIGHT
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_was_changed_meanwhile_is_not_written(folder: Path) -> None:
    file = folder / "articles" / "01.yaml"
    fixes = jatsx.fix(folder)
    file.write_bytes(WRONG + b"language: ru\n")
    assert [one.reason for one in fixes.write()] == [NotWritten.CHANGED]
    file.unlink()
    assert [one.reason for one in fixes.write()] == [NotWritten.CHANGED]
    assert copies(folder) == {}


def test_a_protected_file_and_a_link_are_not_written(folder: Path, tmp_path: Path) -> None:
    file = folder / "articles" / "01.yaml"
    file.chmod(0o444)
    assert [one.reason for one in jatsx.fix(folder).write()] == [NotWritten.PROTECTED]
    file.chmod(0o644)
    target = file.rename(tmp_path / "elsewhere.yaml")
    file.symlink_to(target)
    assert [one.reason for one in jatsx.fix(folder).write()] == [NotWritten.LINK]
    assert target.read_bytes() == WRONG


def test_nothing_is_left_behind_if_the_file_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixes = jatsx.fix(folder)
    before = contents(folder)

    def full(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        fixes.write()
    assert contents(folder) == before


def test_a_value_in_doubt_is_not_changed(folder: Path) -> None:
    (folder / "articles" / "01.yaml").write_bytes(WRONG + b"pages: {first: 5-17}\n")
    note = "{article: '01', field: doi, code: article-doi-broken, params: {doi: x}}"
    (folder / "notes.yaml").write_text(f"version: 1\nnotes:\n  - {note}\n")
    fixes = jatsx.fix(folder)
    assert [one.field for one in fixes.mends] == ["pages.first", "pages.last"]
    assert [(one.field, one.refusal) for one in fixes.refused] == [("doi", Refusal.NOTED)]


def test_another_source_is_refused(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text('{"id": "01", "doi": "doi:10.5555/a", "issue": {"id": "1", "journal": {}}}\n')
    fixes = jatsx.fix(lines)
    assert fixes.files == []
    assert [(one.code, one.refusal) for one in fixes.refused] == [
        ("article-doi-form", Refusal.SOURCE)
    ]


def test_a_source_in_memory_is_a_wrong_argument() -> None:
    with pytest.raises(jatsx.WrongArgument, match="paths"):
        jatsx.fix({"id": "01", "doi": "doi:10.5555/a"})


def test_an_article_file_outside_a_folder_holds_its_issue_and_journal(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        'id: "01"\ndoi: 10.5555/a\nissue:\n  doi: doi:10.5555/i\n  journal:\n'
        "    doi: doi:10.5555/j\n    issn: {print: 15630285}\n"
    )
    jatsx.fix(file).write(TIMESTAMP)
    assert file.read_text() == (
        'id: "01"\ndoi: 10.5555/a\nissue:\n  doi: 10.5555/i\n  journal:\n'
        "    doi: 10.5555/j\n    issn: {print: 1563-0285}\n"
    )
    kept = [one.name for one in (tmp_path / "before-fix").iterdir()]
    assert kept == ["20240601-120000"]


def test_one_journal_of_two_issues_is_corrected_once(tmp_path: Path) -> None:
    journal = tmp_path / "journal-of-both.yaml"
    journal.write_text("title: {en: Journal}\nissn: {print: 15630285}\n")
    file = tmp_path / "a.yaml"
    other = tmp_path / "b.yaml"
    for one in (file, other):
        one.write_text(f'id: "{one.stem}"\nissue: {{id: "{one.stem}"}}\n')
    fixes = jatsx.fix([file, other], journal=journal)
    assert [(one.path, len(one.mends)) for one in fixes.files] == [(journal, 1)]


def test_the_diff_shows_line_ends_as_they_are(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-2", {"articles/01.yaml": WRONG.replace(b"\n", b"\r\n")})
    file = folder / "articles" / "01.yaml"
    lines = jatsx.fix(folder).diff().split("\n")
    assert lines[:2] == [f"--- a/{file}", f"+++ b/{file}"]
    assert "-doi: https://doi.org/10.5555/ab.1  # as printed\r" in lines
    assert "+doi: 10.5555/ab.1  # as printed\r" in lines
