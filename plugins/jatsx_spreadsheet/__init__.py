"""Tables of an editorial office: XLSX workbooks and CSV files.

A workbook has a sheet for each kind of thing: the journal, the issue, its sections, articles,
authors, affiliations, funding and references, with a column for each language. All sheets and
columns are in one table, :mod:`jatsx_spreadsheet.sheets`. The exporter and the template write them,
the reader reads them, and ``docs/reading/spreadsheet.md`` lists them.

Values are read as they are stored, never formulas. What a spreadsheet program changed while it was
typed (``1-2`` became a date, ``11.10`` the number 11.1) is reported, because what was typed is not
known. Python-calamine reads the values. A file is unpacked and scanned before, within bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jatsx import N_, Exporter, InputFile, Option, Reader, Record, hookimpl
from jatsx_spreadsheet.messages import MESSAGES
from jatsx_spreadsheet.recognition import is_table


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """Workbooks and CSV files."""
    yield Reader(
        name="spreadsheet",
        title=N_("Spreadsheet: XLSX, CSV, a folder of CSV files"),
        recognises=is_table,
        read=_read,
        messages=MESSAGES,
        whole_issues=True,
        options=(
            Option(
                "encoding",
                N_("the encoding of CSV files, if it cannot be recognised"),
                choices=("utf-8", "utf-16", "windows-1251", "kz-1048"),
            ),
        ),
    )


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """Excel workbook."""
    from jatsx_spreadsheet.exporter import EXPORTER

    yield EXPORTER


def _read(path: InputFile, options: Mapping[str, str]) -> Iterator[Record]:
    from jatsx_spreadsheet.reader import read

    return read(path, options)
