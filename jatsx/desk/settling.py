"""Deleting notes that are settled."""

from __future__ import annotations

from pathlib import Path

from jatsx.desk.editing.edited_text import EditedText
from jatsx.desk.editing.edits import RemoveRow
from jatsx.desk.issue_desk import IssueDesk
from jatsx.findings.finding import Finding
from jatsx.readers.file_state import read_whole
from jatsx.readers.notes_file import NAME, NotesFile


def settle_note(issue: IssueDesk, finding: Finding, page: str, shown: Path) -> None:
    """Deletes the note that a finding comes from, on the page of a file, where it can be undone.

    Raises:
        NotEdited: it cannot be deleted without changing something else.
        ChangedMeanwhile: notes.yaml was changed meanwhile.
        OSError: it cannot be written.
    """
    position, path = issue.note_position(finding), issue.folder / NAME
    if position is None:
        return
    before = read_whole(path)
    text = EditedText(before, NotesFile)
    text.make(RemoveRow(("notes",), position))
    issue.writer.write(path, before, text.content, page, shown)
