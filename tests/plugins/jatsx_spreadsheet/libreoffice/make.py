"""Makes the files of this folder with LibreOffice: ``python make.py``.

``typed.xlsx`` is ``typed.csv`` as if typed into LibreOffice Calc, which makes dates, numbers and
formulas of it. ``dates.xlsx`` and ``people.xlsx`` are workbooks of openpyxl, ``example.xlsx`` is an
export of jatsx, all opened and saved by LibreOffice. The tests read the files, and need no
LibreOffice.
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

import jatsx

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[3] / "examples" / "caa-2021-4"
TYPED = "CSV:59,34,76,1,,1033,false,true,false,false,false,1,true"
"""The import of a CSV file as if typed: UTF-8, US English, numbers and formulas recognised."""


def main() -> None:
    """Makes all files."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles.csv"
        articles.write_bytes((HERE / "typed.csv").read_bytes())
        _saved(articles, HERE / "typed.xlsx", f"--infilter={TYPED}")
        for made in (_dates(), _people()):
            source = folder / f"{made.properties.title}.xlsx"
            made.save(source)
            _saved(source, HERE / source.name)
        example = folder / "example.xlsx"
        (file,) = jatsx.export(EXAMPLE, to=["xlsx"], timestamp="20240101000000000").files
        example.write_bytes(file.content)
        _saved(example, HERE / "example.xlsx")


def _dates() -> openpyxl.Workbook:
    book = _book("dates")
    articles = book.create_sheet("Статьи")
    articles.append(["id", "название ru", "поступила", "принята", "первая страница"])
    articles.append(["01", "Вода", date(2024, 2, 3), "=DATE(2024,3,4)", "=1+2"])
    articles.append(["02", "  Река\N{NO-BREAK SPACE} ", "2024-02", None, 7])
    articles["D2"].number_format = "yyyy-mm-dd"
    articles["E3"].number_format = "000"
    articles["A10000"].number_format = "0.00"
    return book


def _people() -> openpyxl.Workbook:
    book = _book("people")
    articles = book.create_sheet("Статьи")
    articles.append(["id", "название ru"])
    articles.append(["01", "Вода"])
    authors = book.create_sheet("Авторы")
    authors.append(["статья", "фамилия ru", "имя ru"])
    authors.append(["01", "Иванова", "Анна"])
    authors.append([None, "Петров; Сидоров", "Пётр"])
    authors.merge_cells("A2:A3")
    return book


def _book(title: str) -> openpyxl.Workbook:
    """A workbook without sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = title
    return book


def _saved(source: Path, target: Path, *options: str) -> None:
    """Opens a file in LibreOffice and saves it as XLSX."""
    with TemporaryDirectory() as name:
        profile = f"-env:UserInstallation=file://{name}/profile"
        kind = "xlsx:Calc MS Excel 2007 XML"
        command = ["soffice", profile, "--headless", *options, "--convert-to", kind]
        subprocess.run([*command, "--outdir", name, str(source)], check=True, timeout=120)
        target.write_bytes((Path(name) / source.with_suffix(".xlsx").name).read_bytes())


if __name__ == "__main__":
    main()
