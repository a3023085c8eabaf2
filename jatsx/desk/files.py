"""The files of an issue folder: what they hold, and whether someone else changed them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jatsx.findings.finding import Finding
from jatsx.model import Article, Issue, Journal, Part
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.readers.source_file import Source

MOST_SEEN: Final = 200
"""The largest number of files of pages whose content is remembered."""


class FileKind(StrEnum):
    """What a file describes."""

    ARTICLE = "article"
    ISSUE = "issue"
    JOURNAL = "journal"

    @property
    def root(self) -> type[Part]:
        """The class of the model."""
        return _ROOTS[self]

    @property
    def prefix(self) -> FieldPath:
        """The path from an article to what the file describes."""
        return _PREFIXES[self]


_ROOTS: Final[Mapping[FileKind, type[Part]]] = {
    FileKind.ARTICLE: Article,
    FileKind.ISSUE: Issue,
    FileKind.JOURNAL: Journal,
}
_PREFIXES: Final[Mapping[FileKind, FieldPath]] = {
    FileKind.ARTICLE: (),
    FileKind.ISSUE: ("issue",),
    FileKind.JOURNAL: ("issue", "journal"),
}


@dataclass(frozen=True, slots=True)
class FileKey:
    """A file of an issue folder: its kind, and for an article the name of its file."""

    kind: FileKind
    name: str = "-"


@dataclass(frozen=True, slots=True)
class FileOnDesk:
    """A file as it is now.

    Args:
        key: which file of the issue folder it is.
        path: the file.
        source: its content as it was read; None if there is no such file yet.
        data: its data in the form of the model.
        findings: what was found in it.
    """

    key: FileKey
    path: Path
    source: Source | None
    data: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()

    @property
    def content(self) -> bytes:
        """The bytes of the file; empty if there is none yet."""
        return self.source.content if self.source else b""

    @property
    def has_form(self) -> bool:
        """Whether the file can be shown as a form: it could be read whole."""
        source = self.source
        if source is None or not source.content.strip():
            return True
        is_whole = source.is_readable and source.mended_text is None
        return is_whole and not source.faults and not source.illegal


class SeenFiles:
    """What each open page of the browser has last seen of a file."""

    def __init__(self) -> None:
        self._seen: OrderedDict[tuple[str, Path], bytes] = OrderedDict()

    def note(self, page: str, path: Path, content: bytes) -> None:
        """Notes that a page shows this content."""
        self._seen[page, path] = content
        self._seen.move_to_end((page, path))
        while len(self._seen) > MOST_SEEN:
            self._seen.popitem(last=False)

    def content(self, page: str, path: Path) -> bytes | None:
        """What a page has seen of a file; None if that is not known."""
        return self._seen.get((page, path))


def content_hash(content: bytes) -> str:
    """The hash by which a change of a file is seen."""
    return sha256(content).hexdigest()
