"""A line with carets under the value. ▶ and ◀ mark the value."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from jatsx.cli.views.snippet import snippet, text_width
from jatsx.cli.views.source_lines import SourceLines
from jatsx.findings.finding import Place

LINES = {
    "short": ("doi: ▶10.5555/x◀", ["doi: 10.5555/x", "     ^^^^^^^^^"]),
    "Cyrillic": ("қаз: ▶Қазақ◀ тілі", ["қаз: Қазақ тілі", "     ^^^^^"]),
    "wide letters": ("zh: 漢▶漢字◀", ["zh: 漢漢字", "      ^^^^"]),
    "a mark over a letter": ("и\u0306▶х◀", ["и\u0306х", " ^"]),
    "a mark by itself": ("и▶\u0306◀х", ["и\u0306х", "^"]),
    "a tab": ("\t▶a◀", ["    a", "    ^"]),
    "a tab in the value": ("▶a\tb◀", ["a    b", "^^^^^^"]),
    "nothing": ("doi:▶◀", ["doi:", "    ^"]),
    "an invisible character": ("a▶\u200b◀b\u00a0c", ["a�b c", " ^"]),
    "cut at the right": ("▶a◀ " + "b" * 40, ["a " + "b" * 17 + "…", "^"]),
    "cut at the left": ("a" * 40 + "▶b◀", ["…" + "a" * 18 + "b", " " * 19 + "^"]),
    "cut at both sides": (
        "a" * 40 + "▶b◀" + "c" * 40,
        ["…aaaaa" + "b" + "c" * 12 + "…", "      ^"],
    ),
    "longer than the screen": ("▶" + "a" * 40 + "◀", ["a" * 19 + "…", "^" * 20]),
    "cut in a wide letter": ("漢" * 40 + "▶b◀", ["…" + "漢" * 9 + "b", " " * 19 + "^"]),
}


@pytest.mark.parametrize("name", LINES)
def test_carets_stand_under_the_value(name: str) -> None:
    line, expected = LINES[name]
    start = line.index("▶")
    end = line.index("◀") - 1
    shown = snippet(line.replace("▶", "").replace("◀", ""), start, end or None, 20)
    assert [shown.line, shown.carets] == expected
    assert text_width(shown.line) <= 20


def test_a_long_line_costs_no_more_than_its_window() -> None:
    shown = snippet("a" * 10_000_000 + "b" + "c" * 10_000_000, 10_000_000, None, 40)
    assert (len(shown.line), shown.line[shown.carets.index("^")]) == (40, "b")


def test_without_a_column_there_are_no_carets() -> None:
    shown = snippet("   <title>x</title>", None, None, 10)
    assert (shown.line, shown.carets) == ("<title>x<…", "")


CONTENT = b"\xef\xbb\xbfone\r\ntwo\n" + "үш\n".encode() + b"\xff\nfive"


def test_lines_are_read_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(CONTENT)
    places = [Place(str(path), number) for number in range(1, 8)]
    lines = SourceLines([*places, None, Place(str(path))])
    assert [lines.line(place) for place in places[:3]] == ["one", "two", "үш"]
    assert lines.line(places[3]) is None


WORDS = ("Қазақ", "\u010a\u0a05\u0a0a", "Ċ", "x")
"""Some of the letters have the byte of a line break in UTF-16."""


@pytest.mark.parametrize(
    ("encoding", "declaration", "mark"),
    [
        ("utf-16-le", "UTF-16", codecs.BOM_UTF16_LE),
        ("utf-16-be", "UTF-16", codecs.BOM_UTF16_BE),
        ("utf-16-le", "UTF-16", b""),
        ("utf-16-be", "UTF-16", b""),
        ("utf-8", "utf-8", b""),
        ("utf-8", "UTF-16", b""),
    ],
)
def test_lines_are_read_in_the_encoding_of_the_file(
    tmp_path: Path, encoding: str, declaration: str, mark: bytes
) -> None:
    first = f"<?xml version='1.0' encoding='{declaration}'?>"
    path = tmp_path / "a.xml"
    path.write_bytes(mark + "\n".join((first, *WORDS)).encode(encoding))
    places = [Place(str(path), number) for number in range(1, 7)]
    lines = SourceLines(places)
    assert [lines.line(place) for place in places] == [first, *WORDS, None]


@pytest.mark.parametrize(
    ("declared", "line"), [("windows-1251", "Заң"[:2]), ("KOI8-R", "Закон"), ("nonsense", None)]
)
def test_a_declared_encoding_is_used(tmp_path: Path, declared: str, line: str | None) -> None:
    path = tmp_path / "a.xml"
    known = declared if line else "windows-1251"
    text = f"<?xml version='1.0' encoding='{declared}'?>\n{line or 'Закон'}\n"
    path.write_bytes(text.encode(known))
    place = Place(str(path), 2)
    assert SourceLines([place]).line(place) == line


def test_a_file_that_is_gone_has_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    places = [Place(str(path), 1), Place(str(tmp_path), 1), Place(str(tmp_path / "\0"), 1)]
    lines = SourceLines(places)
    assert [lines.line(place) for place in places] == [None] * 3
