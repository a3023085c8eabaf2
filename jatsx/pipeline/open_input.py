"""From paths to records, each with the reader for its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.findings.surroundings import raise_surroundings
from jatsx.http.faults import HttpFault
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.plugin.registry import Registry
from jatsx.readers.file_state import check_unchanged, file_state, is_regular
from jatsx.readers.issue_folder import FOLDER, issue_folders
from jatsx.readers.local_files import folder_of
from jatsx.readers.memory_file import InputFile
from jatsx.readers.reader import Reader, Record, RecordHead
from jatsx.readers.web_address import InputSource, WebAddress

HEAD = 4096
"""How many bytes of a file a reader gets to recognise its type."""

Item = TypeVar("Item", Record, RecordHead)


def input_paths(path: InputSource, name: str | None = None) -> Sequence[InputSource]:
    """The source; for the folder of a journal, its issue folders, unless it has another reader.

    ``name`` is the name of the reader, if one was chosen.
    """
    if isinstance(path, WebAddress) or name not in (None, FOLDER.name):
        return [path]
    return issue_folders(path)


def reader_of(
    path: InputSource, registry: Registry, name: str | None = None
) -> tuple[Reader | None, list[Finding]]:
    """The reader for a source, or None; and findings: why there is none, and readers that failed.

    With ``name``, it is the reader with that name, which must be loaded.
    """
    if isinstance(path, WebAddress):
        return _reader_of_address(path, registry, name)
    try:
        if not path.exists():
            return None, [_fault(path, "file-missing")]
        if not is_regular(path):
            return None, [_fault(path, "file-not-regular")]
        if name is not None:
            return registry.readers[name], []
        head = b"" if path.is_dir() else _head(path)
    except OSError as error:
        return None, [_unreadable(path, error)]
    return _recognising(registry.readers.values(), path, head, registry, "file-unknown")


def _reader_of_address(
    address: WebAddress, registry: Registry, name: str | None
) -> tuple[Reader | None, list[Finding]]:
    """The reader for an address. Readers that read only files are never asked."""
    if name is not None and registry.readers[name].reads_addresses:
        return registry.readers[name], []
    known = [one for one in registry.readers.values() if one.reads_addresses and name is None]
    return _recognising(known, address, b"", registry, "server-address-unknown")


def _recognising(
    readers: Iterable[Reader], path: InputSource, head: bytes, registry: Registry, unknown: str
) -> tuple[Reader | None, list[Finding]]:
    """The first reader that recognises a source; ``unknown``: the code if there is none."""
    failures: list[Finding] = []
    for reader in readers:
        try:
            if reader.recognises(path, head):
                return reader, [replace(one, level=Level.WARNING) for one in failures]
        except OSError as error:
            return None, [*failures, _unreadable(path, error)]
        except PLUGIN_ERRORS as error:
            failures.append(_failure(path, reader, registry, error))
    return None, [*failures, _fault(path, unknown)]


def source_records(
    path: InputSource, reader: Reader, registry: Registry, options: Mapping[str, Mapping[str, str]]
) -> Iterator[Record]:
    """The records of a source, read with the options of its reader.

    Raises:
        InputChanged: the path was changed, moved or deleted while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    own = options.get(reader.name, FrozenMap())
    return guarded(lambda: reader.records(path, own), Record, path, reader, registry)


def guarded(
    items: Callable[[], Iterable[Item]],
    kind: type[Item],
    path: InputSource,
    reader: Reader,
    registry: Registry,
) -> Iterator[Item | Record]:
    """The items of a reader. If the reader fails, the last one is a record with the finding.

    Raises:
        InputChanged: the path was changed, moved or deleted while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    before, folder = file_state(path), folder_of(path)
    try:
        for item in items():
            if not isinstance(item, kind) or not _is_whole(item):
                raise TypeError(f"the reader {reader.name} returned {item!r}")
            yield _in_folder(item, folder)
    except HttpFault as fault:
        yield _of_file(path, fault.finding())
    except OSError as error:
        check_unchanged(path, before)
        yield _of_file(path, _unreadable(path, error))
    except PLUGIN_ERRORS as error:
        check_unchanged(path, before)
        yield _of_file(path, _failure(path, reader, registry, error))
    check_unchanged(path, before)


def _in_folder(item: Item, folder: Path | None) -> Item:
    """The item; a record without a folder of its own gets this one."""
    if isinstance(item, Record) and item.folder is None:
        return replace(item, folder=folder)
    return item


def _is_whole(item: Record | RecordHead) -> bool:
    """Whether all attributes of a reader's item have the right type."""
    if isinstance(item, RecordHead):
        return (
            all(type(number) is int for number in (item.start, item.end, item.line))
            and all(isinstance(text, str | None) for text in _texts(item))
            and isinstance(item.issue, Mapping)
        )
    return (
        isinstance(item.source, str)
        and isinstance(item.article, Article | None)
        and isinstance(item.id, str | None)
        and isinstance(item.findings, list | tuple)
        and all(isinstance(finding, Finding) for finding in item.findings)
        and (item.locate is None or callable(item.locate))
        and isinstance(item.folder, Path | None)
    )


def _texts(head: RecordHead) -> tuple[object, ...]:
    return head.id, head.doi, head.url, head.status


def _head(path: InputFile) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _unreadable(path: InputSource, error: OSError) -> Finding:
    """The finding that a file cannot be opened.

    Raises:
        OSError: the system fails.
    """
    raise_surroundings(error)
    return _fault(path, "file-unreadable", detail=error.strerror or str(error))


def _failure(
    path: InputSource, reader: Reader, registry: Registry, error: BaseException
) -> Finding:
    plugin = str(registry.plugin_of(reader))
    detail = describe_error(error, f"The reader {reader.name} of {plugin}, given {path},")
    return _fault(path, "plugin-failed", plugin=plugin, detail=detail)


def _fault(path: InputSource, code: str, **params: str) -> Finding:
    name = shown(str(path))
    return Finding(code, params=FrozenMap({"path": name, **params}), place=Place(name))


def _of_file(path: InputSource, finding: Finding) -> Record:
    return Record(shown(str(path)), findings=(finding,), is_article=False)
