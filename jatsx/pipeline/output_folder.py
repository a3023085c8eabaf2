"""The output folder. A file there is whole, or it doesn't carry its name."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

MARKER = ".jatsx.jsonl"
"""The file that lists what jatsx wrote to a folder: a name on each line, as a JSON string."""
REPORT = "report.json"
NOT_FOREIGN = frozenset({MARKER, REPORT, ".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that don't make a folder somebody else's: our own, and those that desktops leave."""
_HALF = re.compile(r"\.(.+)\.[0-9]+\.tmp")


class ForeignFiles(Exception):
    """A folder holds files that jatsx didn't write."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        super().__init__(f"{folder}: {', '.join(names)}")
        self.folder = folder
        self.names = names


class OutputFolder:
    """A folder that an export writes to, and nobody else meanwhile.

    ``former`` are the files that a former export wrote.

    What a former export wrote and this one doesn't write again is removed by :meth:`finish`, so
    that yesterday's valid file of an article refused today isn't deposited.
    """

    def __init__(self, path: Path, former: Collection[str] = ()) -> None:
        self.path = path
        self.former = set(former)
        self.written: set[str] = set()
        self._report: _HalfFile | None = None
        self._marker: BinaryIO | None = None

    def __enter__(self) -> OutputFolder:
        return self

    def __exit__(self, *_: object) -> None:
        """Leaves neither an open file nor half a report where the export was broken off."""
        try:
            self._close_marker()
        finally:
            if self._report is not None:
                self._report.drop()

    def write(self, name: str, content: bytes) -> None:
        """Writes a file, whose name is a path in the folder with ``/``.

        Its name is listed first, so that a killed export leaves nothing that looks foreign.
        """
        if name not in self.former and name not in self.written:
            self._list(name)
        self.written.add(name)
        write_whole(self.path / name, content)

    @property
    def report(self) -> BinaryIO:
        """Where the report is written to, piece by piece; it gets its name at the end.

        A former report, which speaks of other files, is removed.
        """
        if self._report is None:
            (self.path / REPORT).unlink(missing_ok=True)
            self._report = _HalfFile(self.path / REPORT)
        return self._report.file

    def finish(self, *, keep_former: bool = False) -> None:
        """Ends the report and removes what a former export wrote and this one didn't.

        With ``keep_former`` nothing is removed: a misspelt path is no reason to.
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
        """Adds a name to the marker, which stays open and holds no name back."""
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
    """The output folder at a path, which need not exist.

    Raises:
        ForeignFiles: it holds files that jatsx didn't write, and ``force`` isn't set.
    """
    present = {name for name in _present(path) if Path(name).name not in NOT_FOREIGN}
    ours = {*_listed(path), MARKER, REPORT}
    former = {name for name in present if _final_name(name) in ours}
    foreign = sorted(present - former)
    if foreign and not force:
        raise ForeignFiles(path, foreign)
    return OutputFolder(path, former)


class _HalfFile:
    """A file that gets its name when it is whole."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.temporary = _temporary(path)
        self.file = self.temporary.open("wb")

    def finish(self) -> None:
        """Gives it its name."""
        self.file.close()
        self.temporary.replace(self.path)

    def drop(self) -> None:
        """Removes it, if it hasn't got its name."""
        self.file.close()
        self.temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that its name never stands for half of it."""
    temporary = _temporary(path)
    try:
        _write(temporary, content)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _write(path: Path, content: bytes) -> None:
    """Writes a file; makes its folder where there is none yet."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _listed(path: Path) -> set[str]:
    """The names that a folder's marker lists, whatever stands in it."""
    try:
        lines = (path / MARKER).read_bytes().splitlines()
    except OSError:
        return set()
    return {name for name in map(_name, lines) if name is not None}


def _line(name: str) -> bytes:
    return json.dumps(name).encode() + b"\n"


def _name(line: bytes) -> str | None:
    """The name on a line of a marker; None where a killed export, or a person, left something."""
    try:
        name = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return name if isinstance(name, str) else None


def _final_name(name: str) -> str:
    """The name of a file; of half a file that a killed export left, the one it was to have."""
    folder, slash, file = name.rpartition("/")
    half = _HALF.fullmatch(file)
    return f"{folder}{slash}{half[1]}" if half else name


def _present(path: Path) -> set[str]:
    """The files in a folder; what lies behind a link isn't in it."""
    if not path.is_dir():
        return set()
    return {file.relative_to(path).as_posix() for file in path.rglob("*") if not file.is_dir()}


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
