"""Several processes give what one gives: the same files, the same findings, in the same order."""

from __future__ import annotations

import json
import os
import signal
import struct
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

import pytest

from jatsx.pipeline import ProcessLost, Request, export, processes, scan
from jatsx.pipeline.job import Job
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.task import SIZE, Task
from jatsx.plugin.registry import load_registry

TIMESTAMP = "20240601120000000"
JOURNAL = {
    "title": {"en": "Journal of Examples"},
    "issn": {"electronic": "1234-5679"},
    "publisher": {"name": {"en": "Example Press"}},
    "rules": {"sample-value": "off"},
    "formats": {
        "crossref": {
            "depositor_name": "example",
            "email_address": "deposit@example.org",
            "registrant": "example",
        }
    },
}


def articles(issues: int, each: int) -> Iterator[dict[str, Any]]:
    """Articles of several issues; the last of each issue but the first has a wrong ORCID iD."""
    for issue in range(issues):
        for n in range(each):
            is_wrong = issue > 0 and n == each - 1
            author = {"name": {"en": {"family": "Example"}}, "orcid": "0000-0002-1825-0098"}
            yield {
                "id": f"{n:02}",
                "doi": f"10.5555/{issue}.{n}",
                "url": f"https://example.org/{issue}/{n}",
                "language": "en",
                "title": {"en": f"Title {issue} {n}"},
                "contributors": [author] if is_wrong else [],
                "issue": {"id": f"i{issue}", "year": "2024", "journal": JOURNAL},
            }


def written(folder: Path, source: Path, jobs: int, batch: int = 500) -> dict[str, bytes]:
    """All that an export writes, but for the report's name of the source."""
    request = Request([source], ["jats", "crossref", "doaj"], {}, TIMESTAMP, batch, jobs=jobs)
    export(request, load_registry(), OutputFolder(folder))
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("jobs") / "articles.jsonl"
    lines = [json.dumps(one) for one in articles(issues=6, each=SIZE // 2)]
    lines.insert(3, "{this is no JSON")
    path.write_text("\n".join(lines))
    return path


@pytest.fixture(scope="module")
def alone(source: Path) -> dict[str, bytes]:
    return written(source.parent / "alone", source, jobs=1)


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_side_by_side_write_the_same(
    tmp_path: Path, source: Path, alone: dict[str, bytes], jobs: int
) -> None:
    assert written(tmp_path, source, jobs) == alone


def test_what_was_written_is_what_was_to_be(alone: dict[str, bytes]) -> None:
    """Else two empty folders would be the same."""
    summary = json.loads(alone["report.json"])["summary"]
    number = 6 * (SIZE // 2)
    assert summary["articles"] == number + 1
    counts = {"valid": number - 5, "refused": 6, "failed": 0, "unpublished": 0}
    assert summary["targets"]["jats"] == counts
    assert sum(1 for name in alone if "/crossref/" in name) == 6


def test_results_come_in_the_order_of_the_input(
    tmp_path: Path, source: Path, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while more parts wait than may be under way."""
    monkeypatch.setattr(processes, "AHEAD", 1)
    assert written(tmp_path, source, jobs=2) == alone


def test_issues_in_several_parts_are_written_in_order(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such an issue is whole only where all its parts arrive."""
    monkeypatch.setattr(scan, "LARGEST_ISSUE", 10)
    assert written(tmp_path / "2", source, jobs=2, batch=10) == written(
        tmp_path / "1", source, jobs=1, batch=10
    )


def test_processes_that_end_are_replaced(
    tmp_path: Path, source: Path, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_performed", _ended_with_many)
    assert written(tmp_path, source, jobs=2) == alone


def test_a_process_that_is_killed_while_it_returns_a_large_result_is_replaced(
    tmp_path: Path, source: Path, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The beginning of the result is in the pipe already."""
    monkeypatch.setattr(processes, "_serve", partial(_killed_once, tmp_path / "killed"))
    assert written(tmp_path / "out", source, jobs=2) == alone
    assert (tmp_path / "killed").exists()


def test_processes_that_end_again_and_again_end_the_run(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_performed", _ended)
    with pytest.raises(ProcessLost, match="was read and checked"):
        written(tmp_path, source, jobs=2)


def _ended(*task: object) -> NoReturn:  # noqa: ARG001
    os._exit(9)


def _ended_with_many(task: Task, job: Job) -> list[PartResult]:
    return [*task.perform(job)] if len(task.parts) == 1 else _ended()


_serve = processes._serve


def _killed_once(marker: Path, description: Any, connection: Connection, notes: Any) -> None:
    """Serves, but the first process writes a part of a large result, then it is killed."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        _serve(description, connection, notes)
    connection.recv()
    size = 10_000_000
    os.write(connection.fileno(), struct.pack("!i", size) + bytes(1000))
    os.kill(os.getpid(), signal.SIGKILL)
