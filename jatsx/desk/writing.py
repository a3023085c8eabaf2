"""Writing files: never over what someone else has written, and with undo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jatsx.desk.editing.edited_text import EditedText, NotEdited
from jatsx.desk.editing.edits import Edit, present
from jatsx.desk.files import FileOnDesk, SeenFiles, content_hash
from jatsx.fixing.write_files import ARTICLES
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.errors import UnreadableFile
from jatsx.readers.file_state import read_whole


class NotWritable(Exception):
    """A file cannot be written: it is a link, or protected."""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A value that someone else has changed: before, and now."""

    path: FieldPath
    before: str
    now: str


class ChangedMeanwhile(Exception):
    """A file was changed by someone else since a page showed it. Nothing was written.

    Args:
        values: the values that are different; empty if they cannot be compared.
        edit: what was to be written; None if that is not an edit.
    """

    def __init__(self, values: list[ChangedValue], edit: Edit | None) -> None:
        super().__init__("the file was changed")
        self.values = values
        self.edit = edit


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What can be undone: a file that was written, its content before and after."""

    path: Path
    before: bytes
    after: bytes


@dataclass(slots=True)
class Writer:
    """Writes the files of an issue folder, and takes back what it wrote."""

    seen: SeenFiles = field(default_factory=SeenFiles)
    _done: dict[Path, list[UndoStep]] = field(default_factory=dict)
    """What was written, by the file on whose page it can be undone."""

    def make(self, file: FileOnDesk, edits: Sequence[Edit], page: str) -> None:
        """Makes edits in a file, all of them or none.

        Args:
            file: the file as it is now.
            edits: the edits.
            page: the page that asks for it.

        Raises:
            ChangedMeanwhile: the file is not as the page has seen it.
            NotEdited: an edit cannot be made without changing something else.
            NotWritable: the file cannot be written.
        """
        self.verify(file, page, edits[0] if len(edits) == 1 else None)
        try:
            text = EditedText(
                file.content, file.key.kind.root, is_json=file.path.suffix.lower() == ".json"
            )
        except UnreadableFile as error:
            raise NotEdited(str(error)) from error
        for edit in edits:
            text.make(edit, file.data)
        self.write(file.path, file.content, text.content, page)

    def verify(self, file: FileOnDesk, page: str, edit: Edit | None = None) -> None:
        """Verifies that a file is as a page has seen it.

        Raises:
            ChangedMeanwhile: it is not.
        """
        seen = self.seen.content(page, file.path)
        if seen is None or content_hash(seen) != content_hash(file.content):
            raise ChangedMeanwhile(changed_values(seen, file), edit)

    def write(
        self, path: Path, before: bytes, after: bytes, page: str, shown: Path | None = None
    ) -> None:
        """Writes a file, which can be undone.

        Args:
            path: the file.
            before: its content as it was read.
            after: its new content.
            page: the page that asks for it.
            shown: the file that the page shows, if it is another one.

        Raises:
            ChangedMeanwhile: it was changed since it was read.
            NotWritable: it is a link.
            OSError: it cannot be written.
        """
        if before == after:
            return
        if path.is_symlink():
            raise NotWritable(path.name)
        now = read_whole(path) if path.exists() else b""
        if now != before:
            raise ChangedMeanwhile([], None)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, after, like=path if path.exists() else None)
        self._done.setdefault(shown or path, []).append(UndoStep(path, before, after))
        self.seen.note(page, path, after)

    def can_undo(self, path: Path) -> bool:
        """Whether there is something to undo in a file."""
        return bool(self._done.get(path))

    def undo(self, file: FileOnDesk, page: str) -> None:
        """Takes back the last change that was made on the page of a file.

        Raises:
            ChangedMeanwhile: someone else has changed it since.
            NotWritable: it is a link.
            LookupError: there is nothing to undo.
            OSError: it cannot be written.
        """
        last = self._done[file.path][-1]
        path, is_own = last.path, last.path == file.path
        if path.is_symlink():
            raise NotWritable(path.name)
        now = file.content if is_own else read_whole(path) if path.exists() else b""
        if now != last.after:
            raise ChangedMeanwhile(changed_values(last.after, file) if is_own else [], None)
        if last.before or path.parent.name != ARTICLES:
            write_whole(path, last.before, like=path)
        else:
            path.unlink()
        self._done[file.path].pop()
        self.seen.note(page, path, last.before)


def changed_values(seen: bytes | None, file: FileOnDesk) -> list[ChangedValue]:
    """The values that are different in a file and in what was seen of it."""
    if seen is None:
        return []
    is_json = file.path.suffix.lower() == ".json"
    try:
        former = EditedText(seen, is_json=is_json).data
        now = EditedText(file.content, is_json=is_json).data
    except UnreadableFile:
        return []
    return list(_differences(present(former), present(now), ()))


def _differences(one: Any, other: Any, path: FieldPath) -> Iterator[ChangedValue]:
    if one == other:
        return
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in dict.fromkeys((*one, *other)):
            yield from _differences(one.get(key), other.get(key), (*path, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for n, (former, now) in enumerate(zip(one, other, strict=True)):
            yield from _differences(former, now, (*path, n))
    else:
        yield ChangedValue(path, _short(one), _short(other))


def _short(value: Any) -> str:
    """A value in one line."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_short(inner)}" for key, inner in value.items())
    return (
        "; ".join(map(_short, value)) if isinstance(value, list) else " ".join(str(value).split())
    )
