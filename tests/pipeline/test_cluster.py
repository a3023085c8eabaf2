"""An export on a cluster writes the same bytes as one in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import jatsx
from benchmarks.inputs import write_articles
from jatsx.pipeline import cluster as cluster_module
from jatsx.pipeline.task import JobDescription
from tests.pipeline.clusters import contents, exported, local_cluster

pytest.importorskip("distributed", reason="needs jatsx[cluster]")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with local_cluster(tmp_path_factory.mktemp("workers")) as started:
        yield started


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five issues. Two articles have the same DOI, and one line is not JSON."""
    path = write_articles(tmp_path_factory.mktemp("source") / "articles.jsonl", 200)
    lines = path.read_bytes().splitlines()
    lines[150] = lines[150].replace(b"synthetic.150", b"synthetic.3")
    lines[70] = b"{no JSON"
    path.write_bytes(b"\n".join(lines))
    return path


def test_the_same_bytes_as_in_this_process(tmp_path: Path, source: Path, cluster: Any) -> None:
    here = exported(source, tmp_path / "here")
    there = exported(source, tmp_path / "there", scheduler=cluster.scheduler_address)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert there.to_dict() == here.to_dict()


def test_clashes_are_found_over_all_parts(tmp_path: Path, source: Path, cluster: Any) -> None:
    """The articles are in different tasks. Neither is written."""
    result = exported(source, tmp_path, scheduler=cluster.scheduler_address)
    clashes = [one.article for one in result.findings if one.code == "article-doi-duplicate"]
    assert clashes == ["a3", "a150"]
    assert not [*tmp_path.glob("*/jats/a3.xml"), *tmp_path.glob("*/jats/a150.xml")]


def test_documents_in_memory(source: Path, cluster: Any) -> None:
    options: dict[str, Any] = {"to": ["jats"], "timestamp": "20240601120000000"}
    here = jatsx.export(source, **options)
    there = jatsx.export(source, scheduler=cluster.scheduler_address, **options)
    assert len(here.files) == 197
    assert [*there.files] == [*here.files]


def test_relative_paths(
    tmp_path: Path, source: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workers have another working folder."""
    monkeypatch.chdir(source.parent)
    exported(Path(source.name), "out", to=["doaj"], scheduler=cluster.scheduler_address)
    exported(source, tmp_path, to=["doaj"])
    assert contents(source.parent / "out") == contents(tmp_path)


def test_a_fault_of_a_worker_is_raised_here(tmp_path: Path, source: Path, cluster: Any) -> None:
    folder = tmp_path / "issue-0"
    folder.mkdir()
    (folder / ".jatsx.jsonl").write_text('{"version": 99}')
    with pytest.raises(jatsx.ManifestTooNew, match="99"):
        exported(source, tmp_path, scheduler=cluster.scheduler_address)


def test_a_worker_with_other_versions_is_refused(
    tmp_path: Path, source: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = JobDescription.of

    def other(job: Any) -> Any:
        description = of(job)
        object.__setattr__(description, "versions", (("jatsx", "9.9"), *description.versions[1:]))
        return description

    monkeypatch.setattr(JobDescription, "of", other)
    with pytest.raises(jatsx.WorkerDiffers, match=r"jatsx 9\.9"):
        exported(source, tmp_path, scheduler=cluster.scheduler_address)


def test_a_scheduler_that_cannot_be_reached(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", "300ms")
    for address in ("tcp://127.0.0.1:9", "nothing"):
        with pytest.raises(jatsx.SchedulerLost):
            exported(source, tmp_path, scheduler=address)


def test_wrong_arguments(source: Path) -> None:
    with pytest.raises(jatsx.WrongArgument, match="empty"):
        jatsx.export(source, scheduler="")
    with pytest.raises(jatsx.WrongArgument, match="together"):
        jatsx.export(source, scheduler="tcp://127.0.0.1:8786", jobs=2)
