"""The manifest of an issue's output folder: the journal, and each file with its hash.

It is a file of JSON Lines. The first line names the issue and its journal; each further line is a
file. A file is added before it is written, so that a killed export leaves no unknown files; if a
file is on several lines, any of the hashes is right. A finished export writes the manifest anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

MANIFEST: Final = ".jatsx.jsonl"
"""The name of the manifest."""

VERSION: Final = 1
"""The version of the manifest's form."""


class ManifestTooNew(Exception):
    """A newer version of jatsx wrote the manifest."""

    def __init__(self, path: Path | str, version: object) -> None:
        super().__init__(f"{path}: version {version}")
        self.path = path
        self.version = version

    def __reduce__(self) -> tuple[Any, ...]:
        """As it travels from one process to another."""
        return ManifestTooNew, (self.path, self.version)


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A file that an export wrote.

    Args:
        name: its path in the folder, with ``/``.
        format: the format of the document.
        sha256: the hash of its content, as hexadecimal digits.
        articles: the ids of the articles that it contains.
    """

    name: str
    format: str
    sha256: str
    articles: Sequence[str] = ()


@dataclass(slots=True)
class Manifest:
    """The files of a folder, by name, and the hashes that each of them may have.

    ``journal`` are the identifiers and titles of the journal; empty if they are not known.
    """

    issue: str = ""
    journal: Sequence[str] = ()
    files: dict[str, ManifestFile] = field(default_factory=dict)
    hashes: dict[str, set[str]] = field(default_factory=dict)

    def add(self, file: ManifestFile) -> None:
        """Adds a file, or another version of it."""
        self.files[file.name] = file
        self.hashes.setdefault(file.name, set()).add(file.sha256)

    def replaced(
        self,
        written: Collection[str],
        formats: Collection[str],
        articles: Collection[str] | None,
    ) -> Iterator[str]:
        """The files that an export of these formats replaces that did not write them again.

        ``articles`` are the ids of the articles that were read, if they are only a part of the
        issue: files with other articles stay. None for a whole issue.
        """
        for name, file in self.files.items():
            is_read = articles is None or {*file.articles} <= {*articles}
            if name not in written and file.format in formats and is_read:
                yield name

    def followed_by(
        self, issue: str, journal: Sequence[str], written: Mapping[str, ManifestFile]
    ) -> bytes:
        """The manifest of the next export, which wrote these files and left those of this one."""
        files = {**self.files, **written}
        lines = (file_line(files[name]) for name in sorted(files))
        return _head_line(issue, journal or self.journal) + b"".join(lines)

    def is_of_another_journal(self, journal: Iterable[str]) -> bool:
        """Whether the journal has no identifier and no title in common with that of the folder."""
        keys = {*journal}
        return bool(keys and self.journal) and keys.isdisjoint(self.journal)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one if there is none.

    Raises:
        ManifestTooNew: a newer version of jatsx wrote it.
        OSError: it cannot be read.
    """
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return Manifest()
    return parsed_manifest(path.read_bytes(), path)


def parsed_manifest(content: bytes, path: Path | str) -> Manifest:
    """The manifest with this content.

    Lines that are not entries, and names that lead out of the folder, are ignored.

    Raises:
        ManifestTooNew: a newer version of jatsx wrote it.
    """
    manifest = Manifest()
    for entry in _entries(content):
        if isinstance(version := entry.get("version"), int):
            if version > VERSION:
                raise ManifestTooNew(path, version)
            manifest.issue = _text(entry.get("issue"))
            manifest.journal = _texts(entry.get("journal"))
        elif _is_inside(name := _text(entry.get("file"))):
            hash_, articles = _text(entry.get("sha256")), _texts(entry.get("articles"))
            manifest.add(ManifestFile(name, _text(entry.get("format")), hash_, articles))
    return manifest


def _head_line(issue: str, journal: Sequence[str]) -> bytes:
    return _line({"version": VERSION, "issue": issue, "journal": list(journal)})


def file_line(file: ManifestFile) -> bytes:
    """The line of a file."""
    return _line(
        {
            "file": file.name,
            "format": file.format,
            "sha256": file.sha256,
            "articles": list(file.articles),
        }
    )


def _line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry).encode() + b"\n"


def _entries(content: bytes) -> Iterator[dict[str, Any]]:
    for line in content.splitlines():
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict):
            yield entry


def _is_inside(name: str) -> bool:
    """Whether a name is a path of two or more plain steps: the folder of a format, and a file."""
    steps = PurePosixPath(name).parts
    is_plain = name.isprintable() and "\\" not in name and len(name) < 1000
    return is_plain and len(steps) > 1 and "/".join(steps) == name and ".." not in steps


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
