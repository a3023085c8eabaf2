"""Where an export writes: a folder, or object storage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any, Protocol

from jatsx.pipeline.manifest import Manifest, ManifestFile
from jatsx.pipeline.package import Package


class InProgress(Protocol):
    """A file that is written piece by piece, and gets its name when it is complete."""

    @property
    def file(self) -> IO[bytes]:
        """What the pieces are written to."""

    def finish(self) -> None:
        """Gives the file its name."""


class IssuePlace(Protocol):
    """The place of an issue: :class:`IssueFolder` describes its attributes and methods."""

    removed: list[str]
    renamed: dict[str, str]

    @property
    def report(self) -> Any:
        """The report of the issue, an :class:`InProgress`."""

    def write_all(self, files: Sequence[tuple[ManifestFile, bytes | Package]]) -> None:
        """Writes files that belong together, or none of them."""

    def finish(
        self,
        journal: Sequence[str],
        formats: Collection[str],
        articles: Collection[str] | None,
    ) -> None:
        """Removes files that are replaced, and writes the report and the manifest."""


class Output(Protocol):
    """The place that an export writes to: an :class:`OutputFolder` or an :class:`ObjectOutput`."""

    @property
    def path(self) -> Path | str:
        """Its path or address."""

    def __enter__(self) -> Any: ...

    def __exit__(self, *error: object) -> None: ...

    @property
    def report(self) -> Any:
        """The report of the run, an :class:`InProgress`."""

    def started(self, name: str) -> Any:
        """A file of the run, an :class:`InProgress`."""

    def manifest(self, issue: str) -> Manifest:
        """The manifest that a former export of an issue left."""

    def open_issue(self, issue: str) -> Any:
        """The place of an issue, an :class:`IssuePlace`."""

    def close_issue(self, folder: Any) -> None:
        """Ends the work on an issue."""

    def read(self, issue: str, name: str) -> bytes | None:
        """A file of an issue; None if there is none."""

    def write_note(self, issue: str, name: str, content: bytes) -> None:
        """Writes a file of jatsx itself to the place of an issue."""


def is_storage(place: object) -> bool:
    """Whether a place is an address of object storage, for example ``s3://bucket/folder``."""
    return isinstance(place, str) and "://" in place


def output_at(place: Path | str, timestamp: str) -> Output:
    """The output at a path or an address.

    Raises:
        PackageMissing: fsspec is not installed.
        StoragePackageMissing: the package for the storage is not installed.
    """
    if isinstance(place, str) and is_storage(place):
        from jatsx.pipeline.object_output import ObjectOutput

        return ObjectOutput(place, timestamp)
    from jatsx.pipeline.output_folder import OutputFolder

    return OutputFolder(Path(place), timestamp)


def place_in(place: Path | str, name: str) -> Path | str:
    """The path or address of a file in an output."""
    return place / name if isinstance(place, Path) else f"{place.rstrip('/')}/{name}"


def opened_in(place: Path | str, name: str) -> AbstractContextManager[IO[bytes]]:
    """A file in an output, open for reading."""
    if isinstance(place, Path):
        return (place / name).open("rb")
    import fsspec

    opened: AbstractContextManager[IO[bytes]] = fsspec.open(f"{place}/{name}", "rb")
    return opened
