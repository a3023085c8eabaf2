"""ZIP files of a document and files of the issue folder: whole, the same twice, or a finding."""

from __future__ import annotations

import json
import os
import tracemalloc
from collections.abc import Iterable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile

import pytest

from jatsx.documents.document import Attachment, Document, ExportContext
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.pipeline.export import DocumentBatch, packed_in_memory
from jatsx.pipeline.manifest import ManifestFile, read_manifest
from jatsx.pipeline.package import (
    Attached,
    AttachmentLost,
    Package,
    attached,
    write_package,
)
from jatsx.pipeline.result import ArticleResult, Status
from jatsx.plugin.exporter import Exporter
from tests.documents.making import made
from tests.pipeline.formats import Exported, article, exported, fmt, note

PDF: Final = b"%PDF-1.7\n"
IDS: Final = ("01", "02", "03")


def zipped(run: Sequence[Article], _: ExportContext) -> Iterable[Document]:
    """A ZIP file of a run: its notes and the files of its articles."""
    content = made("notes", None, map(note, run))
    files = [
        Attachment(file.name, file.path, f"files[{n}].path", one.id)
        for one in run
        for n, file in enumerate(one.files)
    ]
    yield Document(f"{run[0].issue.id}.zip", content, content_name="notes.xml", attachments=files)


ZIPPED: Final = fmt(zipped, per="issue", whole=True)


def with_file(id: str, path: str = "") -> dict[str, Any]:
    file = {"path": path or f"pdf/{id}.pdf", "kind": "full-text"}
    return article(id, files=[file], issue={"id": "2024-2"})


def made_files(folder: Path, ids: Iterable[str] = IDS) -> None:
    (folder / "pdf").mkdir(exist_ok=True)
    for id in ids:
        (folder / "pdf" / f"{id}.pdf").write_bytes(PDF + id.encode())


def export_of(
    folder: Path,
    articles: Sequence[dict[str, Any]],
    *others: Exporter,
    **asked: Any,
) -> Exported:
    return exported(folder, ZIPPED, *others, articles=articles, **asked)


def package_in(folder: Path) -> Path:
    (path,) = folder.rglob("*.zip")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made_files(tmp_path)
    return tmp_path


def test_it_has_the_document_then_the_attachments_in_their_order(folder: Path) -> None:
    done = export_of(folder, [with_file(id) for id in IDS])
    assert done.statuses == dict.fromkeys(IDS, "valid")
    with ZipFile(package_in(done.out)) as package:
        assert package.testzip() is None
        assert package.namelist() == ["notes.xml", "01.pdf", "02.pdf", "03.pdf"]
        assert package.read("02.pdf") == PDF + b"02"
        assert package.read("notes.xml").count(b"<note ") == 3
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.compress_type for one in package.infolist()} == {ZIP_STORED}


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    articles = [with_file(id) for id in IDS]
    first = package_in(export_of(folder, articles).out).read_bytes()
    for file in (folder / "pdf").iterdir():
        os.utime(file, (1, 1))
        file.chmod(0o600)
    assert package_in(export_of(folder, articles).out).read_bytes() == first


def test_the_manifest_has_the_hash_of_the_file_and_names_it_as_all_others(folder: Path) -> None:
    done = export_of(folder, [with_file(id) for id in IDS])
    (listed,) = read_manifest(done.out / "2024-2").files.values()
    assert listed.name == "notes/2024-2.zip"
    assert listed.sha256 == sha256(package_in(done.out).read_bytes()).hexdigest()
    again = export_of(folder, [with_file(id) for id in IDS])
    assert (again.result.removed, again.result.renamed) == ([], {})


def test_a_package_that_was_changed_by_hand_is_kept(folder: Path) -> None:
    path = package_in(export_of(folder, [with_file("01")]).out)
    path.write_bytes(b"mine")
    done = export_of(folder, [with_file("01")])
    (kept,) = done.result.renamed.values()
    assert (done.out / kept).read_bytes() == b"mine"
    with ZipFile(path) as package:
        assert package.namelist() == ["notes.xml", "01.pdf"]


def test_only_the_article_of_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "pdf" / "02.pdf").unlink()
    done = export_of(folder, [with_file(id) for id in IDS])
    assert done.statuses == {"01": "valid", "02": "refused", "03": "valid"}
    (error,) = [one for one in done.of("02") if one.target]
    assert (error.code, error.field) == ("attachment-file-missing", "files[0].path")
    assert error.place is not None
    assert error.place.line == 2
    with ZipFile(package_in(done.out)) as package:
        assert package.namelist() == ["notes.xml", "01.pdf", "03.pdf"]


def linked(folder: Path) -> str:
    (folder / "pdf" / "link.pdf").symlink_to(folder / "pdf" / "03.pdf")
    return "pdf/link.pdf"


def linked_folder(folder: Path) -> str:
    (folder / "other").symlink_to(folder / "pdf")
    return "other/03.pdf"


def outside(folder: Path) -> str:
    return f"../{folder.name}/pdf/03.pdf"


def absolute(folder: Path) -> str:
    return str(folder / "pdf" / "03.pdf")


def a_folder(_: Path) -> str:
    return "pdf"


def a_pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe.pdf")
    return "pipe.pdf"


REFUSED: Final = (linked, linked_folder, outside, absolute, a_folder, a_pipe)


@pytest.mark.parametrize("make", REFUSED)
def test_only_regular_files_inside_the_folder_are_read(make: Any, folder: Path) -> None:
    path = make(folder)
    done = export_of(folder, [with_file("01"), with_file("02", path)])
    assert done.statuses == {"01": "valid", "02": "refused"}
    assert [one.code for one in done.of("02") if one.target] == ["attachment-file-unreadable"]
    assert b"03" not in package_in(done.out).read_bytes()


def test_a_file_that_is_changed_before_it_is_packed_refuses_the_package(folder: Path) -> None:
    """Another format changes it after the first one was exported, before anything is written."""

    def changing(run: Sequence[Article], _: ExportContext) -> Iterable[Document]:
        (folder / "pdf" / "02.pdf").write_bytes(PDF + b"longer than before")
        return [Document("2024-2.xml", made("notes", None, map(note, run)))]

    articles = [with_file(id) for id in IDS]
    former = package_in(export_of(folder, articles).out)
    done = export_of(folder, articles, fmt(changing, "zz", per="issue", whole=True))
    statuses = {one.targets["notes"].status for one in done.result.articles}
    assert statuses == {Status.REFUSED}
    assert {one.targets["zz"].status for one in done.result.articles} == {Status.VALID}
    assert [(one.code, one.field) for one in done.of("02") if one.target] == [
        ("attachment-file-changed", "files[0].path")
    ]
    (error,) = [one for one in done.of("02") if one.target]
    assert error.place is not None
    assert error.place.line == 2
    assert not former.exists()
    assert done.result.removed == ["2024-2/notes/2024-2.zip"]
    assert not [path for path in done.out.rglob("*") if path.name.endswith(".tmp")]


def test_documents_of_a_batch_are_written_together_or_not_at_all(folder: Path) -> None:
    def both(run: Sequence[Article], context: ExportContext) -> Iterable[Document]:
        yield Document("index.xml", made("notes", None, map(note, run)))
        yield from zipped(run, context)

    def changing(_: Sequence[Article], __: ExportContext) -> Iterable[Document]:
        (folder / "pdf" / "01.pdf").unlink()
        return []

    formats = (fmt(both, per="issue", whole=True), fmt(changing, "zz", per="issue", whole=True))
    done = exported(folder, *formats, articles=[with_file("01")])
    assert done.files() == []
    assert "attachment-file-missing" in {one.code for one in done.of("01")}


def test_refused_packages_are_kept_as_their_document(folder: Path) -> None:
    (folder / "pdf" / "02.pdf").unlink()
    done = export_of(folder, [with_file(id) for id in IDS], keep_refused=True)
    assert done.files() == ["notes/2024-2.zip", "refused/notes/02/2024-2/notes.xml"]


def with_attachments(*names: str, content_name: str = "notes.xml") -> Exporter:
    def make(run: Sequence[Article], _: ExportContext) -> Iterable[Document]:
        files = [Attachment(name, "pdf/01.pdf", "files[0].path", "01") for name in names]
        content = made("notes", None, map(note, run))
        yield Document("2024-2.zip", content, content_name=content_name, attachments=files)

    return fmt(make, per="issue", whole=True)


WRONG: Final = {
    "a name twice": with_attachments("a.pdf", "A.PDF"),
    "the name of the document": with_attachments("Notes.xml"),
    "a folder": with_attachments("a/b.pdf"),
    "a folder of Windows": with_attachments("a\\b.pdf"),
    "no ZIP file": with_attachments("a.pdf", content_name=""),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_exporter_with_wrong_names_fails(name: str, folder: Path) -> None:
    done = exported(folder, WRONG[name], articles=[with_file("01")])
    assert done.statuses == {"01": "failed"}
    assert done.files() == []


def package_of(folder: Path, path: str = "pdf/01.pdf") -> Package:
    """A package of one file, as it is now."""
    one = Attachment("01.pdf", path, "files[0].path", "01")
    document = Document("2024-2.zip", b"", content_name="notes.xml", attachments=[one])
    (found,) = attached(document, {"01": folder}, "notes")
    assert isinstance(found, Attached)
    return Package("notes", "notes.xml", b"<notes/>", [found])


class Disturbing(BytesIO):
    """A file that disturbs another one when something is written to it."""

    def __init__(self, file: Path, content: bytes) -> None:
        super().__init__()
        self.file, self.disturbance = file, content

    def write(self, data: Any) -> int:
        if bytes(data).startswith(PDF):
            self.file.write_bytes(self.disturbance)
        return super().write(data)


@pytest.mark.parametrize("content", [b"", PDF, PDF * 500_000])
def test_a_file_that_changes_while_it_is_read_is_a_finding(folder: Path, content: bytes) -> None:
    path = folder / "pdf" / "01.pdf"
    path.write_bytes(PDF + b"x" * 3_000_000)
    with pytest.raises(AttachmentLost) as lost:
        write_package(package_of(folder), Disturbing(path, content))
    assert lost.value.finding.code == "attachment-file-changed"


@pytest.mark.parametrize("length", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_files_of_every_length_are_copied_whole(folder: Path, length: int) -> None:
    (folder / "pdf" / "01.pdf").write_bytes(b"x" * length)
    written = BytesIO()
    write_package(package_of(folder), written)
    with ZipFile(written) as package:
        assert package.read("01.pdf") == b"x" * length


def test_the_memory_does_not_grow_with_the_files(folder: Path) -> None:
    with (folder / "pdf" / "01.pdf").open("wb") as file:
        file.truncate(200_000_000)
    package = package_of(folder)
    with (folder / "out.zip").open("wb") as target:
        tracemalloc.start()
        write_package(package, target)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert (folder / "out.zip").stat().st_size > 200_000_000
    assert most < 8_000_000


def test_in_memory_a_lost_file_refuses_the_batch(folder: Path) -> None:
    package = package_of(folder)
    articles = [ArticleResult("a.yaml", id) for id in ("01", "02")]
    entry = ManifestFile("notes/2024-2.zip", "notes", "", ["01", "02"])
    batch = DocumentBatch("notes", [(entry, package)], articles)
    (folder / "pdf" / "01.pdf").unlink()
    packed_in_memory(batch)
    assert list(batch.documents) == []
    assert [one.targets["notes"].status for one in articles] == [Status.REFUSED] * 2
    assert [[finding.code for finding in one.findings] for one in articles] == [
        ["attachment-file-missing"],
        [],
    ]


def test_files_are_looked_for_in_the_folder_of_the_source(folder: Path) -> None:
    """Not in the working folder, and not in that of the output."""
    source = folder / "elsewhere"
    source.mkdir()
    made_files(source, ["01"])
    (source / "pdf" / "01.pdf").write_bytes(b"elsewhere")
    done = exported(source, ZIPPED, articles=[with_file("01")])
    with ZipFile(package_in(done.out)) as package:
        assert package.read("01.pdf") == b"elsewhere"


def test_a_lost_file_is_found_in_the_report_too(folder: Path) -> None:
    (folder / "pdf" / "02.pdf").unlink()
    done = export_of(folder, [with_file(id) for id in IDS])
    codes = [one["code"] for one in done.report["articles"][1]["findings"]]
    assert "attachment-file-missing" in codes
    assert json.dumps(done.report)


def test_the_finding_has_a_sentence(folder: Path) -> None:
    (folder / "pdf" / "02.pdf").unlink()
    done = export_of(folder, [with_file("02")])
    (error,) = [one for one in done.of("02") if one.target]
    assert isinstance(error, Finding)
    assert done.result.message(error) == (
        "The file pdf/02.pdf is missing, so that the ZIP file for notes cannot be made."
    )
