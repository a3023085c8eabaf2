"""The reader of issue folders: journal.yaml, issue.yaml, articles/*.yaml.

journal.yaml may also be in the folder above, beside all issues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from jatsx.findings.finding import Finding, Place
from jatsx.findings.surroundings import InputChanged
from jatsx.findings.translation import N_
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.issue_context import (
    IssueContext,
    folder_above,
    journal_files,
    named_files,
    read_issue_context,
    twin_finding,
    unused_journal,
)
from jatsx.readers.memory_file import InputFile, MemoryFile
from jatsx.readers.other_files import (
    unread_files,
    unread_finding,
    unread_journals,
    unread_params,
)
from jatsx.readers.reader import Reader, Record
from jatsx.readers.source_file import SUFFIXES, Source, source_file

FILES: Final = ("journal", "issue", "notes")
"""The names of the files of an issue folder, without ending. They are not articles."""


def is_issue_folder(path: InputFile) -> bool:
    """Whether a path is an issue folder."""
    if isinstance(path, MemoryFile) or not path.is_dir():
        return False
    return (path / "articles").is_dir() or any(named_files(path, s) for s in ("issue", "journal"))


def issue_folders(path: InputFile) -> list[InputFile]:
    """The issue folders of a journal, given the folder that has its journal.yaml; else the path.

    A journal folder has a journal.yaml, no issue.yaml and no articles/, and folders of issues.
    """
    if isinstance(path, MemoryFile):
        return [path]
    folder = path.parent if path.stem == "journal" and path.suffix in SUFFIXES else path
    try:
        is_issue = bool(named_files(folder, "issue")) or (folder / "articles").is_dir()
        if is_issue or not named_files(folder, "journal"):
            return [path]
        below = sorted(one for one in folder.iterdir() if not one.name.startswith("."))
        return [one for one in below if is_issue_folder(one)] or [path]
    except OSError:
        return [path]


def read_folder(path: InputFile) -> Iterator[Record]:
    """The records of an issue folder: first that of the folder, then those of the articles."""
    if isinstance(path, MemoryFile):
        name = shown(path.name)
        found = Finding("file-unknown", params=FrozenMap({"path": name}), place=Place(name))
        yield Record(name, findings=[found], is_article=False)
        return
    folder = path if path.is_dir() else path.parent
    context, files = read_issue_context(folder), article_files(folder)
    records = [article_record(context, article_source(file), file, files) for file in files]
    yield from folder_records(folder, context, files, records)


def article_record(
    context: IssueContext, source: Source, file: Path, files: Iterable[Path]
) -> Record:
    """The record of an article file of a folder, given its content and all article files."""
    return context.article_record(source, _twins(file, files))


def folder_records(
    folder: Path, context: IssueContext, files: Sequence[Path], articles: Sequence[Record]
) -> Iterator[Record]:
    """The records of an issue folder, given those of its article files."""
    findings = list(context.record.findings)
    if not files:
        params = FrozenMap({"path": context.name})
        findings.append(Finding("folder-no-articles", params=params, place=Place(context.name)))
    findings += unused_journal(folder)
    unread = {path: unread_finding(path) for path in unread_files(folder)}
    if not journal_files(folder):
        unread |= {one: unread_finding(one) for one in unread_journals(folder_above(folder))}
    findings += _absent_articles(context, articles, unread)
    findings += unread.values()
    if findings:
        yield replace(context.record, findings=findings)
    yield from _in_order(articles, context.issue.articles if context.issue else ())


def article_files(folder: Path) -> list[Path]:
    """The article files of an issue folder, sorted by name."""
    articles = folder / "articles"
    if not articles.is_dir():
        return []
    files = (path for path in articles.iterdir() if path.suffix.lower() in SUFFIXES)
    return sorted(path for path in files if not path.name.startswith("."))


def article_source(file: Path) -> Source:
    """The content of an article file.

    Raises:
        InputChanged: it was deleted after the files of the folder were listed.
    """
    source = source_file(file)
    if not source.is_readable and not file.exists() and not file.is_symlink():
        raise InputChanged(str(file))
    return source


def _twins(file: Path, files: Iterable[Path]) -> list[Finding]:
    """The findings that other files have the same name with a different suffix."""
    others = (other for other in files if other.stem == file.stem and other != file)
    return [twin_finding(file, other) for other in others]


def _in_order(records: Iterable[Record], order: tuple[str, ...]) -> list[Record]:
    rank = {id_: position for position, id_ in enumerate(order)}
    return sorted(records, key=lambda record: rank.get(record.id or "", len(rank)))


def _absent_articles(
    context: IssueContext, records: Sequence[Record], unread: dict[Path, Finding]
) -> Iterator[Finding]:
    """The findings about articles that the issue lists and no file describes.

    If such an article has a file that is not read, that file is taken out of ``unread``: it is
    reported here.
    """
    present = {record.id for record in records}
    for position, id_ in enumerate(context.issue.articles if context.issue else ()):
        if id_ not in present and None not in present:
            field = f"issue.articles[{position}]"
            file = next((path for path in unread if path.name.startswith(f"{id_}.")), None)
            named = unread_params(file) if file and unread.pop(file) else {}
            yield Finding(
                "issue-article-absent",
                params=FrozenMap({"id": id_, **named}),
                field=field,
                place=context.locate(field),
            )


def _recognises(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    is_file_of_folder = path.stem in FILES and path.suffix in SUFFIXES
    return is_issue_folder(path) or (is_file_of_folder and not isinstance(path, MemoryFile))


FOLDER = Reader(
    "folder",
    N_("Issue folder (journal.yaml, issue.yaml, articles/)"),
    _recognises,
    read_folder,
    whole_issues=True,
)
