"""CSV files: the encoding and the separator by evidence, or an error."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

import pytest

from jatsx import MemoryFile, Record
from tests.plugins.jatsx_spreadsheet.workbooks import articles, codes, findings, records

KAZAKH: Final = "Қазақстанның көлдері мен өзендері"
RUSSIAN: Final = "Озёра и реки Казахстана"
TABLE: Final = f"id;title kk;title ru\r\n01;{KAZAKH};{RUSSIAN}\r\n"


def read(content: bytes, **options: str) -> list[Record]:
    return records(MemoryFile("table.csv", content), **options)


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("kz1048"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "kz-1048"],
)
def test_kazakh_is_read_in_each_encoding(content: bytes) -> None:
    (article,) = articles(read(content))
    assert (article.title["kk"].plain, article.title["ru"].plain) == (KAZAKH, RUSSIAN)


def test_russian_is_the_same_in_both_encodings() -> None:
    table = f"id;title ru\r\n01;{RUSSIAN}\r\n"
    for encoding in ("cp1251", "kz1048"):
        (article,) = articles(read(table.encode(encoding)))
        assert article.title["ru"].plain == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Київ і його історія: нові джерела", "cp1251"),
        ("Куќата на езерото и неговиот ѕид, јужно", "cp1251"),
        ("Қазақ", "kz1048"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "koi8-r"),
        ("Étude des rivières à l’été", "cp1252"),
    ],
)
def test_what_cannot_be_told_is_an_error(text: str, encoding: str) -> None:
    found = read(f"id;title ru\r\n01;{text}\r\n".encode(encoding, "replace"))
    assert [one.code for one in findings(found)] == ["spreadsheet-encoding-unknown"]
    assert articles(found) == []


def test_a_named_encoding_is_used() -> None:
    content = "id;title kk\r\n01;Қазақ\r\n".encode("kz1048")
    (article,) = articles(read(content, encoding="kz-1048"))
    assert article.title["kk"].plain == "Қазақ"
    assert "spreadsheet-encoding-wrong" in codes(read(content, encoding="utf-8"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_separator_is_recognised(separator: str) -> None:
    table = 'id|title en|keywords en\n01|"Water, ""salt""; and\nice"|"a; b"\n'
    (article,) = articles(read(table.replace("|", separator).encode()))
    assert article.title["en"].plain == 'Water, "salt"; and ice'
    assert len(article.keywords["en"]) == 2


def test_a_folder_of_tables_is_read(tmp_path: Path) -> None:
    (tmp_path / "Статьи.csv").write_text("id;название ru\n01;Вода\n", encoding="utf-8")
    (tmp_path / "authors.csv").write_text("article,family name ru\n01,Ли\n", encoding="utf-8")
    (article,) = articles(records(tmp_path))
    assert article.title["ru"].plain == "Вода"
    assert article.contributors[0].name["ru"].family == "Ли"
    assert article.issue.id == tmp_path.stem


def test_a_place_in_a_text_file_is_its_line() -> None:
    found = read(b'id,title\n01,"a\nb"\n01,c\n')
    del found[0]  # the file does not describe its issue
    assert codes(found) == {"spreadsheet-column-language": "1", "spreadsheet-id-twice": "4"}
