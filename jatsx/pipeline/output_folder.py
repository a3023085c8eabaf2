"""The output folder: a folder for each issue, with its documents, its manifest and its report.

An export removes only files that it replaces: files of the same issue and the same formats that the
manifest lists, and that this run does not write again. A file that was changed by hand is renamed.
Links in the folder of an issue are not followed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from errno import EINVAL
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO, Final

from jatsx.pipeline.folder_lock import LOCK, FolderLock
from jatsx.pipeline.manifest import (
    MANIFEST,
    Manifest,
    ManifestFile,
    file_line,
    read_manifest,
)
from jatsx.pipeline.package import Package, write_package
from jatsx.pipeline.whole_files import FileInProgress, final_name, write_whole
from jatsx.readers.file_state import file_state

REPORT: Final = "report.json"
"""The name of a report: of the run in the output folder, of an issue in the issue's folder."""


class LinkInFolder(OSError):
    """A file or folder of the output is a link, which might lead to files of others."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a link")
        self.path = path


class FolderTaken(OSError):
    """The folder of an issue has an issue of another journal with the same id."""

    def __init__(self, folder: Path, journal: str) -> None:
        super().__init__(f"{folder} contains an issue of {journal}")
        self.folder = folder
        self.journal = journal


class FolderMoved(OSError):
    """The folder of an issue was moved or deleted while an export was writing to it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} was moved or deleted")
        self.folder = folder


class IssueFolder:
    """The folder of an issue in the output folder, locked while it is open.

    ``removed`` are the files that the former export wrote and this one did not; ``renamed`` are
    files that were changed by hand, with their new names. Names are paths in this folder, with
    ``/``.
    """

    def __init__(self, path: Path, timestamp: str) -> None:
        """Opens the folder of an issue, which is created if necessary.

        Raises:
            FolderLocked: another export is writing to it.
            LinkInFolder: it is a link.
            ManifestTooNew: a newer version of jatsx wrote to it.
            OSError: it cannot be opened.
        """
        for own in (path, path / MANIFEST, path / LOCK):
            if own.is_symlink():
                raise LinkInFolder(own)
            if own != path and own.exists() and not own.is_file():
                raise OSError(EINVAL, "Not a regular file", str(own))
        self.path = path
        self.timestamp = timestamp
        self.removed: list[str] = []
        self.renamed: dict[str, str] = {}
        self._written: dict[str, ManifestFile] = {}
        self._entries: BinaryIO | None = None
        self._lock = FolderLock(path)
        self._state = file_state(path)
        try:
            self.former = read_manifest(path)
            self.report = FileInProgress(path / REPORT)
        except BaseException:
            self._lock.release()
            raise

    def write_all(self, files: Iterable[tuple[ManifestFile, bytes | Package]]) -> None:
        """Writes files of the manifest: all of them, or none if a ZIP file cannot be made.

        Raises:
            AttachmentLost: a file that a ZIP file should contain cannot be read, or was changed.
            FolderMoved: the folder of the issue was moved or deleted.
            LinkInFolder: the folder of the format is a link.
            OSError: one of them cannot be written.
        """
        with ExitStack() as unfinished:
            ready = [(file, self._prepared(file, content, unfinished)) for file, content in files]
            for file, content in ready:
                self.write(file, content)

    def write(self, file: ManifestFile, content: bytes | FileInProgress) -> None:
        """Writes a file of the manifest.

        Raises:
            FolderMoved: the folder of the issue was moved or deleted.
            LinkInFolder: the folder of the format is a link.
            OSError: it cannot be written.
        """
        self._check_place()
        path = self.path / file.name
        self._check_folders(path)
        self._keep_changed(file.name)
        if isinstance(content, FileInProgress):
            self._add(replace(file, sha256=content.sha256()))
            content.finish()
            return
        self._add(file)
        try:
            write_whole(path, content)
        except FileNotFoundError:
            self._make_folders(path)
            write_whole(path, content)

    def finish(
        self,
        journal: Sequence[str],
        formats: Collection[str],
        articles: Collection[str] | None,
    ) -> None:
        """Removes files that are replaced, and writes the manifest and the report.

        Args:
            journal: the identifiers and titles of the journal.
            formats: the formats of the run. Files of other formats stay.
            articles: the ids of the articles that were read, if they are only a part of the issue:
                files with other articles stay. None for a whole issue.

        Raises:
            FolderMoved: the folder of the issue was moved or deleted.
            OSError: something cannot be written or removed.
        """
        self._check_place()
        for name in [*self.former.replaced(self._written, formats, articles)]:
            self._check_folders(self.path / name)
            if not self._keep_changed(name):
                (self.path / name).unlink(missing_ok=True)
                self.removed.append(name)
            self.former.files.pop(name)
            _remove_empty(self.path, (self.path / name).parent)
        self._remove_temporary()
        if self._entries is not None:
            self._entries.close()
            self._entries = None
        content = self.former.followed_by(self.path.name, journal, self._written)
        self.report.finish()
        write_whole(self.path / MANIFEST, content)

    def close(self) -> None:
        """Unlocks the folder. An unfinished report is removed."""
        if self._entries is not None:
            self._entries.close()
        self.report.discard()
        self._lock.release()

    def _prepared(
        self, file: ManifestFile, content: bytes | Package, unfinished: ExitStack
    ) -> bytes | FileInProgress:
        """The content; a ZIP file is written, but does not have its final name yet."""
        if not isinstance(content, Package):
            return content
        self._check_place()
        path = self.path / file.name
        self._check_folders(path)
        self._make_folders(path)
        in_progress = FileInProgress(path)
        unfinished.callback(in_progress.discard)
        write_package(content, in_progress.file)
        return in_progress

    def _add(self, file: ManifestFile) -> None:
        """Adds a file to the manifest before it is written."""
        if self._entries is None:
            self._entries = (self.path / MANIFEST).open("ab")
        self._entries.write(b"\n" + file_line(file))
        self._entries.flush()
        self._written[file.name] = file

    def _keep_changed(self, name: str) -> bool:
        """Renames a file that was changed by hand. Whether the file had been changed."""
        path = self.path / name
        if name in self._written or not (path.is_symlink() or path.exists()):
            return False
        if not path.is_symlink() and path.is_file():
            digest = sha256(path.read_bytes()).hexdigest()
            if digest in self.former.hashes.get(name, ()):
                return False
        new = _free_name(path, f"changed-{self.timestamp}")
        path.rename(new)
        self.renamed[name] = new.relative_to(self.path).as_posix()
        return True

    def _check_place(self) -> None:
        if self.path.is_symlink() or file_state(self.path) != self._state:
            raise FolderMoved(self.path)

    def _make_folders(self, path: Path) -> None:
        """Creates the folders between the folder of the issue and a file."""
        inside = list(takewhile(lambda parent: parent != self.path, path.parents))
        self._check_place()
        try:
            for folder in reversed(inside):
                folder.mkdir(exist_ok=True)
        except FileNotFoundError:
            raise FolderMoved(self.path) from None

    def _check_folders(self, path: Path) -> None:
        for parent in path.parents:
            if parent == self.path:
                return
            if parent.is_symlink():
                raise LinkInFolder(parent)

    def _remove_temporary(self) -> None:
        """Removes temporary files that a killed export left."""
        names = {*self.former.hashes, *self._written, REPORT, MANIFEST}
        folders = {self.path, *((self.path / name).parent for name in names)}
        for folder in folders:
            for path in folder.iterdir() if folder.is_dir() else ():
                name = final_name(path.name)
                if name is None or path == self.report.temporary:
                    continue
                if path.with_name(name).relative_to(self.path).as_posix() in names:
                    path.unlink(missing_ok=True)


class OutputFolder:
    """The folder that an export writes to."""

    def __init__(self, path: Path, timestamp: str = "") -> None:
        self.path = path
        self.timestamp = timestamp
        self._started: dict[str, FileInProgress] = {}
        self._open: list[IssueFolder] = []

    def __enter__(self) -> OutputFolder:
        return self

    def __exit__(self, *_: object) -> None:
        """Unlocks all folders. Unfinished reports are removed."""
        for folder in self._open:
            folder.close()
        for file in self._started.values():
            file.discard()

    def manifest(self, issue: str) -> Manifest:
        """The manifest that a former export of an issue left; an empty one if there is none.

        Raises:
            ManifestTooNew: a newer version of jatsx wrote it.
            OSError: it cannot be read.
        """
        folder = self.path / issue
        return Manifest() if folder.is_symlink() else read_manifest(folder)

    def open_issue(self, issue: str) -> IssueFolder:
        """The folder of an issue, opened and locked. Raises the errors of :class:`IssueFolder`."""
        folder = IssueFolder(self.path / issue, self.timestamp)
        self._open.append(folder)
        return folder

    def close_issue(self, folder: IssueFolder) -> None:
        """Unlocks the folder of an issue."""
        folder.close()
        self._open.remove(folder)

    def read(self, issue: str, name: str) -> bytes | None:
        """A file of an issue; None if there is none. Links are not followed."""
        path = self.path / issue / name
        if any(one.is_symlink() for one in (path, path.parent, self.path / issue)):
            return None
        return path.read_bytes() if path.is_file() else None

    def write_note(self, issue: str, name: str, content: bytes) -> None:
        """Writes a file of jatsx itself to the folder of an issue."""
        write_whole(self.path / issue / name, content)

    @property
    def report(self) -> FileInProgress:
        """The report of the run, in progress."""
        return self.started(REPORT)

    def started(self, name: str) -> FileInProgress:
        """A file of the run, in progress."""
        if name not in self._started:
            self._started[name] = FileInProgress(self.path / name)
        return self._started[name]


def file_names(folder: Path) -> Iterable[str]:
    """The documents in an output folder, as paths with ``/``: the files of its manifests."""
    for issue in sorted(folder.iterdir()) if folder.is_dir() else ():
        if issue.is_dir() and not issue.is_symlink():
            yield from (f"{issue.name}/{name}" for name in sorted(read_manifest(issue).files))


def _free_name(path: Path, suffix: str) -> Path:
    """A name for a renamed file that no other file has."""
    new, number = path.with_name(f"{path.name}.{suffix}"), 1
    while new.exists() or new.is_symlink():
        number += 1
        new = path.with_name(f"{path.name}.{suffix}-{number}")
    return new


def _remove_empty(root: Path, folder: Path) -> None:
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
