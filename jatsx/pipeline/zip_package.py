"""ZIP files that contain a document of a format, and the files that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedContent

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.surroundings import raise_surroundings
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.plugin.exporter import Exporter
from jatsx.readers.memory_file import InputFile

SIGNATURE: Final = b"PK\x03\x04"
"""How a ZIP file begins (APPNOTE.TXT, 4.3.7)."""

MOST_BYTES: Final = 200_000_000
"""The largest document that is read from a ZIP file."""

MOST_REPORTED: Final = 20
"""The largest number of files that are reported for the same reason."""


@dataclass(frozen=True, slots=True)
class ZipPackage:
    """A ZIP file with a document of a format.

    Args:
        path: its path.
        exporter: the format.
        names: the names of the files in it.
        content: the document; None if it cannot be read, or is in a folder.
    """

    path: InputFile
    exporter: Exporter
    names: tuple[str, ...]
    content: bytes | None

    @property
    def document(self) -> str:
        """The path of the document, as messages show it."""
        return f"{self.path}/{self.exporter.zip_document}"

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the files beside the document."""
        if self.content is None:
            is_beside = self.exporter.zip_document in self.names
            code = "package-document-unreadable" if is_beside else "package-document-nested"
            yield self._finding(code)
            return
        assert self.exporter.zip_files is not None
        named = list(dict.fromkeys(self.exporter.zip_files(self.content)))
        beside = {one for one in self.names if one != self.exporter.zip_document}
        missing = (one for one in named if one not in beside)
        unnamed = (one for one in self.names if one in beside and one not in named)
        repeated = (one for one in beside if self.names.count(one) > 1)
        yield from self._each("package-file-missing", missing)
        yield from self._each("package-file-repeated", sorted(repeated))
        yield from self._each("package-file-unnamed", dict.fromkeys(unnamed), Level.WARNING)

    def _each(
        self, code: str, names: Iterable[str], level: Level = Level.ERROR
    ) -> Iterator[Finding]:
        for name in list(names)[:MOST_REPORTED]:
            yield self._finding(code, level, name=shown(name))

    def _finding(self, code: str, level: Level = Level.ERROR, **params: str) -> Finding:
        path = shown(str(self.path))
        given = FrozenMap({"path": path, "document": self.exporter.zip_document, **params})
        return Finding(code, level, given, target=self.exporter.name, place=Place(path))


def zip_package(path: InputFile, exporters: Iterable[Exporter]) -> ZipPackage | None:
    """The ZIP file with a document of one of these formats; None for other files.

    Raises:
        OSError: it cannot be read.
    """
    known = [one for one in exporters if one.zip_document]
    if not known or not path.is_file():
        return None
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            return None
        try:
            with ZipFile(file) as opened:
                names = tuple(one.filename for one in opened.infolist() if not one.is_dir())
                found = next((one for one in known if _has_document(one, names)), None)
                content = _content(opened, found.zip_document) if found else None
        except (BadZipFile, NotImplementedError, ValueError):
            return None
    return ZipPackage(path, found, names, content) if found else None


def _has_document(exporter: Exporter, names: Iterable[str]) -> bool:
    """Whether one of these files is the document of a format, also in a folder."""
    return any(name.rpartition("/")[2] == exporter.zip_document for name in names)


def _content(opened: ZipFile, name: str) -> bytes | None:
    """A file in a ZIP file; None if it is absent, damaged, encrypted or too large."""
    if name not in opened.namelist():
        return None
    if opened.getinfo(name).file_size > MOST_BYTES:
        return None
    try:
        return opened.read(name)
    except OSError as error:
        raise_surroundings(error)
        return None
    except (BadZipFile, DamagedContent, EOFError, NotImplementedError, RuntimeError):
        return None
