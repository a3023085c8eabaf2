"""An export that is run again: what is done and unchanged is not processed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jatsx
from benchmarks.inputs import write_articles
from jatsx.pipeline import process, task
from jatsx.pipeline.manifest import MANIFEST
from jatsx.pipeline.resuming import NOTE
from tests.pipeline.clusters import contents, exported

ISSUES = ("issue-0", "issue-1", "issue-2")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three issues: an article of the first, forty of the second and one of the third."""
    path = write_articles(tmp_path / "articles.jsonl", 42, first=39)
    path.write_bytes(path.read_bytes().replace(b"synthetic.40", b"synthetic.bad 40", 1))
    return path


@pytest.fixture
def processed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The issues that are processed, which this process notes."""
    noted: list[str] = []
    original = process.process_part

    def process_part(part: Any, *arguments: Any, **options: Any) -> Any:
        noted.append(part.issue.id)
        return original(part, *arguments, **options)

    monkeypatch.setattr(task, "process_part", process_part)
    return noted


def resumed(source: Path, out: Path, **options: Any) -> jatsx.Result:
    return exported(source, out, to=["jats", "doaj"], resume=True, **options)


def test_what_is_done_is_not_processed_again(
    tmp_path: Path, source: Path, processed: list[str]
) -> None:
    first = resumed(source, tmp_path / "out")
    assert processed == [*ISSUES]
    files = contents(tmp_path / "out")
    again = resumed(source, tmp_path / "out")
    assert processed == [*ISSUES]
    assert contents(tmp_path / "out") == files
    assert again.to_dict() == first.to_dict()
    assert [*again.findings] == [*first.findings]


def test_the_documents_are_those_of_an_export_without_resume(tmp_path: Path, source: Path) -> None:
    resumed(source, tmp_path / "out")
    exported(source, tmp_path / "plain", to=["jats", "doaj"])
    files = contents(tmp_path / "out")
    notes = {f"{issue}/{NOTE}" for issue in ISSUES}
    assert {name: files[name] for name in files if name not in notes} == contents(
        tmp_path / "plain"
    )


def changed_input(source: Path, _: Path) -> None:
    dates = b'"received": "2024-02-12"', b'"received": "2024-02-13"'
    source.write_bytes(source.read_bytes().replace(*dates, 1))


def changed_document(_: Path, out: Path) -> None:
    (out / "issue-0/jats/a39.xml").write_bytes(b"changed")


def missing_document(_: Path, out: Path) -> None:
    (out / "issue-0/jats/a39.xml").unlink()


def unfinished(_: Path, out: Path) -> None:
    """As a killed export leaves it."""
    manifest = out / "issue-0" / MANIFEST
    manifest.write_bytes(manifest.read_bytes() + b"\n{}")


def missing_report(_: Path, out: Path) -> None:
    (out / "issue-0/report.json").unlink()


def damaged_note(_: Path, out: Path) -> None:
    (out / "issue-0" / NOTE).write_bytes(b"{")


@pytest.mark.parametrize(
    "change",
    [
        changed_input,
        changed_document,
        missing_document,
        unfinished,
        missing_report,
        damaged_note,
    ],
)
def test_what_was_changed_is_processed_again(
    tmp_path: Path, source: Path, processed: list[str], change: Callable[[Path, Path], None]
) -> None:
    out = tmp_path / "out"
    resumed(source, out)
    processed.clear()
    change(source, out)
    resumed(source, out)
    assert processed == ["issue-0"]
    exported(source, tmp_path / "plain", to=["jats", "doaj"])
    jats = "issue-0/jats/a39.xml"
    assert contents(out)[jats] == contents(tmp_path / "plain")[jats]


def test_other_options_are_another_export(
    tmp_path: Path, source: Path, processed: list[str]
) -> None:
    resumed(source, tmp_path)
    jatsx.export(
        source,
        to=["jats", "doaj"],
        out=tmp_path,
        timestamp="2" * 4 + "0101" * 2 + "00000",
        resume=True,
    )
    assert processed == [*ISSUES, *ISSUES]


def test_a_resumed_export_needs_its_timestamp(tmp_path: Path, source: Path) -> None:
    with pytest.raises(jatsx.WrongArgument, match="timestamp"):
        jatsx.export(source, out=tmp_path, resume=True)
