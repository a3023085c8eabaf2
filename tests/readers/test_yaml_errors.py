"""The commonest faults of YAML, named in plain words where they are mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import read_text

FAULTS: dict[str, tuple[str, str, int, int]] = {
    "a colon in a text": ("id: a\ntitle:\n  en: Title: more\n", "file-colon-bare", 3, 12),
    "a colon in braces": ("title: {en: A: b}\n", "file-bracket-open", 1, 8),
    "a quote left open": ("title:\n  en: 'open\n  ru: b\n", "file-quote-open", 2, 7),
    "a double quote left open": ('title:\n  en: "open\n', "file-quote-open", 2, 7),
    "a bracket left open": ("articles: [a, b\nurl: c\n", "file-bracket-open", 1, 11),
    "a tab": ("id: a\n\ttitle: x\n", "file-space-odd", 2, 1),
    "an at sign": ("id: a\ntitle: @x\n", "file-character-start", 2, 8),
    "text after a quote": ("id: a\ntitle: 'a' b\n", "file-quote-early", 2, 10),
    "text after a quote and a line below": (
        "id: a\ntitle: 'a' b\n  c\n",
        "file-quote-early",
        2,
        10,
    ),
    "a field too far right": ("id: a\n title: b\n", "file-indent-wrong", 2, 2),
    "a field without colon": ("id: a\ntext\nurl: b\n", "file-colon-missing", 2, 1),
    "an item among fields": ("id: a\n- b\n", "file-indent-wrong", 2, 1),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_where_it_is_mended(tmp_path: Path, name: str) -> None:
    text, code, line, column = FAULTS[name]
    (record,) = read_text(tmp_path, "a.yaml", text)
    finding = record.findings[0]
    assert record.article is None
    assert finding.place is not None
    assert (finding.code, finding.place.line, finding.place.column) == (code, line, column)


def test_only_an_unknown_field_of_the_article_may_belong_to_another_file(tmp_path: Path) -> None:
    text = "id: a\nissn: b\ncontributors:\n  - name: {en: {family: C}}\n    issn: d\n"
    (record,) = read_text(tmp_path, "a.yaml", text)
    files = {one.field: one.params.get("file") for one in record.findings}
    assert files == {"issn": "journal.yaml", "contributors[0].issn": None}


def test_a_list_may_start_in_the_column_of_its_key(tmp_path: Path) -> None:
    text = (
        "id: a\ncontributors:\n- name: {en: {family: B}}\n  affiliations:\n  - c\n"
        "  orcid: 0000-0002-1825-0097\ntext\n"
    )
    (record,) = read_text(tmp_path, "a.yaml", text)
    assert [(one.code, one.place and one.place.line) for one in record.findings] == [
        ("file-colon-missing", 7)
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.yaml", "id: a\ntitle: {en: X}\nurl: b\ntitle: {en: Y}\n", "2"),
        ("a.json", '{"id": "a",\n "url": "b",\n "url": "c"}\n', "2"),
        ("a.jsonl", '{"id": "a"}\n{"id": "b"}\n{"id": "c", "url": "d", "url": "e"}\n', "3"),
    ],
)
def test_a_repeated_key_names_the_line_of_the_first(
    tmp_path: Path, name: str, text: str, line: str
) -> None:
    *_, last = read_text(tmp_path, name, text)
    found = [(one.code, one.params.get("line")) for one in last.findings]
    assert found == [("key-duplicate", line)]


def test_lines_after_one_that_cannot_be_moved_are_read(tmp_path: Path) -> None:
    text = "id: a\ntitle:\n  en: A\n           ru: B\n             c\n  kk:Text\n"
    (record,) = read_text(tmp_path, "a.yaml", text)
    assert [(one.code, one.place and one.place.line) for one in record.findings] == [
        ("file-indent-wrong", 4),
        ("file-colon-space", 6),
    ]
