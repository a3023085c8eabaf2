"""The record of a file."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import InputFile, Locate, Place, ReaderNotes, Record, UnreadableSource
from jatsx.model.fieldpath import parse_path
from jatsx_jats.reader.article import read_article
from jatsx_jats.reader.issue import file_name
from jatsx_jats.reader.parsing import article_tree


def read(path: InputFile) -> Iterator[Record]:
    """The record of the article, or of the file if it cannot be read. Its id is the file's name.

    Raises:
        OSError: the file cannot be opened or read.
    """
    file = str(path)
    id = file_name(path.stem) or "article"
    try:
        found = read_article(article_tree(path), id, file)
    except UnreadableSource as unreadable:
        yield Record(file, findings=(unreadable.finding(file),), is_article=False)
        return
    notes = found.notes
    yield Record(file, found.article, id, notes.findings, _locate(notes), position=found.position)


def _locate(notes: ReaderNotes) -> Locate:
    def locate(field: str, excerpt: str) -> Place | None:  # noqa: ARG001
        return notes.place(parse_path(field))

    return locate
