"""Output to object storage, through fsspec: ``s3://bucket/folder``.

The rules are those of :mod:`jatsx.pipeline.output_folder`. An object is written at once, and the
manifest of an issue is written when all its documents and its report are there. Object storage has
no locks: only one export may write to an issue at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, Any

from jatsx.pipeline.manifest import MANIFEST, Manifest, ManifestFile, parsed_manifest
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.package import Package, write_package


class StoragePackageMissing(Exception):
    """The package for a kind of object storage is not installed.

    ``protocol`` is the beginning of its addresses; ``detail`` names the package.
    """

    def __init__(self, protocol: str, detail: str) -> None:
        super().__init__(protocol, detail)
        self.protocol = protocol
        self.detail = detail


class ObjectInProgress:
    """An object that is collected piece by piece, and written when it is complete."""

    def __init__(self, files: Any, path: str) -> None:
        self.file: IO[bytes] = TemporaryFile()  # noqa: SIM115
        self._files = files
        self._path = path

    def finish(self) -> None:
        """Writes the object."""
        self.file.seek(0)
        self._files.pipe_file(self._path, self.file.read())
        self.file.close()

    def discard(self) -> None:
        """Forgets the object, unless it is already written."""
        self.file.close()


class IssueObjects:
    """The objects of an issue. It has the attributes and methods of an ``IssueFolder``."""

    def __init__(self, files: Any, path: str, timestamp: str) -> None:
        """Reads the manifest that a former export left.

        Raises:
            ManifestTooNew: a newer version of jatsx wrote it.
            OSError: the storage cannot be reached.
        """
        self.removed: list[str] = []
        self.renamed: dict[str, str] = {}
        self.report = ObjectInProgress(files, f"{path}/{REPORT}")
        self._files = files
        self._path = path
        self._timestamp = timestamp
        self._existing = {one.rpartition(f"{path}/")[2] for one in files.find(path)}
        self._former = _manifest(files, path) if MANIFEST in self._existing else Manifest()
        self._written: dict[str, ManifestFile] = {}

    def write_all(self, files: Sequence[tuple[ManifestFile, bytes | Package]]) -> None:
        """Writes objects that belong together, or none of them. ZIP files are made first.

        Raises:
            AttachmentLost: a file that a ZIP file should contain cannot be read, or was changed.
            OSError: one of them cannot be written.
        """
        for file, content in [_packed(file, content) for file, content in files]:
            self.write(file, content)

    def write(self, file: ManifestFile, content: bytes) -> None:
        """Writes an object of the manifest.

        Raises:
            OSError: it cannot be written.
        """
        self._keep_changed(file.name)
        self._files.pipe_file(f"{self._path}/{file.name}", content)
        self._written[file.name] = file

    def finish(
        self,
        journal: Sequence[str],
        formats: Collection[str],
        articles: Collection[str] | None,
    ) -> None:
        """Removes objects that are replaced, then writes the report, then the manifest.

        The arguments are those of :meth:`IssueFolder.finish`.

        Raises:
            OSError: something cannot be written or removed.
        """
        for name in [*self._former.replaced(self._written, formats, articles)]:
            if name in self._existing and not self._keep_changed(name):
                self._files.rm_file(f"{self._path}/{name}")
                self.removed.append(name)
            del self._former.files[name]
        self.report.finish()
        issue = self._path.rpartition("/")[2]
        content = self._former.followed_by(issue, journal, self._written)
        self._files.pipe_file(f"{self._path}/{MANIFEST}", content)

    def close(self) -> None:
        """Forgets an unfinished report."""
        self.report.discard()

    def _keep_changed(self, name: str) -> bool:
        """Renames an object that was changed by hand. Whether it had been changed."""
        if name not in self._existing or name in self._written:
            return False
        path = f"{self._path}/{name}"
        digest = sha256(self._files.cat_file(path)).hexdigest()
        if digest in self._former.hashes.get(name, ()):
            return False
        new = f"{name}.changed-{self._timestamp}"
        while new in self._existing:
            new = f"{new}-2"
        self._files.mv(path, f"{self._path}/{new}")
        self._existing.add(new)
        self.renamed[name] = new
        return True


def _packed(file: ManifestFile, content: bytes | Package) -> tuple[ManifestFile, bytes]:
    if not isinstance(content, Package):
        return file, content
    written = BytesIO()
    write_package(content, written)
    packed = written.getvalue()
    return replace(file, sha256=sha256(packed).hexdigest()), packed


class ObjectOutput:
    """The place in object storage that an export writes to, with the methods of an OutputFolder."""

    def __init__(self, address: str, timestamp: str = "") -> None:
        """Opens the storage. Its settings are those of fsspec's and the storage's own environment.

        Raises:
            PackageMissing: fsspec is not installed.
            StoragePackageMissing: the package for the storage is not installed.
        """
        self.path = address
        self._timestamp = timestamp
        self._files, self._root = _opened(address)
        self._started: dict[str, ObjectInProgress] = {}
        self._open: list[IssueObjects] = []

    def __enter__(self) -> ObjectOutput:
        return self

    def __exit__(self, *_: object) -> None:
        """Forgets unfinished reports."""
        for issue in self._open:
            issue.close()
        for started in self._started.values():
            started.discard()

    def manifest(self, issue: str) -> Manifest:
        """The manifest that a former export of an issue left; an empty one if there is none.

        Raises:
            ManifestTooNew: a newer version of jatsx wrote it.
            OSError: it cannot be read.
        """
        try:
            return _manifest(self._files, f"{self._root}/{issue}")
        except FileNotFoundError:
            return Manifest()

    def open_issue(self, issue: str) -> IssueObjects:
        """The objects of an issue. Raises the errors of :class:`IssueObjects`."""
        objects = IssueObjects(self._files, f"{self._root}/{issue}", self._timestamp)
        self._open.append(objects)
        return objects

    def close_issue(self, issue: IssueObjects) -> None:
        """Ends the work on an issue."""
        issue.close()
        self._open.remove(issue)

    def read(self, issue: str, name: str) -> bytes | None:
        """An object of an issue; None if there is none."""
        try:
            content: bytes = self._files.cat_file(f"{self._root}/{issue}/{name}")
        except FileNotFoundError:
            return None
        return content

    def write_note(self, issue: str, name: str, content: bytes) -> None:
        """Writes an object of jatsx itself."""
        self._files.pipe_file(f"{self._root}/{issue}/{name}", content)

    @property
    def report(self) -> ObjectInProgress:
        """The report of the run, in progress."""
        return self.started(REPORT)

    def started(self, name: str) -> ObjectInProgress:
        """An object of the run, in progress."""
        if name not in self._started:
            self._started[name] = ObjectInProgress(self._files, f"{self._root}/{name}")
        return self._started[name]


def _opened(address: str) -> tuple[Any, str]:
    """The storage, and the path in it."""
    from jatsx.validation.schema import PackageMissing

    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise PackageMissing("fsspec", "cluster") from error
    try:
        files, root = url_to_fs(address, use_listings_cache=False)
    except ImportError as error:
        raise StoragePackageMissing(address.partition(":")[0], str(error)) from error
    return files, root.rstrip("/")


def _manifest(files: Any, path: str) -> Manifest:
    """The manifest of an issue.

    Raises:
        FileNotFoundError: there is none.
    """
    manifest = f"{path}/{MANIFEST}"
    return parsed_manifest(files.cat_file(manifest), manifest)
