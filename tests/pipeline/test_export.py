"""What a format is given, and what is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from jatsx.documents.document import Document, ExportContext
from jatsx.model import Article
from jatsx.model.option import Option
from jatsx.pipeline import Request, export, scan
from jatsx.pipeline.output_folder import OutputFolder, file_names
from jatsx.plugin.exporter import Exporter
from tests.pipeline.formats import (
    DTD,
    IDS,
    TIMESTAMP,
    article,
    exported,
    faulty,
    fmt,
    notes,
    registry,
)
from tests.readers.reading import told


class Recorder:
    """Makes notes, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[tuple[str, ...], ExportContext]] = []

    def __call__(self, run: Sequence[Article], context: ExportContext) -> Iterable[Document]:
        self.given.append((tuple(one.id for one in run), context))
        return notes(run, context)

    def exporter(self, **said: Any) -> Exporter:
        return fmt(self, **said)


# Runs and deposits

RUNS: dict[tuple[str, int], tuple[list[int], list[int], list[str]]] = {
    ("article", 500): ([1] * 10, [0] * 10, [f"notes/{id_}.xml" for id_ in IDS]),
    ("article", 3): ([1] * 10, [0] * 10, [f"notes/{id_}.xml" for id_ in IDS]),
    ("issue", 500): ([10], [0], ["notes/2024-2.xml"]),
    ("issue", 10): ([10], [0], ["notes/2024-2.xml"]),
    ("issue", 9): ([9, 1], [1, 2], ["notes/10.xml", "notes/2024-2-1.xml"]),
    ("issue", 4): (
        [4, 4, 2],
        [1, 2, 3],
        ["notes/2024-2-1.xml", "notes/2024-2-2.xml", "notes/2024-2-3.xml"],
    ),
}


@pytest.mark.parametrize(("per", "batch"), RUNS)
def test_an_issue_is_exported_in_runs(tmp_path: Path, per: str, batch: int) -> None:
    lengths, runs, files = RUNS[per, batch]
    recorder = Recorder()
    result = exported(tmp_path, recorder.exporter(per=per), batch=batch)
    assert [len(ids) for ids, _ in recorder.given] == lengths
    assert [id_ for ids, _ in recorder.given for id_ in ids] == list(IDS)
    assert [context.run for _, context in recorder.given] == runs
    assert result.files() == files
    assert set(result.statuses.values()) == {"valid"}


@pytest.mark.parametrize("batch", [500, 10, 3, 1])
def test_a_format_of_whole_issues_gets_an_issue_at_once(tmp_path: Path, batch: int) -> None:
    recorder = Recorder()
    result = exported(tmp_path, recorder.exporter(per="issue", whole=True), batch=batch)
    assert [(ids, context.run) for ids, context in recorder.given] == [(IDS, 0)]
    assert result.files() == ["notes/2024-2.xml"]


@pytest.mark.parametrize("per", ["article", "issue"])
@pytest.mark.parametrize("batch", [9, 4])
def test_beside_a_format_of_whole_issues_others_get_the_same_runs(
    tmp_path: Path, per: str, batch: int
) -> None:
    (tmp_path / "alone").mkdir()
    alone, beside = Recorder(), Recorder()
    exported(tmp_path / "alone", alone.exporter(per=per), batch=batch)
    whole = fmt(name="whole", per="issue", whole=True)
    exported(tmp_path, beside.exporter(per=per), whole, batch=batch)
    assert beside.given == alone.given


def test_an_issue_that_is_too_large_for_one_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "LARGEST_ISSUE", 9)
    good, whole = Recorder(), fmt(name="whole", per="issue", whole=True)
    result = exported(tmp_path, good.exporter(per="issue"), whole, batch=4)
    assert {one.targets["whole"].status for one in result.result.articles} == {"refused"}
    assert told(result.result.shared_findings) == ["format-issue-large issue"]
    assert [len(ids) for ids, _ in good.given] == [4, 4, 2]
    assert [context.run for _, context in good.given] == [1, 2, 3]


def test_a_format_of_articles_is_of_no_whole_issue() -> None:
    with pytest.raises(ValueError, match="not per='issue'"):
        fmt(whole=True)


def test_a_deposit_says_when_and_which(tmp_path: Path) -> None:
    recorder = Recorder()
    exported(tmp_path, recorder.exporter(per="issue"), batch=5)
    deposits = [context for _, context in recorder.given]
    assert [context.batch_id for context in deposits] == [
        f"2024-2-{TIMESTAMP}-1",
        f"2024-2-{TIMESTAMP}-2",
    ]
    assert {(one.timestamp, one.version, one.batch) for one in deposits} == {(TIMESTAMP, "", 5)}


def of_journal(**formats: dict[str, str]) -> list[dict[str, Any]]:
    return [article("01", issue={"journal": {"formats": formats}})]


VERSIONS = {"versions": {"2": DTD, "1": DTD}, "options": (Option("who", "who deposits"),)}


@pytest.mark.parametrize(
    ("said", "settings", "version", "options"),
    [
        ({}, {}, "2", {}),
        ({"version": "1"}, {}, "1", {"version": "1"}),
        ({"who": "a"}, {"who": "b"}, "2", {"who": "b"}),
        ({"who": "a"}, {"version": "1"}, "1", {"who": "a", "version": "1"}),
        ({}, {"who": "b"}, "2", {"who": "b"}),
    ],
)
def test_options_are_the_journals_and_what_is_set_over_them(
    tmp_path: Path, said: dict[str, str], settings: dict[str, str], version: str, options: object
) -> None:
    recorder = Recorder()
    articles = of_journal(notes=said) if said else [article("01")]
    asked = {"notes": settings} if settings else {}
    exported(tmp_path, recorder.exporter(**VERSIONS), articles=articles, settings=asked)
    (_, context) = recorder.given[0]
    assert (context.version, dict(context.options)) == (version, options)


OPTIONS = (Option("who", "who", required=True), Option("how", "how", choices=("a", "b")))
OPTION_FAULTS: dict[str, tuple[dict[str, str], list[str]]] = {
    "all is well": ({"who": "x", "how": "a"}, []),
    "a required one is missing": ({}, ["format-option-missing issue.journal.formats.notes.who"]),
    "a required one is empty": (
        {"who": ""},
        ["format-option-missing issue.journal.formats.notes.who"],
    ),
    "an unknown one": (
        {"who": "x", "whom": "y"},
        ["format-option-unknown issue.journal.formats.notes.whom"],
    ),
    "no choice": (
        {"who": "x", "how": "c"},
        ["format-option-choice issue.journal.formats.notes.how"],
    ),
}


@pytest.mark.parametrize("name", OPTION_FAULTS)
def test_options_are_checked_once_for_the_issue(tmp_path: Path, name: str) -> None:
    said, expected = OPTION_FAULTS[name]
    journal = {"journal": {"formats": {"notes": said}}}
    articles = [article(id_, issue=journal) for id_ in ("01", "02")]
    result = exported(tmp_path, fmt(options=OPTIONS), fmt(name="good"), articles=articles)
    assert told(result.result.shared_findings) == expected
    for one in result.result.articles:
        assert one.targets["good"].status == "valid"
        assert one.targets["notes"].status == ("refused" if expected else "valid")


# Issues


def test_two_issues_have_a_folder_each(tmp_path: Path) -> None:
    articles = [article(id_, doi=None, issue={"id": issue}) for issue in "xy" for id_ in ("1", "2")]
    recorder = Recorder()
    result = exported(tmp_path, recorder.exporter(per="issue"), articles=articles)
    assert [*file_names(result.out)] == ["x/notes/x.xml", "y/notes/y.xml"]
    assert [context.batch_id for _, context in recorder.given] == [
        f"x-{TIMESTAMP}",
        f"y-{TIMESTAMP}",
    ]


def test_articles_of_one_issue_need_not_stand_together(tmp_path: Path) -> None:
    articles = [article(str(n), issue={"id": "xy"[n % 2]}) for n in range(6)]
    recorder = Recorder()
    exported(tmp_path, recorder.exporter(per="issue"), articles=articles)
    assert [ids for ids, _ in recorder.given] == [("0", "2", "4"), ("1", "3", "5")]


# What is written


def test_one_timestamp_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    contents = []
    for folder in folders:
        folder.mkdir()
        result = exported(folder, fmt(), fmt(name="runs", per="issue"))
        contents.append({name: (result.out / name).read_bytes() for name in file_names(result.out)})
    assert contents[0] == contents[1]


def test_what_was_valid_yesterday_and_is_refused_today_is_removed(tmp_path: Path) -> None:
    exported(tmp_path, fmt())
    result = exported(tmp_path, fmt(), rules=[faulty(Article)])
    assert "notes/05.xml" not in result.files()
    assert len(result.files()) == 9


@pytest.mark.parametrize("keep", [True, False])
def test_a_document_that_is_refused_is_kept_apart_where_asked(tmp_path: Path, keep: bool) -> None:
    def make(run: Sequence[Article], context: ExportContext) -> Iterable[Document]:
        return [Document(f"{run[0].id}-{context.run}.xml", b"<x/>")]

    result = exported(tmp_path, fmt(make), articles=[article("01")], keep_refused=keep)
    assert result.statuses == {"01": "refused"}
    assert result.files() == (["refused/notes/01-0.xml"] if keep else [])


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text("".join(f"{json.dumps(article(id_))}\n" for id_ in IDS))
    request = Request([source], ["notes", "runs"], {}, TIMESTAMP)
    told_of: list[tuple[int, int]] = []
    formats = registry(fmt(), fmt(name="runs", per="issue"), rules=[faulty(Article)])
    export(request, formats, OutputFolder(tmp_path / "out"), lambda *step: told_of.append(step))
    done = [done for done, _ in told_of]
    assert done == sorted(done)
    assert told_of[-1] == (10, 10)
