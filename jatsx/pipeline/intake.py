"""Paths into records, each by the reader that knows its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jatsx.findings import Finding, Place
from jatsx.frozenmap import FrozenMap
from jatsx.readers import Reader, Record
from jatsx.registry import Registry
from jatsx.text import shown

HEAD = 4096
"""How many bytes of a file a reader gets to recognise it by."""


def records(paths: Iterable[Path], registry: Registry) -> Iterator[Record]:
    """What the readers make of the paths, in order. Never raises on what stands there."""
    for path in paths:
        yield from _records(path, registry)


def _records(path: Path, registry: Registry) -> Iterator[Record]:
    try:
        if not path.exists():
            yield _fault(path, "file-missing")
            return
        head = b"" if path.is_dir() else _head(path)
    except OSError as error:
        yield _fault(path, "file-unreadable", detail=error.strerror or str(error))
        return
    for reader in registry.readers.values():
        try:
            if reader.recognises(path, head):
                yield from _checked(reader, path)
                return
        except OSError as error:
            yield _fault(path, "file-unreadable", detail=error.strerror or str(error))
            return
        except (Exception, SystemExit) as error:
            detail = f"{type(error).__name__}: {error}"
            plugin = str(registry.plugin_of(reader))
            yield _fault(path, "plugin-failed", plugin=plugin, detail=detail)
            return
    yield _fault(path, "file-unknown")


def _checked(reader: Reader, path: Path) -> Iterator[Record]:
    for record in reader.read(path):
        if not isinstance(record, Record):
            raise TypeError(f"the reader {reader.name} gave {record!r}")
        yield record


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _fault(path: Path, code: str, **params: str) -> Record:
    name = shown(str(path))
    finding = Finding(code, params=FrozenMap({"path": name, **params}), place=Place(name))
    return Record(name, findings=(finding,), is_article=False)
