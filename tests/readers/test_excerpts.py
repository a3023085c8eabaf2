"""How far a value reaches on its line, and where an excerpt of it stands. ⟦ and ⟧ mark it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.findings.finding import Place
from jatsx.readers.source_file import Source
from tests.readers.reading import read_text

VALUES: dict[str, tuple[str, str, str]] = {
    "plain": ("a.yaml", "id: a\ndoi: ⟦10.5555/x y⟧  # why\n", "doi"),
    "in quotes": ("a.yaml", "id: a\ndoi: ⟦'it''s'⟧\n", "doi"),
    "in flow": ("a.yaml", "id: a\npages: {first: ⟦12⟧, last: 13}\n", "pages.first"),
    "over lines, as far as the first": ("a.yaml", "id: a\ndoi: ⟦10.5555/x⟧\n  y\n", "doi"),
    "in a block, its text": (
        "a.yaml",
        "id: a\nabstract:\n  en: |  # why\n\n    ⟦x y⟧\n    z\n\n",
        "abstract.en",
    ),
    "in a block without text, its sign": (
        "a.yaml",
        "id: a\nabstract:\n  en: ⟦|⟧\n\nlanguage: en\n",
        "abstract.en",
    ),
    "a mapping on one line": ("a.yaml", "id: a\npages: ⟦{first: 12}⟧ # x\n", "pages"),
    "an alias": ("a.yaml", "id: &i a\ndoi: ⟦*i⟧\n", "doi"),
    "after line separators": ("a.yaml", "id: 'a\u2028b'\ndoi: ⟦x⟧\n", "doi"),
    "line ends of Windows": ("a.yaml", "id: a\r\ndoi: ⟦x⟧\r\n", "doi"),
    "wide letters": ("a.yaml", "id: a\ntitle: {zh: 漢😀, kk: ⟦Қазақ⟧}\n", "title.kk"),
    "JSON": ("a.json", '{"id": "a",\n "doi": ⟦"x"⟧}', "doi"),
    "a number of JSON": ("a.json", '{"id": "a", "counts": {"pages": ⟦12⟧}}', "counts.pages"),
    "a list of JSON": ("a.json", '{"id": "a", "keywords": {"en": ⟦["x"]⟧}}', "keywords.en"),
    "JSON Lines": ("a.jsonl", '{"id": "b"}\n{"id": "a", "doi": ⟦"x"⟧}\n', "doi"),
}

EXCERPTS: dict[str, tuple[str, str, str, str]] = {
    "in a block": (
        "a.yaml",
        "id: a\nabstract:\n  en: |\n    One.\n    Two ⟦three⟧.\n",
        "abstract.en",
        "three",
    ),
    "in a folded text, over a line": (
        "a.yaml",
        "id: a\nabstract:\n  en: >-\n    One ⟦two⟧\n    three.\n",
        "abstract.en",
        "two three",
    ),
    "in single quotes": ("a.yaml", "id: a\ndoi: 'a ⟦it''s⟧ b'\n", "doi", "it's"),
    "in double quotes": ("a.yaml", 'id: a\ndoi: "a ⟦\\"b\\"⟧ \\t"\n', "doi", '"b"'),
    "an escape of YAML": ("a.yaml", 'id: a\ndoi: "a ⟦\\xE9\\U0001F600⟧"\n', "doi", "é😀"),
    "escapes of JSON": ("a.json", '{"id": "a", "doi": "⟦\\u049a\\u0410⟧ x"}', "doi", "ҚА"),
    "two for one": ("a.json", '{"id": "a", "doi": "x ⟦\\uD83D\\uDE00⟧"}', "doi", "😀"),
    "a word before the same letters": ("a.json", '{"id": "a", "doi": "xа ⟦а⟧"}', "doi", "а"),
    "letters of a word": ("a.json", '{"id": "a", "doi": "x⟦а⟧y"}', "doi", "а"),
    "a language tag": ("a.yaml", "id: a\ntitle: {⟦kz⟧: Мақала}\n", "title.kz", "kz"),
    "of a text that was one": (
        "a.yaml",
        "id: a\nabstract:\n  en: one ⟦two⟧\n",
        "abstract.en[0].text",
        "two",
    ),
    "that the source doesn't say": ("a.yaml", "id: a\ndoi: ⟦x&amp;y⟧\n", "doi", "x&y"),
    "of a field that isn't written": (
        "a.yaml",
        "id: a\npages: ⟦{first: 12}⟧\n",
        "pages.last",
        "12",
    ),
    "of spaces": ("a.yaml", "id: a\ndoi: ⟦'x  y'⟧\n", "doi", "  "),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_reaches_as_far_as_it_is_written(tmp_path: Path, name: str) -> None:
    file, text, field = VALUES[name]
    assert _located(tmp_path, file, text, field, "") == _marked(tmp_path / file, text)


@pytest.mark.parametrize("name", EXCERPTS)
def test_an_excerpt_is_found_in_the_value(tmp_path: Path, name: str) -> None:
    file, text, field, excerpt = EXCERPTS[name]
    assert _located(tmp_path, file, text, field, excerpt) == _marked(tmp_path / file, text)


def test_what_holds_many_lines_has_no_end() -> None:
    text = "id: a\npages:\n  first: 1\n  last: 2\n"
    place = Source("a", text.encode(), is_json=False).locate("pages")
    assert place == Place("a", 3, 3)


def test_places_of_many_findings_are_looked_up_once() -> None:
    source = Source("a", b"id: a\ndoi: x\n", is_json=False)
    assert "_source_map" not in vars(source)
    source.locate("doi")
    chart = vars(source)["_source_map"]
    source.locate("id", "a")
    assert vars(source)["_source_map"] is chart


def _located(folder: Path, file: str, text: str, field: str, excerpt: str) -> Place | None:
    written = text.replace("⟦", "").replace("⟧", "")
    locate = read_text(folder, file, written)[-1].locate
    assert locate is not None
    return locate(field, excerpt)


def _marked(path: Path, text: str) -> Place:
    before, inside, _ = text.replace("⟧", "⟦").split("⟦")
    column = len(before) - before.rfind("\n")
    return Place(str(path), before.count("\n") + 1, column, column + len(inside))
