"""The notes about articles that are added to an issue folder."""

from __future__ import annotations

from collections.abc import Collection

from jatsx.desk.editing.edited_text import EditedText
from jatsx.desk.editing.edits import AddRow
from jatsx.issue_folder.notes import notes_file
from jatsx.readers.notes_file import NotesFile
from jatsx.readers.parsing import parsed_part


def with_notes(given: bytes, present: bytes | None, articles: Collection[str]) -> bytes | None:
    """The content of notes.yaml with the notes about articles that are added.

    Args:
        given: the notes.yaml of the folder from which they are added.
        present: the notes.yaml of the folder to which they are added; None if there is none.
        articles: the ids of the articles.

    Raises:
        UnreadableFile: notes.yaml has errors.
        NotEdited: the notes cannot be added without changing something else.
    """
    data = EditedText(given, NotesFile).data
    if present is None:
        read, _ = parsed_part(NotesFile, data)
        notes = [one for one in read.notes if one.article in articles] if read else []
        origins = [one for one in read.origins if one.article in articles] if read else []
        return notes_file(notes, origins) if notes or origins else None
    text = EditedText(present, NotesFile)
    for name in ("notes", "origins"):
        for row in data.get(name, []):
            if row.get("article") in articles:
                text.make(AddRow((name,), row))
    return text.content
