"""What an export, a check or a validation says in the end, whatever it was given."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.pipeline import Request, check, export
from jatsx.pipeline.output_folder import OutputFolder
from tests.pipeline.formats import IDS, TIMESTAMP, article, exported, faulty, fmt, notes, registry

# The report and the exit code


def test_the_report_says_what_became_of_each_article(tmp_path: Path) -> None:
    report = exported(tmp_path, fmt(), rules=[faulty(Article)]).report
    assert [one["id"] for one in report["articles"]] == list(IDS)
    good, bad = report["articles"][0], report["articles"][4]
    assert good["targets"] == {"notes": {"status": "valid", "document": "2024-2/notes/01.xml"}}
    assert bad["targets"] == {"notes": {"status": "refused", "document": None}}
    (finding,) = bad["findings"]
    assert (finding["code"], finding["level"], finding["field"]) == ("x-y-z", "error", "doi")
    assert (finding["line"], finding["file"]) == (5, bad["source"])
    counts = {"valid": 9, "refused": 1, "failed": 0, "unpublished": 0}
    assert report["summary"]["targets"] == {"notes": counts}
    assert report["summary"]["exit_code"] == 1


def test_what_two_articles_lose_alike_is_told_of_each_with_its_own_file(tmp_path: Path) -> None:
    def losing(run: Sequence[Article], context: ExportContext) -> list[Document]:
        losses = {one.id: [Loss("title.kk", "it takes one title")] for one in run}
        return [replace(document, losses=losses) for document in notes(run, context)]

    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path, id_ in zip(paths, IDS, strict=False):
        path.write_text(json.dumps(article(id_)))
    result = exported(tmp_path, fmt(losing), fmt(losing, "others"), inputs=paths)
    reports = [json.loads(path.read_bytes()) for path in sorted(result.out.glob("*/report.json"))]
    articles = [one for report in reports for one in report["articles"]]
    told = [(one["source"], finding) for one in articles for finding in one["findings"]]
    assert [(one["target"], one["field"]) for _, one in told] == [
        ("notes", "title.kk"),
        ("others", "title.kk"),
    ] * 2
    assert [finding["file"] for _, finding in told] == [source for source, _ in told]
    assert {source for source, _ in told} == set(map(str, paths))
    assert all("it takes one title" in finding["message"] for _, finding in told)


GOOD, BAD = json.dumps(article("01")), '{"id": "02", "x": 1}'
INPUTS: dict[str, tuple[str | None, int]] = {
    "a good article": (GOOD, 0),
    "a good one and a bad one": (f"{GOOD}\n{BAD}", 1),
    "a bad one alone": (BAD, 2),
    "nothing": ("", 2),
    "no file": (None, 2),
}


@pytest.mark.parametrize("name", INPUTS)
def test_the_exit_code_says_how_much_could_be_read(tmp_path: Path, name: str) -> None:
    text, exit_code = INPUTS[name]
    path = tmp_path / "x.jsonl"
    if text is not None:
        path.write_text(text)
    result = check(Request([path], ["notes"], {}), registry(fmt()))
    assert result.exit_code == exit_code


def test_a_path_that_isnt_there_costs_only_itself(tmp_path: Path) -> None:
    good = tmp_path / "x.jsonl"
    good.write_text(GOOD)
    paths = [tmp_path / "none.yaml", good, tmp_path / "x.unknown"]
    (tmp_path / "x.unknown").write_text("?")
    result = check(Request(paths, ["notes"], {}), registry(fmt()))
    assert [finding.code for finding in result.all_findings] == ["file-missing", "file-unknown"]
    assert [one.id for one in result.articles] == ["01"]
    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["x.yaml", "x.jsonl", "x.json", "x.xml", "x"])
def test_a_folder_that_is_named_like_a_file_is_no_plugins_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    result = check(Request([tmp_path / name], ["notes"], {}), registry(fmt()))
    assert {finding.code for finding in result.all_findings} <= {"file-unknown", "file-unreadable"}
    assert result.exit_code == 2


HALVES = ['{"id": "\\ud800"}', '{"id": "1", "\\ud800": 1}', '{"id": "1", "title": {"\\ud800": 1}}']


@pytest.mark.parametrize("line", HALVES)
def test_a_report_can_be_written_of_any_file(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{line}\n{GOOD}\n")
    request = Request([path], ["notes"], {}, TIMESTAMP)
    result = export(request, registry(fmt()), OutputFolder(tmp_path / "out"))
    assert result.exit_code == 1
    assert json.loads((tmp_path / "out/report.json").read_bytes())["summary"]["articles"] == 2


def test_a_report_can_be_written_of_any_file_name(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.jsonl")
    path.write_text(f"{GOOD}\n")
    request = Request([path], ["notes"], {}, TIMESTAMP)
    export(request, registry(fmt()), OutputFolder(tmp_path / "out"))
    assert json.loads((tmp_path / "out/report.json").read_bytes())["summary"]["articles"] == 1
