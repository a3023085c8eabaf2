"""Edits of YAML keep comments, order and quoting."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jatsx.desk.editing.edited_text import EditedText, NotEdited
from jatsx.desk.editing.edits import AddRow, Edit, MoveRow, RemoveRow, SetValue, edited, present
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.value_hash import value_at
from jatsx.readers.yaml_text import read_yaml, yaml_positions

ROOT = Path(__file__).parents[3]
FILES = sorted(
    path
    for folder in ("examples", "jatsx/testing/rich", "jatsx/issue_folder/template")
    for path in (ROOT / folder).rglob("*.yaml")
)

CASES: list[tuple[str, Edit, str]] = [
    ("a: b\n", SetValue(("a",), "c"), "a: c\n"),
    ("a: 'b'  # why\n", SetValue(("a",), "c"), "a: 'c'  # why\n"),
    ('a: "b"\n', SetValue(("a",), "c: d"), 'a: "c: d"\n'),
    (
        "doi:\ntitle:\n  kk: А\n",
        SetValue(("doi",), "10.5555/x"),
        "doi: 10.5555/x\ntitle:\n  kk: А\n",
    ),
    ("title:\n  kk: А\n  en:\n", SetValue(("title", "en"), "A"), "title:\n  kk: А\n  en: A\n"),
    ("title:\n  kk: А\n", SetValue(("title", "en"), "A"), "title:\n  kk: А\n  en: A\n"),
    ("id: '1'\n", SetValue(("title", "en"), "A"), "id: '1'\n\ntitle:\n  en: A\n"),
    (
        "pages: {first: 1, last: 2}\n",
        SetValue(("pages", "last"), "3"),
        "pages: {first: 1, last: 3}\n",
    ),
    ("type:  # last: x\n", SetValue(("type",), "news"), "# last: x\ntype: news\n"),
    ("a: b\r\nc: d\r\n", SetValue(("c",), "e"), "a: b\r\nc: e\r\n"),
    ("title:\n  kk: А # c\n", SetValue(("title", "kk"), None), "title:\n  kk: # c\n"),
    ("r:\n# one\n- a\n# two\n- b\n", MoveRow(("r",), 1, 0), "r:\n# two\n- b\n# one\n- a\n"),
    ("r:\n  - a\n  # two\n  - b\n", RemoveRow(("r",), 1), "r:\n  - a\n"),
    ("r:\n  - a\nz: 1\n", RemoveRow(("r",), 0), "r:\nz: 1\n"),
    ("r: [a, b]\n", AddRow(("r",), "c"), "r: [a, b, c]\n"),
    ("r:\n  - x: a\n    y: b", AddRow(("r",), {"x": "c"}), "r:\n  - x: a\n    y: b\n  - x: c"),
    ("", SetValue(("id",), "01"), 'id: "01"\n'),
    ("# only a comment\n", SetValue(("id",), "a"), "# only a comment\nid: a\n"),
]


@pytest.mark.parametrize(("before", "edit", "after"), CASES)
def test_an_edit_changes_its_value_only(before: str, edit: Edit, after: str) -> None:
    text = EditedText(before.encode())
    text.make(edit)
    assert text.content.decode() == after


def comments(text: str) -> Counter[str]:
    """The comments on lines of their own."""
    return Counter(line.strip() for line in text.split("\n") if line.strip().startswith("#"))


VALUES = st.one_of(
    st.sampled_from(
        ["Жаңа мән", "a: b", "x # y", "- a", "'q' \"d\"", "no", "ends:", "one\n\ntwo", "long " * 60]
    ).map(str.strip),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40),
)


def edits_of(draw: Any, data: Any, path: FieldPath) -> Edit:
    """An edit of the value at a path."""
    value = value_at(data, path)
    if isinstance(value, list) and value:
        position, to = (draw(st.integers(0, len(value) - 1)) for _ in range(2))
        choices = [AddRow(path, "new"), RemoveRow(path, position), MoveRow(path, position, to)]
        return draw(st.sampled_from(choices))  # type: ignore[no-any-return]
    if isinstance(value, dict):
        return SetValue((*path, "new"), draw(VALUES))
    return SetValue(path, draw(VALUES))


@pytest.mark.parametrize("file", FILES, ids=lambda path: "/".join(path.parts[-3:]))
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_any_edit_of_a_real_file_keeps_all_else(file: Path, data: st.DataObject) -> None:
    content = file.read_bytes()
    before = content.decode()
    paths = [path for path in yaml_positions(before).values if path]
    text = EditedText(content)
    edit = edits_of(data.draw, text.data, data.draw(st.sampled_from(paths)))
    former = text.data
    try:
        text.make(edit)
    except NotEdited:
        assert text.content == content
        return
    after = text.content.decode()
    if not isinstance(edit, RemoveRow):
        assert not comments(before) - comments(after)
    field = edit.path[0]
    others = {name: value for name, value in former.items() if name != field}
    read, _ = read_yaml(after)
    assert {name: value for name, value in read.items() if name != field} == others
    assert len(present(edited(former, edit)).get(field) or ()) == len(read.get(field) or ()) or (
        isinstance(read[field], str)
    )


def test_what_cannot_be_edited_alone_is_refused() -> None:
    before = b"a: &one text\nb: *one\n"
    text = EditedText(before)
    with pytest.raises(NotEdited):
        text.make(SetValue(("a",), "other"))
    assert text.content == before


def test_a_row_that_does_not_exist_is_refused() -> None:
    text = EditedText(b"r: [a]\n")
    for edit in (RemoveRow(("r",), 3), MoveRow(("r",), 3, 0), SetValue(("r", 5), "x")):
        with pytest.raises(NotEdited):
            text.make(edit)


def test_json_keeps_its_order() -> None:
    text = EditedText(b'{"b": "1", "a": {"kk": "x"}}', is_json=True)
    text.make(SetValue(("a", "ru"), "y"))
    assert text.content.decode() == '{"b": "1", "a": {"kk": "x", "ru": "y"}}'


JSON = """{
    "id": "05", "counts": {"words": 1.50},
    "contributors": [ {"corresponding": true, "orcid": null} ]
}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"])
def test_a_value_in_json_is_replaced_and_nothing_else(newline: str, mark: str) -> None:
    before = mark + JSON.replace("\n", newline)
    text = EditedText(before.encode(), is_json=True)
    text.make(SetValue(("id",), 'a "b"'))
    assert text.content.decode() == before.replace('"05"', '"a \\"b\\""')


def test_a_new_value_in_json_keeps_indent_numbers_and_line_breaks() -> None:
    text = EditedText(JSON.replace("\n", "\r\n").encode(), is_json=True)
    text.make(SetValue(("doi",), "10.5555/x"))
    written = text.content.decode()
    assert '\r\n    "counts": {\r\n        "words": 1.50\r\n    },\r\n' in written
    assert written.endswith('\r\n    "doi": "10.5555/x"\r\n}\r\n')
