"""Paths into records, each by the reader that knows its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from jatsx.findings import Finding, Place
from jatsx.frozenmap import FrozenMap
from jatsx.readers import Reader, Record
from jatsx.registry import Registry
from jatsx.text import shown

HEAD = 4096
"""How many bytes of a file a reader gets to recognise it by."""

Item = TypeVar("Item")


def reader_of(path: Path, registry: Registry) -> Reader | Record:
    """The reader that takes a path; else a record that says why none does."""
    try:
        if not path.exists():
            return _fault(path, "file-missing")
        head = b"" if path.is_dir() else _head(path)
    except OSError as error:
        return _fault(path, "file-unreadable", detail=error.strerror or str(error))
    readers: Iterable[Reader] = registry.readers.values()
    for reader in readers:
        try:
            if reader.recognises(path, head):
                return reader
        except OSError as error:
            return _fault(path, "file-unreadable", detail=error.strerror or str(error))
        except (Exception, SystemExit) as error:
            return _failure(path, reader, registry, error)
    return _fault(path, "file-unknown")


def guarded(
    items: Callable[[], Iterable[Item]],
    kind: type[Item],
    path: Path,
    reader: Reader,
    registry: Registry,
) -> Iterator[Item | Record]:
    """What a reader gives, and a record that says why it stopped, where it fails."""
    try:
        for item in items():
            if not isinstance(item, kind):
                raise TypeError(f"the reader {reader.name} gave {item!r}")
            yield item
    except OSError as error:
        yield _fault(path, "file-unreadable", detail=error.strerror or str(error))
    except (Exception, SystemExit) as error:
        yield _failure(path, reader, registry, error)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _failure(path: Path, reader: Reader, registry: Registry, error: BaseException) -> Record:
    plugin = str(registry.plugin_of(reader))
    return _fault(path, "plugin-failed", plugin=plugin, detail=f"{type(error).__name__}: {error}")


def _fault(path: Path, code: str, **params: str) -> Record:
    name = shown(str(path))
    finding = Finding(code, params=FrozenMap({"path": name, **params}), place=Place(name))
    return Record(name, findings=(finding,), is_article=False)
