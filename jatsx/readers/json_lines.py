"""The reader of JSON Lines: each line is an article with its issue and journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from jatsx.findings.translation import N_
from jatsx.model.text import shown
from jatsx.readers.journal_values import with_journal_values
from jatsx.readers.memory_file import InputFile
from jatsx.readers.reader import Bulk, Reader, Record, RecordHead
from jatsx.readers.source_file import Source
from jatsx.readers.whole_article import LastIssue, whole_article

SUFFIXES = (".jsonl", ".ndjson")


def read_json_lines(path: InputFile) -> Iterator[Record]:
    """A record for each line that is not empty."""
    is_empty = True
    with path.open("rb") as lines:
        for record in _records(path, lines, 1):
            is_empty = False
            yield record
    if is_empty:
        yield whole_article(Source(shown(str(path)), b"", is_json=True))


def read_lines(path: InputFile, start: int, end: int, line: int) -> Iterator[Record]:
    """The records of the lines between two byte offsets. ``line`` is the number of the first."""
    with path.open("rb") as file:
        file.seek(start)
        content = file.read(end - start)
    yield from _records(path, BytesIO(content), line)


def scan(path: InputFile) -> Iterator[RecordHead]:
    """The head of each line. For a line that is not a JSON object, it has the offsets only."""
    start = 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            end = start + len(line)
            if line.strip():
                yield _record_head(line, start, end, number, shown(path.stem))
            start = end


def _records(path: InputFile, lines: Iterable[bytes], first: int) -> Iterator[Record]:
    name, issue_id, last = shown(str(path)), shown(path.stem), LastIssue()
    for number, line in enumerate(lines, first):
        if line.strip():
            source = Source(name, line.rstrip(b"\r\n"), is_json=True, first_line=number)
            yield whole_article(source, issue_id=issue_id, last=last)


def _record_head(line: bytes, start: int, end: int, number: int, default_issue: str) -> RecordHead:
    data = _mapping(line)
    issue = data.get("issue", {})
    has_issue = bool(data) and isinstance(issue, dict)
    described = {"id": default_issue, **issue} if has_issue else {}
    id, doi, url, status = (_text(data.get(name)) for name in ("id", "doi", "url", "status"))
    if b'"patterns"' in line:
        source = Source("", line.rstrip(b"\r\n"), is_json=True)
        article = with_journal_values(whole_article(source, issue_id=default_issue)).article
        doi, url = (article.doi, article.url) if article else (doi, url)
    return RecordHead(start, end, number, described, id, doi, url, status)


def _mapping(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _recognises(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    return path.suffix.lower() in SUFFIXES and not path.is_dir()


JSON_LINES = Reader(
    "json-lines",
    N_("JSON Lines (.jsonl)"),
    _recognises,
    read_json_lines,
    bulk=Bulk(scan, read_lines),
)
