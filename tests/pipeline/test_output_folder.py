"""The output folder: whole files, foreign ones, and former ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jatsx.pipeline.output_folder import (
    MARKER,
    REPORT,
    ForeignFiles,
    open_output_folder,
    write_whole,
)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def listed(folder: Path) -> list[str]:
    """The names in a folder's marker."""
    return [json.loads(line) for line in (folder / MARKER).read_bytes().splitlines()]


def exported(folder: Path, *files: str, force: bool = False) -> None:
    """A whole export of files with these names."""
    output = open_output_folder(folder, force=force)
    for name in files:
        output.write(name, name.encode())
    output.report.write(b"{}")
    output.finish()


def test_a_folder_holds_what_was_written_and_a_report(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    exported(out, "jats/01.xml", "jats/2024-2/02.xml")
    assert names(out) == {"jats/01.xml", "jats/2024-2/02.xml", REPORT, MARKER}
    assert (out / "jats/01.xml").read_bytes() == b"jats/01.xml"
    assert listed(out) == ["jats/01.xml", "jats/2024-2/02.xml"]


def test_what_isnt_written_again_is_removed_with_its_folder(tmp_path: Path) -> None:
    exported(tmp_path, "jats/a/01.xml", "jats/02.xml", "doaj/01.json")
    exported(tmp_path, "jats/02.xml")
    assert names(tmp_path) == {"jats/02.xml", REPORT, MARKER}
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"jats"}
    assert listed(tmp_path) == ["jats/02.xml"]


@pytest.mark.parametrize("gone", [["a/01"], ["a/01", "a/02"]])
def test_what_a_person_removed_is_no_loss(tmp_path: Path, gone: list[str]) -> None:
    exported(tmp_path, "a/01", "a/02")
    for name in gone:
        (tmp_path / name).unlink()
    exported(tmp_path, "b/01")
    assert names(tmp_path) == {"b/01", REPORT, MARKER}


def test_a_folder_that_a_person_removed_is_no_loss(tmp_path: Path) -> None:
    exported(tmp_path, "a/01", "b/01")
    (tmp_path / "a/01").unlink()
    (tmp_path / "a").rmdir()
    exported(tmp_path, "b/01")
    assert names(tmp_path) == {"b/01", REPORT, MARKER}


# Foreign files


@pytest.mark.parametrize("foreign", ["note.txt", "jats/note.txt", ".hidden"])
def test_a_folder_with_foreign_files_is_refused(tmp_path: Path, foreign: str) -> None:
    exported(tmp_path, "jats/01.xml")
    write_whole(tmp_path / foreign, b"mine")
    with pytest.raises(ForeignFiles) as refusal:
        open_output_folder(tmp_path)
    assert refusal.value.names == [foreign]


def test_foreign_files_stay_where_force_is_said(tmp_path: Path) -> None:
    write_whole(tmp_path / "jats/note.txt", b"mine")
    exported(tmp_path, "jats/01.xml", force=True)
    exported(tmp_path, force=True)
    assert names(tmp_path) == {"jats/note.txt", REPORT, MARKER}


def test_empty_folders_are_nobodys(tmp_path: Path) -> None:
    (tmp_path / "jats").mkdir()
    exported(tmp_path, "jats/01.xml")


def test_an_export_that_was_broken_off_leaves_nothing_foreign(tmp_path: Path) -> None:
    exported(tmp_path, "a/01")
    with open_output_folder(tmp_path) as broken_off:
        broken_off.write("a/02", b"")
    exported(tmp_path, "a/03")
    assert names(tmp_path) == {"a/03", REPORT, MARKER}


KILLED = """
import os, sys
from pathlib import Path
from jatsx.pipeline.output_folder import open_output_folder

out, file = Path(sys.argv[1]), sys.argv[2]
replace = os.replace

def killed(self, target):
    os._exit(9) if target.name == file else replace(self, target)

Path.replace = killed
output = open_output_folder(out)
output.write("a/01.xml", b"x")
output.report.write(b"{}")
output.finish()
"""


@pytest.mark.parametrize("file", ["01.xml", MARKER, REPORT])
def test_what_a_killed_export_left_behind_is_no_hindrance(tmp_path: Path, file: str) -> None:
    """SIGKILL or a power cut: nothing is tidied up."""
    exported(tmp_path, "a/02.xml")
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path, file], check=False)
    assert killed.returncode == 9
    exported(tmp_path, "a/03.xml")
    assert names(tmp_path) == {"a/03.xml", REPORT, MARKER}


# Markers that aren't ours

SAFE_MARKERS: dict[str, str] = {
    "no JSON": "x",
    "an end too early": '"a',
    "a list": "[]",
    "depth": "[" * 100_000,
    "a number": "5",
    "null": "null",
    "other values": '1\nnull\n{}\n"inside/none"',
    "the folder": '""\n"."\n"./"',
    "a folder inside": '"inside"',
    "no name": '"a\\u0000b"',
    "a long name": f'"{"x" * 5000}"',
    "half of a pair": '"\\ud800"',
    "its own files": f'"{MARKER}"\n"{REPORT}"',
    "the end of a killed export": '"a/01"\n"a/0',
}


@pytest.mark.parametrize("marker", SAFE_MARKERS.values(), ids=SAFE_MARKERS)
def test_a_strange_marker_does_no_harm(tmp_path: Path, marker: str) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / MARKER).write_text(marker)
    exported(tmp_path, "a/01")
    assert names(tmp_path) == {"a/01", REPORT, MARKER}


HOSTILE = ["../victim", "a/../../victim", "/{victim}", "link/victim", "./../victim", "..\\victim"]


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_outside_is_removed(tmp_path: Path, name: str) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    out.mkdir()
    victim.write_text("mine")
    (out / "link").symlink_to(tmp_path, target_is_directory=True)
    written = name.replace("/{victim}", str(victim))
    (out / MARKER).write_text(json.dumps(written))
    exported(out, "a/01", force=True)
    assert victim.read_text() == "mine"


# Whole files


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "01.xml"
    write_whole(path, b"old")

    def broken_off(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", broken_off)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"01.xml"}


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    """The file under the name is another one, not the same one changed."""
    path = tmp_path / "01.xml"
    write_whole(path, b"old")
    before = path.open("rb")
    write_whole(path, b"new")
    with before:
        assert before.read() == b"old"
    assert path.read_bytes() == b"new"


def test_a_marker_names_a_file_before_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an export that is broken off would leave a file that is nobody's."""
    marked: list[bool] = []
    replace = Path.replace

    def watched(self: Path, target: str | os.PathLike[str]) -> Path:
        if Path(target).name == "01.xml":
            marked.append("a/01.xml" in (tmp_path / MARKER).read_text())
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    with open_output_folder(tmp_path) as folder:
        folder.write("a/01.xml", b"x")
    assert marked == [True]
