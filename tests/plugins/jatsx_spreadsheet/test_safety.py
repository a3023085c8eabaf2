"""Hostile files: they are refused in bounded time and memory, and nothing outside is opened."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from io import BytesIO
from time import monotonic
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from jatsx import MemoryFile, Record
from jatsx_spreadsheet import archive
from tests.plugins.jatsx_spreadsheet.workbooks import articles, codes, records, saved, workbook

SECONDS: Final = 20
MEMORY: Final = 400_000_000
SHEET: Final = "xl/worksheets/sheet1.xml"
MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_parts(parts: Mapping[str, bytes]) -> MemoryFile:
    """A workbook with an article, with other or further parts."""
    plain = saved(workbook({"articles": [["id", "title en"], ["01", "Water"]]}))
    content = BytesIO()
    with (
        ZipFile(BytesIO(plain.content)) as source,
        ZipFile(content, "w", ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, part in parts.items():
            target.writestr(name, part)
    return MemoryFile("table.xlsx", content.getvalue())


def cells(*named: str) -> bytes:
    """A worksheet with a text in each of these cells."""
    written = "".join(f'<c r="{one}" t="inlineStr"><is><t>x</t></is></c>' for one in named)
    return f"<worksheet {MAIN}><sheetData><row>{written}</row></sheetData></worksheet>".encode()


ENTITIES: Final = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + cells("A1").replace(b">x<", b">&b;<")
)
OUTSIDE: Final = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + cells("A1")

REFUSED: Final = {
    "a sheet of 70 MB": ({SHEET: cells("A1") + b" " * 70_000_000}, "spreadsheet-file-large"),
    "a part of 70 MB": (
        {"xl/sharedStrings.xml": b"<sst/>" + b" " * 70_000_000},
        "spreadsheet-file-large",
    ),
    "the last cell of a sheet": ({SHEET: cells("A1", "XFD1048576")}, "spreadsheet-sheet-large"),
    "a cell far below": ({SHEET: cells("A1", "ALL1048576")}, "spreadsheet-sheet-large"),
    "entities": ({SHEET: ENTITIES}, "spreadsheet-file-declarations"),
    "an entity of a file": ({SHEET: OUTSIDE}, "spreadsheet-file-declarations"),
    "entities beside a sheet": (
        {"xl/workbook.xml": OUTSIDE},
        "spreadsheet-file-declarations",
    ),
    "elements in elements": ({SHEET: b"<a>" * 100_000}, "spreadsheet-file-damaged"),
    "no workbook": ({"xl/workbook.xml": b""}, "spreadsheet-file-damaged"),
    "many parts": (
        {f"xl/media/{n}.bin": b"" for n in range(archive.MAX_PARTS)},
        "spreadsheet-file-parts",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_workbook_is_refused(kind: str) -> None:
    parts, code = REFUSED[kind]
    file = with_parts(parts)
    found, seconds, memory = measured(file)
    assert code in codes(found)
    assert articles(found) == []
    assert seconds < SECONDS
    assert memory < MEMORY


def measured(file: MemoryFile) -> tuple[list[Record], float, int]:
    """The records of a file, and the seconds and bytes that reading took."""
    started, before = monotonic(), _most_memory()
    found = records(file)
    return found, monotonic() - started, _most_memory() - before


def _most_memory() -> int:
    """The largest number of bytes that the process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_a_wrong_size_in_the_directory_is_not_believed() -> None:
    file = with_parts({"xl/sharedStrings.xml": b"<sst/>" + b" " * 1_000_000})
    real, wrong = (1_000_006).to_bytes(4, "little"), (6).to_bytes(4, "little")
    content = file.content.replace(real, wrong)
    assert content != file.content
    assert "spreadsheet-file-damaged" in codes(records(MemoryFile("table.xlsx", content)))


def test_links_to_other_files_are_not_followed() -> None:
    link = b'<externalLink><externalBook id="file:///etc/hostname"/></externalLink>'
    (article,) = articles(records(with_parts({"xl/externalLinks/externalLink1.xml": link})))
    assert article.title["en"].plain == "Water"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not a ZIP file", "spreadsheet-file-damaged"),
        (b"", "spreadsheet-file-damaged"),
        (archive.ENCRYPTED + b"\0" * 600, "spreadsheet-file-locked"),
    ],
)
def test_what_is_no_workbook_is_said(content: bytes, code: str) -> None:
    assert code in codes(records(MemoryFile("table.xlsx", content)))


@pytest.mark.parametrize("ending", [".xls", ".ods", ".xlsb"])
def test_an_old_format_is_said(ending: str) -> None:
    assert "spreadsheet-file-old" in codes(records(MemoryFile(f"table{ending}", b"")))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"id," * 1_000_000, "spreadsheet-sheet-large"),
        (b"id;title en\n" + b"1;" * 3_000 + b"\n", "spreadsheet-sheet-large"),
        (b'id,title en\n01,"' + b"xxxxxxxxx\n" * 100_000, "spreadsheet-cell-large"),
        (b'id,title en\n01,"not closed\n02,b\n', "spreadsheet-quote-open"),
        (b"id,title en\n" * 2_000_000, "spreadsheet-file-large"),
        (b"x" * 10_000_000, "spreadsheet-cell-large"),
        (b"\n" * 10_000_000, "spreadsheet-sheet-large"),
    ],
)
def test_a_hostile_text_is_refused(content: bytes, code: str) -> None:
    found, seconds, memory = measured(MemoryFile("table.csv", content))
    assert code in codes(found)
    assert seconds < SECONDS
    assert memory < MEMORY
