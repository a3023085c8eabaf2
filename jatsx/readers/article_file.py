"""The reader of one article file, inside an issue folder or outside one."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.translation import N_
from jatsx.model.text import shown
from jatsx.readers.issue_context import read_issue_context
from jatsx.readers.issue_folder import is_issue_folder
from jatsx.readers.memory_file import InputFile, MemoryFile
from jatsx.readers.reader import Reader, Record
from jatsx.readers.source_file import SUFFIXES, source_file
from jatsx.readers.whole_article import whole_article


def read_single(path: InputFile) -> Iterator[Record]:
    """The record of the article.

    In an issue folder, the issue and journal are read from the folder; otherwise from the file.
    """
    source = source_file(path)
    if isinstance(path, MemoryFile):
        yield whole_article(source, issue_id=shown(path.stem))
        return
    folder = path.absolute().parent.parent
    if path.absolute().parent.name != "articles" or not is_issue_folder(folder):
        yield whole_article(source, issue_id=shown(path.stem))
        return
    context = read_issue_context(folder)
    if context.record.findings:
        yield context.record
    yield context.article_record(source)


def _recognises(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    return path.suffix.lower() in SUFFIXES and not path.is_dir()


SINGLE = Reader("article", N_("Article file (.yaml, .json)"), _recognises, read_single)
