"""What a format is given, what is written, and what an export says of itself."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.formats import Deposit, Document, Exporter, Option
from jatsx.model import Article, Issue
from jatsx.pipeline import Request, check, export, validate_files
from jatsx.write import OutputFolder
from tests.core.formats import (
    DTD,
    IDS,
    TIMESTAMP,
    article,
    exported,
    fmt,
    notes,
    registry,
)
from tests.core.reading import told


class Recorder:
    """Makes notes, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[tuple[str, ...], Deposit]] = []

    def __call__(self, run: Sequence[Article], deposit: Deposit) -> Iterable[Document]:
        self.given.append((tuple(one.id for one in run), deposit))
        return notes(run, deposit)

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
    assert [deposit.run for _, deposit in recorder.given] == runs
    assert result.files() == files
    assert set(result.statuses.values()) == {"valid"}


def test_a_deposit_says_when_and_which(tmp_path: Path) -> None:
    recorder = Recorder()
    exported(tmp_path, recorder.exporter(per="issue"), batch=5)
    deposits = [deposit for _, deposit in recorder.given]
    assert [deposit.batch_id for deposit in deposits] == [
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
    (_, deposit) = recorder.given[0]
    assert (deposit.version, dict(deposit.options)) == (version, options)


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
    assert told(result.outcome.shared_findings) == expected
    for one in result.outcome.articles:
        assert one.targets["good"].status == "valid"
        assert one.targets["notes"].status == ("refused" if expected else "valid")


# Rules


def faulty(on: type, id_: str = "05", **said: Any) -> Rule:
    """A rule that finds a fault in the part with this id."""
    fault = Fault("doi")
    said = {"code": "x-y-z", "level": Level.ERROR, "message": "No.", **said}
    return Rule(on=on, check=lambda part: [fault] if part.id == id_ else [], **said)


RULES: dict[str, tuple[Rule, dict[str, str], int]] = {
    "an error": (faulty(Article), {"one": "refused", "two": "refused"}, 1),
    "a warning": (faulty(Article, level=Level.WARNING), {"one": "valid", "two": "valid"}, 0),
    "an error of one format": (
        faulty(Article, target="one"),
        {"one": "refused", "two": "valid"},
        1,
    ),
    "an error of a format that isn't asked for": (
        faulty(Article, target="three"),
        {"one": "valid", "two": "valid"},
        0,
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_an_error_keeps_an_article_from_its_formats(tmp_path: Path, name: str) -> None:
    rule, expected, exit_code = RULES[name]
    result = exported(tmp_path, fmt(name="one"), fmt(name="two"), rules=[rule])
    by_id = {one.id: one.targets for one in result.outcome.articles}
    assert {name: one.status.value for name, one in by_id["05"].items()} == expected
    assert {one.status.value for id_ in by_id if id_ != "05" for one in by_id[id_].values()} == {
        "valid"
    }
    assert result.outcome.exit_code == exit_code


def test_an_error_of_an_issue_blocks_its_articles_and_no_others(tmp_path: Path) -> None:
    articles = [article("01", issue={"id": "bad"}), article("02", issue={"id": "good"})]
    result = exported(tmp_path, fmt(), articles=articles, rules=[faulty(Issue, "bad")])
    assert result.statuses == {"01": "refused", "02": "valid"}
    assert told(result.outcome.shared_findings) == ["x-y-z issue.doi"]


@pytest.mark.parametrize(("target", "status"), [(None, "valid"), ("notes", "refused")])
def test_a_rule_that_fails_blocks_its_own_format_only(
    tmp_path: Path, target: str | None, status: str
) -> None:
    def check(part: Article) -> Any:
        raise ValueError(part.id)

    bad = Rule("x-y-z", Level.ERROR, Article, check, "", target=target)
    result = exported(tmp_path, fmt(), articles=[article("01")], rules=[bad])
    assert result.statuses == {"01": status}
    assert [finding.code for finding in result.of("01")] == ["plugin-failed"]
    assert result.outcome.exit_code == 3


@pytest.mark.parametrize("message", ["{", "{0}", "{doi.x}", "{doi[0]}", "{doi:x}"])
def test_a_sentence_that_cant_be_made_costs_only_itself(tmp_path: Path, message: str) -> None:
    rule = faulty(Article, message=message, hint=message)
    result = exported(tmp_path, fmt(), rules=[rule])
    assert result.statuses["01"] == "valid"
    assert result.report["articles"][4]["findings"][0]["code"] == "x-y-z"


# Several articles, several issues

SAME: dict[str, list[dict[str, Any]]] = {
    "one DOI": [{"doi": "10.5555/x"}, {"doi": "10.5555/x"}],
    "one DOI in two spellings": [{"doi": "10.5555/X"}, {"doi": "https://doi.org/10.5555/x"}],
    "one DOI in two issues": [
        {"doi": "10.5555/x"},
        {"doi": "10.5555/x", "issue": {"id": "other"}},
    ],
    "one id": [{"id": "05"}, {"id": "05"}],
    "one id but for its case": [{"id": "A"}, {"id": "a"}],
}


@pytest.mark.parametrize("name", SAME)
def test_articles_that_share_what_names_them_are_all_refused(tmp_path: Path, name: str) -> None:
    pair = [{**article(id_), **said} for id_, said in zip("ab", SAME[name], strict=True)]
    result = exported(tmp_path, fmt(), articles=[article("01"), *pair])
    first, *same = result.outcome.articles
    assert first.targets["notes"].status == "valid"
    assert {one.targets["notes"].status.value for one in same} == {"refused"}
    assert result.files() == ["notes/01.xml"] or result.files() == ["notes/2024-2/01.xml"]
    assert result.outcome.exit_code == 1


def test_two_issues_have_a_folder_each(tmp_path: Path) -> None:
    articles = [article(id_, doi=None, issue={"id": issue}) for issue in "xy" for id_ in ("1", "2")]
    recorder = Recorder()
    result = exported(tmp_path, recorder.exporter(per="issue"), articles=articles)
    assert result.files() == ["notes/x/x.xml", "notes/y/y.xml"]
    assert [deposit.batch_id for _, deposit in recorder.given] == [
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
        contents.append({name: (result.out / name).read_bytes() for name in result.files()})
    assert contents[0] == contents[1]


def test_what_was_valid_yesterday_and_is_refused_today_is_removed(tmp_path: Path) -> None:
    exported(tmp_path, fmt())
    result = exported(tmp_path, fmt(), rules=[faulty(Article)])
    assert "notes/05.xml" not in result.files()
    assert len(result.files()) == 9


@pytest.mark.parametrize("keep", [True, False])
def test_a_document_that_is_refused_is_kept_apart_where_asked(tmp_path: Path, keep: bool) -> None:
    def make(run: Sequence[Article], deposit: Deposit) -> Iterable[Document]:
        return [Document(f"{run[0].id}-{deposit.run}.xml", b"<x/>")]

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
    assert told_of[-1] == (20, 20)


# The report and the exit code


def test_the_report_says_what_became_of_each_article(tmp_path: Path) -> None:
    report = exported(tmp_path, fmt(), rules=[faulty(Article)]).report
    assert [one["id"] for one in report["articles"]] == list(IDS)
    good, bad = report["articles"][0], report["articles"][4]
    assert good["targets"] == {"notes": {"status": "valid", "document": "notes/01.xml"}}
    assert bad["targets"] == {"notes": {"status": "refused", "document": None}}
    (finding,) = bad["findings"]
    assert (finding["code"], finding["level"], finding["field"]) == ("x-y-z", "error", "doi")
    assert (finding["line"], finding["file"]) == (5, bad["source"])
    assert report["summary"]["targets"] == {"notes": {"valid": 9, "refused": 1, "failed": 0}}
    assert report["summary"]["exit_code"] == 1


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
    outcome = check(Request([path], ["notes"], {}), registry(fmt()))
    assert outcome.exit_code == exit_code


def test_a_path_that_isnt_there_costs_only_itself(tmp_path: Path) -> None:
    good = tmp_path / "x.jsonl"
    good.write_text(GOOD)
    paths = [tmp_path / "none.yaml", good, tmp_path / "x.unknown"]
    (tmp_path / "x.unknown").write_text("?")
    outcome = check(Request(paths, ["notes"], {}), registry(fmt()))
    assert [finding.code for finding in outcome.findings] == ["file-missing", "file-unknown"]
    assert [one.id for one in outcome.articles] == ["01"]
    assert outcome.exit_code == 1


HALVES = ['{"id": "\\ud800"}', '{"id": "1", "\\ud800": 1}', '{"id": "1", "title": {"\\ud800": 1}}']


@pytest.mark.parametrize("line", HALVES)
def test_a_report_can_be_written_of_any_file(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{line}\n{GOOD}\n")
    request = Request([path], ["notes"], {}, TIMESTAMP)
    outcome = export(request, registry(fmt()), OutputFolder(tmp_path / "out"))
    assert outcome.exit_code == 1
    assert json.loads((tmp_path / "out/report.json").read_bytes())["summary"]["articles"] == 2


def test_a_report_can_be_written_of_any_file_name(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.jsonl")
    path.write_text(f"{GOOD}\n")
    request = Request([path], ["notes"], {}, TIMESTAMP)
    export(request, registry(fmt()), OutputFolder(tmp_path / "out"))
    assert json.loads((tmp_path / "out/report.json").read_bytes())["summary"]["articles"] == 1


# Files made elsewhere


def recognise(head: bytes) -> str | None:
    return "" if b"<notes" in head else None


def fail(head: bytes) -> str | None:
    raise ValueError(head)


FILES: dict[str, tuple[bytes | None, str | None, list[str]]] = {
    "valid": (b"<notes/>", "notes", []),
    "invalid": (b"<notes>\n<x/></notes>", "notes", ["file-invalid"]),
    "no XML": (b"<notes", "notes", ["file-invalid"]),
    "unknown": (b"<x/>", None, ["document-unknown"]),
    "empty": (b"", None, ["document-unknown"]),
    "absent": (None, None, ["file-unreadable"]),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_elsewhere_is_validated(tmp_path: Path, name: str) -> None:
    content, format_, expected = FILES[name]
    path = tmp_path / "x"
    if content is not None:
        path.write_bytes(content)
    (result,) = validate_files([path], registry(fmt(recognises=recognise), fmt(name="other")))
    assert (result.format, result.is_valid) == (format_, not expected)
    assert sorted({finding.code for finding in result.findings}) == expected


@pytest.mark.parametrize("recognises", [fail, lambda _: "9", lambda _: 5])
def test_a_format_that_cant_recognise_is_told(tmp_path: Path, recognises: Any) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"<notes/>")
    (result,) = validate_files([path], registry(fmt(recognises=recognises)))
    assert [finding.code for finding in result.findings] == ["plugin-failed"]
