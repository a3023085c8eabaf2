"""The output folder: whole files, the files of former exports, of others, and those changed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from jatsx.pipeline.folder_lock import LOCK, FolderLocked
from jatsx.pipeline.manifest import MANIFEST, ManifestFile, ManifestTooNew, read_manifest
from jatsx.pipeline.output_folder import (
    REPORT,
    FolderMoved,
    IssueFolder,
    LinkInFolder,
    OutputFolder,
)
from jatsx.pipeline.whole_files import write_whole

OWN = {REPORT, MANIFEST, LOCK}
JOURNAL = ("1563-0285", "Journal")
TIMESTAMP = "20240601120000000"


def names(folder: Path) -> set[str]:
    """The files in the folder of an issue besides report, manifest and lock."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {*paths} - OWN


def file(name: str, content: bytes = b"x", articles: Collection[str] = ()) -> ManifestFile:
    """An entry of the manifest; the format is the folder's name."""
    digest = sha256(content).hexdigest()
    return ManifestFile(name, name.partition("/")[0], digest, tuple(articles))


def exported(
    out: Path,
    *files: str | ManifestFile,
    formats: Collection[str] = ("jats", "doaj", "crossref"),
    articles: Collection[str] | None = None,
    content: bytes = b"x",
) -> IssueFolder:
    """A finished export of files of the issue 2024-2."""
    with OutputFolder(out, TIMESTAMP) as folder:
        issue = folder.open_issue("2024-2")
        for one in files:
            issue.write(file(one, content) if isinstance(one, str) else one, content)
        issue.report.file.write(b"{}")
        issue.finish(JOURNAL, formats, articles)
    return issue


def test_a_folder_holds_the_files_with_their_hashes_and_a_report(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    exported(out, "jats/01.xml", file("crossref/2024-2.xml", articles=("01", "02")))
    folder = out / "2024-2"
    assert names(folder) == {"jats/01.xml", "crossref/2024-2.xml"}
    assert (folder / REPORT).read_bytes() == b"{}"
    head, *entries = [json.loads(line) for line in (folder / MANIFEST).read_bytes().splitlines()]
    assert head == {"version": 1, "issue": "2024-2", "journal": [*JOURNAL]}
    assert entries == [
        {
            "file": "crossref/2024-2.xml",
            "format": "crossref",
            "sha256": sha256(b"x").hexdigest(),
            "articles": ["01", "02"],
        },
        {
            "file": "jats/01.xml",
            "format": "jats",
            "sha256": sha256(b"x").hexdigest(),
            "articles": [],
        },
    ]


# What a former export wrote


def test_a_file_that_is_not_written_again_is_removed_and_named(tmp_path: Path) -> None:
    exported(tmp_path, "jats/01.xml", "jats/02.xml", "doaj/2024-2.json")
    issue = exported(tmp_path, "jats/02.xml", formats=("jats", "doaj"))
    assert names(tmp_path / "2024-2") == {"jats/02.xml"}
    assert issue.removed == ["doaj/2024-2.json", "jats/01.xml"]
    assert not (tmp_path / "2024-2" / "doaj").exists()


def test_files_of_other_formats_stay(tmp_path: Path) -> None:
    exported(tmp_path, "jats/01.xml", "doaj/2024-2.json")
    issue = exported(tmp_path, "rsci/2024-2.xml", formats=("rsci",))
    assert names(tmp_path / "2024-2") == {"jats/01.xml", "doaj/2024-2.json", "rsci/2024-2.xml"}
    assert issue.removed == []
    assert {*read_manifest(tmp_path / "2024-2").files} == names(tmp_path / "2024-2")


def test_files_of_other_issues_and_of_others_stay(tmp_path: Path) -> None:
    for path in (tmp_path / "2024-1/jats/01.xml", tmp_path / "2024-2/jats/note.txt"):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"mine")
    exported(tmp_path, "jats/01.xml")
    exported(tmp_path)
    assert (tmp_path / "2024-1/jats/01.xml").read_bytes() == b"mine"
    assert names(tmp_path / "2024-2") == {"jats/note.txt"}


def test_a_part_of_an_issue_removes_nothing_of_other_articles(tmp_path: Path) -> None:
    files = [file("jats/01.xml", articles=["01"]), file("jats/02.xml", articles=["02"])]
    whole = file("crossref/2024-2.xml", articles=["01", "02"])
    exported(tmp_path, *files, whole)
    issue = exported(tmp_path, articles=["01"])
    assert issue.removed == ["jats/01.xml"]
    assert names(tmp_path / "2024-2") == {"jats/02.xml", "crossref/2024-2.xml"}


def test_without_formats_nothing_is_removed(tmp_path: Path) -> None:
    exported(tmp_path, "jats/01.xml")
    assert exported(tmp_path, formats=()).removed == []
    assert names(tmp_path / "2024-2") == {"jats/01.xml"}


@pytest.mark.parametrize("gone", [["jats/01.xml"], ["jats/01.xml", "jats/02.xml"]])
def test_a_file_that_a_person_removed_does_no_harm(tmp_path: Path, gone: list[str]) -> None:
    exported(tmp_path, "jats/01.xml", "jats/02.xml")
    for name in gone:
        (tmp_path / "2024-2" / name).unlink()
    exported(tmp_path, "doaj/2024-2.json")
    assert names(tmp_path / "2024-2") == {"doaj/2024-2.json"}


# Files that were changed by hand


def test_a_changed_file_is_kept_under_another_name(tmp_path: Path) -> None:
    exported(tmp_path, "jats/01.xml", "jats/02.xml")
    for name in ("jats/01.xml", "jats/02.xml"):
        (tmp_path / "2024-2" / name).write_bytes(b"corrected")
    issue = exported(tmp_path, "jats/01.xml")
    new = f".changed-{TIMESTAMP}"
    assert issue.renamed == {
        "jats/01.xml": f"jats/01.xml{new}",
        "jats/02.xml": f"jats/02.xml{new}",
    }
    assert issue.removed == []
    assert names(tmp_path / "2024-2") == {"jats/01.xml", *issue.renamed.values()}
    assert (tmp_path / "2024-2" / f"jats/01.xml{new}").read_bytes() == b"corrected"
    assert (tmp_path / "2024-2" / "jats/01.xml").read_bytes() == b"x"


def test_a_file_of_others_with_the_same_name_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "2024-2" / "jats").mkdir(parents=True)
    (tmp_path / "2024-2" / "jats/01.xml").write_bytes(b"mine")
    issue = exported(tmp_path, "jats/01.xml")
    assert (tmp_path / "2024-2" / issue.renamed["jats/01.xml"]).read_bytes() == b"mine"


def test_no_changed_file_replaces_another(tmp_path: Path) -> None:
    for content in (b"first", b"second", b"third"):
        exported(tmp_path, "jats/01.xml")
        (tmp_path / "2024-2" / "jats/01.xml").write_bytes(content)
    exported(tmp_path, "jats/01.xml")
    kept = [path.read_bytes() for path in sorted((tmp_path / "2024-2/jats").glob("*changed*"))]
    assert sorted(kept) == [b"first", b"second", b"third"]


# Locks


def test_a_second_export_into_the_folder_is_refused(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as first:
        first.open_issue("2024-2")
        with OutputFolder(tmp_path) as second:
            with pytest.raises(FolderLocked):
                second.open_issue("2024-2")
            second.open_issue("2024-3")
    exported(tmp_path, "jats/01.xml")


TRY = """
import sys
from pathlib import Path
from jatsx.pipeline.folder_lock import FolderLocked
from jatsx.pipeline.output_folder import OutputFolder
try:
    OutputFolder(Path(sys.argv[1])).open_issue("2024-2")
except FolderLocked:
    sys.exit(9)
"""


def test_the_lock_holds_between_processes_and_ends_with_them(tmp_path: Path) -> None:
    def tried() -> int:
        return subprocess.run([sys.executable, "-c", TRY, tmp_path], check=False).returncode

    with OutputFolder(tmp_path) as folder:
        folder.open_issue("2024-2")
        assert tried() == 9
    assert [tried(), tried()] == [0, 0]


# Links


@pytest.mark.parametrize("link", ["2024-2", "2024-2/jats"])
def test_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    victim.mkdir()
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(victim, target_is_directory=True)
    with pytest.raises(LinkInFolder):
        exported(out, "jats/01.xml")
    assert [*victim.iterdir()] == []


@pytest.mark.parametrize("moment", ["before a file", "before the end"])
@pytest.mark.parametrize("instead", [None, "a folder", "a link"])
def test_a_folder_that_is_moved_away_is_not_made_again(
    tmp_path: Path, instead: str | None, moment: str
) -> None:
    moved, here = tmp_path / "moved", tmp_path / "out" / "2024-2"
    with OutputFolder(tmp_path / "out", TIMESTAMP) as folder:
        issue = folder.open_issue("2024-2")
        issue.write(file("jats/01.xml"), b"x")
        here.rename(moved)
        if instead == "a folder":
            here.mkdir()
        elif instead == "a link":
            here.symlink_to(moved)
        next_step = {
            "before a file": lambda: issue.write(file("jats/02.xml"), b"x"),
            "before the end": lambda: issue.finish(JOURNAL, ("jats",), None),
        }
        with pytest.raises(FolderMoved):
            next_step[moment]()
    assert names(moved) - {path.name for path in moved.glob(".*.tmp")} == {"jats/01.xml"}
    assert here.exists() == (instead is not None)
    assert instead != "a folder" or not [*here.iterdir()]


@pytest.mark.parametrize("name", ["jats/01.xml", REPORT, MANIFEST, LOCK])
def test_a_link_in_place_of_a_file_is_not_followed(tmp_path: Path, name: str) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    victim.write_bytes(b"mine")
    (out / "2024-2" / name).parent.mkdir(parents=True)
    (out / "2024-2" / name).symlink_to(victim)
    try:
        exported(out, "jats/01.xml")
    except OSError:
        assert name in (LOCK, MANIFEST)
    assert victim.read_bytes() == b"mine"


def test_no_pipe_is_opened(tmp_path: Path) -> None:
    (tmp_path / "2024-2" / "jats").mkdir(parents=True)
    os.mkfifo(tmp_path / "2024-2/jats/01.xml")
    os.mkfifo(tmp_path / "2024-2" / REPORT)
    exported(tmp_path, "jats/01.xml")
    assert (tmp_path / "2024-2/jats/01.xml").read_bytes() == b"x"


# Exports that were broken off

KILLED = """
import os, sys
from hashlib import sha256
from pathlib import Path
from jatsx.pipeline.manifest import ManifestFile
from jatsx.pipeline.output_folder import OutputFolder

out, file = Path(sys.argv[1]), sys.argv[2]
replace = os.replace

def killed(self, target):
    os._exit(9) if target.name == file else replace(self, target)

Path.replace = killed
issue = OutputFolder(out).open_issue("2024-2")
issue.write(ManifestFile("jats/01.xml", "jats", sha256(b"y").hexdigest(), ("01",)), b"y")
issue.report.file.write(b"{}")
issue.finish(("Journal",), ("jats",), None)
"""


@pytest.mark.parametrize("file", ["01.xml", MANIFEST, REPORT])
def test_a_killed_export_leaves_nothing_that_looks_changed(tmp_path: Path, file: str) -> None:
    """SIGKILL or a power cut: no code runs afterwards."""
    exported(tmp_path, "jats/01.xml", "jats/02.xml")
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path, file], check=False)
    assert killed.returncode == 9
    issue = exported(tmp_path, "jats/03.xml")
    assert issue.renamed == {}
    assert names(tmp_path / "2024-2") == {"jats/03.xml"}


def test_an_export_that_is_broken_off_leaves_no_report(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as broken_off:
        broken_off.open_issue("2024-2").write(file("jats/01.xml"), b"x")
    assert not (tmp_path / "2024-2" / REPORT).exists()
    assert exported(tmp_path, "jats/02.xml").renamed == {}
    assert names(tmp_path / "2024-2") == {"jats/02.xml"}


# Manifests that are not ours

STRANGE: dict[str, str] = {
    "no JSON": "x",
    "an end too early": '"a',
    "a list": "[]",
    "depth": "[" * 100_000,
    "a number": "5",
    "null": "null",
    "other values": '1\nnull\n{}\n{"file": 5}\n{"file": "inside/none"}',
    "the folder": '{"file": ""}\n{"file": "."}\n{"file": "./"}',
    "a folder inside": '{"file": "inside"}',
    "no name": '{"file": "a\\u0000b/c"}',
    "a long name": f'{{"file": "a/{"x" * 5000}"}}',
    "half of a pair": '{"file": "a/\\ud800"}',
    "its own files": f'{{"file": "{MANIFEST}"}}\n{{"file": "{REPORT}"}}',
    "an odd head": '{"version": 0, "issue": 5, "journal": {"a": "b"}}',
}


@pytest.mark.parametrize("manifest", STRANGE.values(), ids=STRANGE)
def test_a_strange_manifest_does_no_harm(tmp_path: Path, manifest: str) -> None:
    folder = tmp_path / "2024-2"
    (folder / "inside").mkdir(parents=True)
    (folder / MANIFEST).write_text(manifest)
    exported(tmp_path, "jats/01.xml")
    assert names(folder) == {"jats/01.xml"}


def test_a_manifest_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2024-2").mkdir()
    (tmp_path / "2024-2" / MANIFEST).write_text('{"version": 2}\n')
    with pytest.raises(ManifestTooNew):
        exported(tmp_path, "jats/01.xml")


HOSTILE = [
    "../victim",
    "jats/../../victim",
    "/{victim}",
    "link/victim",
    "./../victim",
    "..\\victim",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_outside_is_removed_or_renamed(tmp_path: Path, name: str) -> None:
    victim, folder = tmp_path / "victim", tmp_path / "out" / "2024-2"
    folder.mkdir(parents=True)
    victim.write_text("mine")
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)
    written = name.replace("/{victim}", str(victim))
    entry = {"file": written, "format": "jats", "sha256": sha256(b"mine").hexdigest()}
    (folder / MANIFEST).write_text(json.dumps(entry))
    try:
        exported(tmp_path / "out", "jats/01.xml")
    except LinkInFolder:
        assert name == "link/victim"
    assert victim.read_text() == "mine"


@pytest.mark.parametrize(
    ("journal", "is_another"),
    [
        (("1563-0285", "Renamed"), False),
        (("2618-1215", "Journal"), False),
        (("2414-570X", "Affairs"), True),
        ((), False),
    ],
)
def test_another_journal_has_no_identifier_and_title_in_common(
    tmp_path: Path, journal: tuple[str, ...], is_another: bool
) -> None:
    exported(tmp_path, "jats/01.xml")
    manifest = OutputFolder(tmp_path).manifest("2024-2")
    assert manifest.is_of_another_journal(journal) is is_another


# Whole files


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "01.xml"
    write_whole(path, b"old")

    class BrokenOff(io.FileIO):
        def write(self, content: Any) -> int:
            super().write(content[:1])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda path, mode: BrokenOff(path, mode))
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["01.xml"]


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    """The file under the name is another one, not the same one changed."""
    path = tmp_path / "01.xml"
    write_whole(path, b"old")
    before = path.open("rb")
    write_whole(path, b"new")
    with before:
        assert before.read() == b"old"
    assert path.read_bytes() == b"new"
