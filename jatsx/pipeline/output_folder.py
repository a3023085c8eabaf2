"""The output folder. A file gets its final name only when it is complete."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

MARKER = ".jatsx.jsonl"
"""The file that lists the files written by jatsx: a name on each line, as a JSON string."""
REPORT = "report.json"
NOT_FOREIGN = frozenset({MARKER, REPORT, ".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that do not count as foreign: those of jatsx, and those that desktops create."""
_TEMPORARY = re.compile(r"\.(.+)\.[0-9]+\.tmp")


class ForeignFiles(Exception):
    """A folder contains files that jatsx did not write."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        super().__init__(f"{folder}: {', '.join(names)}")
        self.folder = folder
        self.names = names


class OutputFolder:
    """The folder that an export writes to. Nothing else may write to it at the same time.

    ``former`` are the files of an earlier export. :meth:`finish` deletes those that are not written
    again. So the old file of an article that is refused now cannot be deposited by mistake.
    """

    def __init__(self, path: Path, former: Collection[str] = ()) -> None:
        self.path = path
        self.former = set(former)
        self.written: set[str] = set()
        self._report: _UnfinishedFile | None = None
        self._marker: BinaryIO | None = None

    def __enter__(self) -> OutputFolder:
        return self

    def __exit__(self, *_: object) -> None:
        """Closes open files, and deletes the report if the export was interrupted."""
        try:
            self._close_marker()
        finally:
            if self._report is not None:
                self._report.drop()

    def write(self, name: str, content: bytes) -> None:
        """Writes a file. Its name is a path in the folder, with ``/``.

        The name is added to the list first, so that an interrupted export leaves no foreign files.
        """
        if name not in self.former and name not in self.written:
            self._list(name)
        self.written.add(name)
        write_whole(self.path / name, content)

    @property
    def report(self) -> BinaryIO:
        """The open file of the report. It gets its final name at the end.

        The report of an earlier export is deleted.
        """
        if self._report is None:
            (self.path / REPORT).unlink(missing_ok=True)
            self._report = _UnfinishedFile(self.path / REPORT)
        return self._report.file

    def finish(self, *, keep_former: bool = False) -> None:
        """Completes the report, and deletes files of an earlier export that were not written again.

        With ``keep_former`` nothing is deleted, for example because no input was found.
        """
        if keep_former:
            self.written |= self.former
        for name in self.former - self.written:
            (self.path / name).unlink(missing_ok=True)
            _remove_empty(self.path, (self.path / name).parent)
        if self._report is not None:
            self._report.finish()
        self._close_marker()
        write_whole(self.path / MARKER, b"".join(map(_line, sorted(self.written))))

    def _list(self, name: str) -> None:
        """Adds a name to the list. The list stays open, and the name is written at once."""
        if self._marker is None:
            self.path.mkdir(parents=True, exist_ok=True)
            self._marker = (self.path / MARKER).open("ab")
        self._marker.write(b"\n" + _line(name))
        self._marker.flush()

    def _close_marker(self) -> None:
        if self._marker is not None:
            self._marker.close()
            self._marker = None


def open_output_folder(path: Path, *, force: bool = False) -> OutputFolder:
    """The output folder at a path, which does not have to exist.

    Raises:
        ForeignFiles: it contains files that jatsx did not write, and ``force`` is not set.
    """
    present = {name for name in _present(path) if Path(name).name not in NOT_FOREIGN}
    ours = {*_listed(path), MARKER, REPORT}
    former = {name for name in present if _final_name(name) in ours}
    foreign = sorted(present - former)
    if foreign and not force:
        raise ForeignFiles(path, foreign)
    return OutputFolder(path, former)


class _UnfinishedFile:
    """A file that gets its final name when it is complete."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.temporary = _temporary(path)
        self.file = self.temporary.open("wb")

    def finish(self) -> None:
        """Closes the file and gives it its final name."""
        self.file.close()
        self.temporary.replace(self.path)

    def drop(self) -> None:
        """Closes the file and deletes it, unless it has its final name."""
        self.file.close()
        self.temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that gets its final name only when it is complete."""
    temporary = _temporary(path)
    try:
        _write(temporary, content)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _write(path: Path, content: bytes) -> None:
    """Writes a file, and creates its folder if necessary."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _listed(path: Path) -> set[str]:
    """The names in the list of a folder. Invalid lines are ignored."""
    try:
        lines = (path / MARKER).read_bytes().splitlines()
    except OSError:
        return set()
    return {name for name in map(_name, lines) if name is not None}


def _line(name: str) -> bytes:
    return json.dumps(name).encode() + b"\n"


def _name(line: bytes) -> str | None:
    """The name on a line of the list; None if the line is incomplete or invalid."""
    try:
        name = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return name if isinstance(name, str) else None


def _final_name(name: str) -> str:
    """The final name of a file, also of a temporary file that an interrupted export left."""
    folder, slash, file = name.rpartition("/")
    temporary = _TEMPORARY.fullmatch(file)
    return f"{folder}{slash}{temporary[1]}" if temporary else name


def _present(path: Path) -> set[str]:
    """The files in a folder. Links to folders are not followed."""
    if not path.is_dir():
        return set()
    return {file.relative_to(path).as_posix() for file in path.rglob("*") if not file.is_dir()}


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
