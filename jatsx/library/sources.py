"""What a program can pass as the source of articles."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from jatsx.model import Article
from jatsx.pipeline.request import Input
from jatsx.readers.memory_file import MemoryFile
from jatsx.readers.reader import Record
from jatsx.readers.source_file import Source
from jatsx.readers.web_address import InputSource, WebAddress
from jatsx.readers.whole_article import LastIssue, whole_article
from jatsx.standards.addresses import is_web_address

OneSource: TypeAlias = (
    "str | os.PathLike[str] | MemoryFile | WebAddress | bytes | IO[bytes] | Mapping[str, Any]"
    " | Article"
)

Articles: TypeAlias = "OneSource | Iterable[OneSource]"
"""The source of articles:

- a path of a file or folder;
- a web address (``https://…``, or a :class:`WebAddress`) that a reader reads;
- bytes, an open binary file, or a :class:`MemoryFile` (bytes with a name, by which a reader may
  recognise them);
- a mapping with the structure of an article file, with its issue and journal;
- an article of the model;
- several of these. They are held in memory; for more articles than that, use a JSON Lines file.
"""

NAME: Final = "bytes"
"""The name of a source without one, as findings show it."""

BYTES = bytes | bytearray | memoryview
"""The types of a file in memory without a name."""

MAPPING: Final = "mapping"
ARTICLE: Final = "article"
"""The names of mappings and of articles of the model, as findings show them."""


def inputs_of(source: Articles) -> list[Input]:
    """The input of a request. Open files are read.

    Raises:
        TypeError: the source is of another type.
        OSError: an open file cannot be read.
    """
    found: list[Input] = []
    records: list[Record] = []
    last = LastIssue()
    for one in _listed(source):
        if isinstance(one, Article):
            records.append(Record(ARTICLE, one, one.id))
            continue
        if isinstance(one, Mapping):
            records.append(_of_mapping(one, last))
            continue
        if records:
            found.append(records)
            records = []
        found.append(_file(one))
    return [*found, records] if records else found


def _listed(source: Any) -> Iterator[Any]:
    """The parts of a source, of which most have only one."""
    is_one = isinstance(source, str | BYTES | os.PathLike | MemoryFile | WebAddress | Mapping)
    if is_one or isinstance(source, Article) or hasattr(source, "read"):
        yield source
    elif isinstance(source, Iterable):
        yield from source
    else:
        raise TypeError(f"expected a path, bytes, an open file, a mapping or articles: {source!r}")


def _file(one: Any) -> InputSource:
    """A file or folder on disk, a file in memory, or a web address."""
    if isinstance(one, MemoryFile | WebAddress):
        return one
    if is_web_address(one):
        return WebAddress(one)
    if isinstance(one, BYTES):
        return MemoryFile(NAME, bytes(one))
    if hasattr(one, "read"):
        return _read(one)
    if isinstance(one, str | os.PathLike):
        if not os.fspath(one):
            raise TypeError("expected a path, got an empty text: '.' is the current folder")
        return Path(one)
    raise TypeError(f"expected a path, bytes, an open file, a mapping or an article: {one!r}")


def _read(file: IO[bytes]) -> MemoryFile:
    content = file.read()
    if not isinstance(content, bytes):
        raise TypeError("expected a file that is open in binary mode: open(path, 'rb')")
    name = getattr(file, "name", None)
    return MemoryFile(Path(name).name if isinstance(name, str) else NAME, content)


def _of_mapping(data: Mapping[str, Any], last: LastIssue) -> Record:
    """The record of an article in a mapping.

    Raises:
        TypeError: it contains itself, or a value is not text, a number, a truth value, None, a
            list or a mapping.
    """
    try:
        content = json.dumps(data, default=_plain, ensure_ascii=False)
    except (ValueError, RecursionError) as error:
        raise TypeError("expected a mapping that does not contain itself") from error
    text = Source(MAPPING, content.encode("utf-8", "surrogatepass"), is_json=True)
    record = whole_article(text, last=last)
    findings = [replace(finding, place=None) for finding in record.findings]
    return replace(record, findings=findings, locate=None)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple | list):
        return list(value)
    raise TypeError(f"expected text, a list or a mapping as a value, got {value!r}")
