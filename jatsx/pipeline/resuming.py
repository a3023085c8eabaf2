"""Notes on issues that are done, so that an export that is run again does not process them again.

A note says from which input an issue was written, and with which result. The issue is done if its
input, its documents, its manifest and its report are still the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.job import Job
from jatsx.pipeline.manifest import MANIFEST, parsed_manifest
from jatsx.pipeline.output import Output, output_at
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.process import PartResult, WrittenFolder
from jatsx.pipeline.result import ArticleResult, IssueResult
from jatsx.pipeline.scan import InputPart, LineRange

NOTE: Final = ".jatsx.done.json"
"""The name of a note in the folder of an issue."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What is noted: hashes of the input, the manifest and the report, and the results."""

    input: str
    manifest: str
    report: str
    articles: list[ArticleResult]
    issue: IssueResult | None
    journal: tuple[str, ...]
    line: dict[str, Any]


@cache
def _form() -> TypeAdapter[_Note]:
    return TypeAdapter(_Note)


class DoneIssue:
    """The note on an issue that is in one part, and that has a folder."""

    def __init__(self, part: InputPart, job: Job, out: Path | str) -> None:
        self._folder = part.issue.folder
        self._input = input_hash(part, job)
        self._output = output_at(out, job.request.timestamp)

    def result(self) -> PartResult | None:
        """The result of the former export; None if the issue is not done, or was changed."""
        content = self._output.read(self._folder, NOTE) if self._input else None
        try:
            note = _form().validate_json(content or b"")
        except ValueError:
            return None
        if note.input != self._input or not _is_there(note, self._output, self._folder):
            return None
        articles = [replace(one, findings=_frozen(one.findings)) for one in note.articles]
        issue = note.issue and replace(note.issue, findings=_frozen(note.issue.findings))
        written = WrittenFolder(note.line)
        return PartResult(articles, issue, [], self._folder, note.journal, written)

    def write(self, done: PartResult) -> None:
        """Notes that the issue is done."""
        if not self._input or done.written is None or done.written.line is None:
            return
        manifest, report = (_hash(self._output.read(self._folder, n)) for n in (MANIFEST, REPORT))
        line = dict(done.written.line)
        note = _Note(self._input, manifest, report, done.articles, done.issue, done.journal, line)
        self._output.write_note(self._folder, NOTE, _form().dump_json(note))


def input_hash(part: InputPart, job: Job) -> str:
    """A hash of all that the documents of a part are made from; empty if they name files."""
    digest = sha256()
    for piece in _pieces(part, job):
        if b'"files"' in piece:
            return ""
        digest.update(len(piece).to_bytes(8) + piece)
    return digest.hexdigest()


def _pieces(part: InputPart, job: Job) -> Iterator[bytes]:
    issue = part.issue
    yield _text([(one.name, one.version) for one in job.registry.plugins])
    yield _text(
        replace(job.request, inputs=(), jobs=1, scheduler=None, keep_clean=True, parquet=False)
    )
    if job.request.journal is not None:
        yield job.request.journal.read_bytes()
    yield _text([part.duplicates, issue.id, issue.findings, sorted(issue.read_ids or ())])
    for lines in part.content:
        assert isinstance(lines, LineRange)
        yield _text([str(lines.path), lines.line, lines.count])
        with lines.path.open("rb") as file:
            file.seek(lines.start)
            yield file.read(lines.end - lines.start)


def _text(value: object) -> bytes:
    return repr(value).encode("utf-8", "backslashreplace")


def _is_there(note: _Note, output: Output, folder: str) -> bool:
    """Whether the manifest, the report and all documents are as the note says."""
    manifest = output.read(folder, MANIFEST) or b""
    if _hash(manifest) != note.manifest or _hash(output.read(folder, REPORT)) != note.report:
        return False
    files = parsed_manifest(manifest, folder).files.values()
    return all(_hash(output.read(folder, file.name)) == file.sha256 for file in files)


def _hash(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()


def _frozen(findings: list[Finding]) -> list[Finding]:
    return [
        replace(one, params=FrozenMap(one.params), own_message=FrozenMap(one.own_message))
        for one in findings
    ]
