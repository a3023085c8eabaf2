"""``jatsx draft`` and ``jatsx.draft``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import jatsx
from jatsx.cli import main
from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST, drafted


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A printed issue in one file."""
    path = tmp_path / "2024-2.txt"
    path.write_text("\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST)), "utf-8")
    return path


def test_the_command_writes_an_issue_folder(issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["draft", str(issue), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert f"jatsx check {out}" in result.output.replace("\n", " ")
    assert sorted(path.name for path in out.iterdir()) == [
        *("articles", "issue.yaml", "journal.yaml", "layout.yaml", "notes.yaml"),
    ]
    notes = yaml.safe_load((out / "notes.yaml").read_text("utf-8"))
    assert "draft-article-absent" in {one["code"] for one in notes["notes"]}
    origin = next(one for one in notes["origins"] if one["field"] == "title.ru")
    number = issue.read_text("utf-8").splitlines().index("Река и город: водная политика") + 1
    assert origin == {
        "article": "01",
        "field": "title.ru",
        "place": f"{issue}:{number}",
        "sure": "one",
    }


def test_check_reports_the_doubts_of_the_folder(issue: Path, tmp_path: Path) -> None:
    issue.write_text(issue.read_text("utf-8").replace("Received March", "Received Marsh"), "utf-8")
    jatsx.draft(issue, tmp_path / "out")
    found = {finding.code for finding in jatsx.check(tmp_path / "out").findings}
    assert "draft-month-misspelt" in found
    article = tmp_path / "out" / "articles" / "01.yaml"
    assert "# warning: The month in" in article.read_text("utf-8")


def test_nothing_is_overwritten(issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    result = CliRunner().invoke(main, ["draft", str(issue), "--out", str(out)])
    assert result.exit_code == 2
    assert [path.name for path in out.iterdir()] == ["mine.txt"]


def test_several_files_are_one_issue(tmp_path: Path) -> None:
    files = []
    for n, page in enumerate((NAMES_FIRST, TITLE_FIRST, CONTENTS)):
        files.append(tmp_path / f"{n}.txt")
        files[-1].write_text(page, "utf-8")
    done = jatsx.draft(files, tmp_path / "out")
    assert len(done.issues[0].articles) == 2
    first = done.tracked.articles[0].article
    assert first
    assert first.pages.first == "5"


def test_like_uses_the_journal_of_another_issue(issue: Path, tmp_path: Path) -> None:
    last = tmp_path / "2024-1"
    (last / "articles").mkdir(parents=True)
    (last / "journal.yaml").write_text("title: {en: Steppe}\nissn: {print: 2049-3630}\n", "utf-8")
    (last / "issue.yaml").write_text("id: 2024-1\nyear: 2024\n", "utf-8")
    (last / "layout.yaml").write_text("version: 1\norder: [title, names]\n", "utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["draft", str(issue), "--out", str(out), "--like", str(last)])
    assert result.exit_code == 0, result.output
    assert "Steppe" in (out / "journal.yaml").read_text("utf-8")


def test_like_must_be_an_issue_folder(issue: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    result = CliRunner().invoke(main, ["draft", str(issue), "--out", out, "--like", str(issue)])
    assert result.exit_code == 2
    with pytest.raises(jatsx.WrongArgument):
        jatsx.draft(issue, out, like=tmp_path)


def _novel() -> str:
    return "It was late, and nobody in the house had slept. The rain went on.\n" * 3000


def _prices() -> str:
    return "\n".join(f"Товар {n}\t{3 * n} тг ..... {n}" for n in range(3000))


def _english() -> str:
    blocks = NAMES_FIRST.split("\nА. Серікбай")[0]
    body = NAMES_FIRST[NAMES_FIRST.index("Introduction") :]
    return "\n".join((blocks + "\n\n" + body) for _ in range(10))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("novel.txt", _novel, "draft-issue-unrecognised"),
        ("prices.txt", _prices, "draft-issue-unrecognised"),
        ("english.txt", _english, "draft-issue-unrecognised"),
        ("empty.txt", str, "draft-issue-unrecognised"),
    ],
)
def test_other_texts_end_with_a_sentence(name: str, content: Callable[[], str], code: str) -> None:
    records = drafted(content(), name=name)
    assert [(one.article, [found.code for found in one.findings]) for one in records] == [
        (None, [code])
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00\xd8" * 100, "draft-file-encoding"),
        (b"\x00\x01\x02" * 100, "draft-file-binary"),
        (b"x" * 20_000_001, "draft-file-large"),
    ],
)
def test_other_files_end_with_a_sentence(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    result = CliRunner().invoke(
        main, ["draft", str(path), "--out", str(tmp_path / "out"), "--lang", "en"]
    )
    assert result.exit_code == 2
    assert f"[{code}]" in result.output
    assert not (tmp_path / "out").exists()


def test_random_bytes_raise_nothing(tmp_path: Path) -> None:
    for ending in (".txt", ".docx", ".pdf"):
        path = tmp_path / f"file{ending}"
        path.write_bytes(os.urandom(5000))
        (record,) = jatsx.read(path, reader="print")
        assert record.article is None
        assert record.findings
