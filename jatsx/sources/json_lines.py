"""JSON Lines: a whole article on each line, with its issue and journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jatsx.readers import Reader, Record
from jatsx.sources.files import Source
from jatsx.sources.whole import whole_article
from jatsx.text import shown

SUFFIXES = (".jsonl", ".ndjson")


def read_json_lines(path: Path) -> Iterator[Record]:
    """The records of the file's lines; empty lines are passed over."""
    name = shown(str(path))
    is_empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                is_empty = False
                content = line.rstrip(b"\r\n")
                source = Source(name, content, is_json=True, first_line=number)
                yield whole_article(source, issue_id=shown(path.stem))
    if is_empty:
        yield whole_article(Source(name, b"", is_json=True))


def _recognises(path: Path, head: bytes) -> bool:  # noqa: ARG001
    return path.suffix.lower() in SUFFIXES and not path.is_dir()


JSON_LINES = Reader("json-lines", "JSON Lines (.jsonl)", _recognises, read_json_lines)
