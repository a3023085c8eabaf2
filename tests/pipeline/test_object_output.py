"""Output to object storage: moto's S3 server on this computer, two worker processes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import jatsx
from benchmarks.inputs import write_articles
from jatsx.pipeline.manifest import MANIFEST, parsed_manifest
from jatsx.pipeline.object_output import ObjectOutput
from tests.pipeline.clusters import contents, exported

pytest.importorskip("s3fs", reason="needs s3fs")
moto_server = pytest.importorskip("moto.server", reason="needs moto[s3] and flask")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    started = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    started.start()
    host, port = started.get_host_and_port()
    yield f"http://{host}:{port}"
    started.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """An empty bucket. Only the environment says where it is, as for the worker processes."""
    from s3fs import S3FileSystem

    values = {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": server,
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    name = "".join(filter(str.isalnum, request.node.name.lower()))[:60]
    S3FileSystem.clear_instance_cache()
    S3FileSystem().mkdir(name)
    return f"s3://{name}"


def objects(address: str) -> dict[str, bytes]:
    """All objects at an address, by path."""
    from fsspec.core import url_to_fs

    files, root = url_to_fs(address, use_listings_cache=False)
    return {one.removeprefix(f"{root}/"): files.cat_file(one) for one in files.find(root)}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("source") / "articles.jsonl", 120)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles in two issues."""
    return write_articles(tmp_path_factory.mktemp("few") / "articles.jsonl", 2, first=39)


@pytest.fixture(scope="module")
def here(source: Path) -> dict[str, bytes]:
    """The files in a folder."""
    exported(source, source.parent / "out")
    return contents(source.parent / "out")


def without_lock(files: dict[str, bytes]) -> dict[str, bytes]:
    """Object storage has no locks."""
    return {name: content for name, content in files.items() if not name.endswith(".lock")}


def test_two_processes_write_the_objects_that_a_folder_has(
    bucket: str, source: Path, here: dict[str, bytes]
) -> None:
    address = f"{bucket}/a/folder"
    assert exported(source, address, jobs=2).ok
    assert objects(address) == without_lock(here)
    assert exported(source, address, jobs=2).ok
    assert objects(address) == without_lock(here)


def test_the_command_says_where_the_objects_are(bucket: str, few: Path) -> None:
    from click.testing import CliRunner

    from jatsx.cli import main

    out = f"{bucket}/out"
    done = CliRunner().invoke(main, ["export", str(few), "--out", out])
    assert done.exit_code == 0, done.output
    assert f"Full report (results and omitted fields): {out}/report.json" in done.output
    assert f"{out}/*/jats" in done.output.replace("\n", "")


def test_the_manifest_is_written_last(
    bucket: str, few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So an issue with a manifest is complete."""
    from s3fs import S3FileSystem

    written: list[str] = []
    write = S3FileSystem.pipe_file

    def noted(files: Any, path: str, content: bytes, **options: Any) -> Any:
        written.append(path)
        return write(files, path, content, **options)

    monkeypatch.setattr(S3FileSystem, "pipe_file", noted)
    exported(few, bucket)
    for issue in ("issue-0", "issue-1"):
        own = [path for path in written if f"/{issue}/" in path]
        assert len(own) == 3 + 2
        assert own[-2:] == [f"{bucket[5:]}/{issue}/{name}" for name in ("report.json", MANIFEST)]
    assert written[-1] == f"{bucket[5:]}/report.json"


def test_an_object_of_an_article_that_is_refused_today_is_removed(
    bucket: str, few: Path, tmp_path: Path
) -> None:
    exported(few, bucket)
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_bytes(few.read_bytes().replace(b'"received": "2024-02-12"', b'"received": "?"', 1))
    result = exported(wrong, bucket)
    assert "issue-0/jats/a39.xml" in result.run.removed
    assert "issue-0/jats/a39.xml" not in objects(bucket)
    exported(few, tmp_path / "first")
    exported(wrong, tmp_path / "first")
    assert objects(bucket) == without_lock(contents(tmp_path / "first"))


def test_an_object_that_was_changed_is_kept(bucket: str, few: Path) -> None:
    from s3fs import S3FileSystem

    exported(few, bucket)
    changed = f"{bucket}/issue-0/jats/a39.xml"
    S3FileSystem().pipe_file(changed, b"corrected")
    result = exported(few, bucket)
    kept = "issue-0/jats/a39.xml.changed-20240601120000000"
    assert result.run.renamed == {"issue-0/jats/a39.xml": kept}
    found = objects(bucket)
    assert found[kept] == b"corrected"
    manifest = parsed_manifest(found[f"issue-0/{MANIFEST}"], "")
    digest = sha256(found["issue-0/jats/a39.xml"]).hexdigest()
    assert manifest.files["jats/a39.xml"].sha256 == digest


def test_documents_in_memory_are_written_too(bucket: str, few: Path, tmp_path: Path) -> None:
    kept = jatsx.export(few, timestamp="20240601120000000")
    kept.write(bucket)
    kept.write(tmp_path)
    assert objects(bucket) == without_lock(contents(tmp_path))


def test_a_storage_without_its_package() -> None:
    with pytest.raises(jatsx.StoragePackageMissing, match="gcsfs"):
        ObjectOutput("gs://bucket/folder")
