"""A string of YAML is read as it was, by us and by others."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from jatsx.issue_folder.scalars import folded, literal, on_one_line
from jatsx.model.text import parse_prose
from jatsx.readers.yaml_text import read_yaml
from tests.strategies import legal_strings

AS_TYPED = [
    "Алматы",
    "«Қазақ университеті»",
    "2024",
    "0",
    "327",
    "10.5555",
    "2024-06-30",
    "2024-06",
    "11.25.15",
    "0000-0002-1825-0097",
    "2414-570X",
    "https://example.org/a?b=c#d",
    "10.5555/a#b",
    "a, b [c] {d}",
    "A & B",
    "№ 2 (106)",
    "Образцов А. Название // Журнал. – 2020.",
    "<i>x</i>",
]
"""What needs no quotes."""

IN_QUOTES = {
    "": '""',
    "~": '"~"',
    "02": '"02"',
    "11.20": '"11.20"',
    "1e3": '"1e3"',
    "0x1F": '"0x1F"',
    "0o17": '"0o17"',
    "12:30": '"12:30"',
    "1_000": '"1_000"',
    "+7": '"+7"',
    ".5": '".5"',
    ".inf": '".inf"',
    "no": '"no"',
    "Off": '"Off"',
    "y": '"y"',
    "null": '"null"',
    "=": '"="',
    "<<": '"<<"',
    "2024-02-30": '"2024-02-30"',
    "12345678901234567": '"12345678901234567"',
    "a: b": '"a: b"',
    "a:": '"a:"',
    "a #b": '"a #b"',
    " a": '" a"',
    "a ": '"a "',
    "a\u00a0": '"a\u00a0"',
    "- a": '"- a"',
    "*a": '"*a"',
    "&a": '"&a"',
    "[a": '"[a"',
    '"a"': "'\"a\"'",
    '"it\'s"': "'\"it''s\"'",
    "'a'": "\"'a'\"",
    "\\: ": "'\\: '",
    "a\nb": '"a\\nb"',
    "a\tb": '"a\\tb"',
    "a\x85\u2028\ufeff\x9f": '"a\\x85\\u2028\\uFEFF\\x9F"',
    '"\n\\': '"\\"\\n\\\\"',
}
"""What does, and how it is written."""

SIGNS = st.text(st.sampled_from("ab01.-:# ,[]{}&*!|>'\"%@`?~=<\\\n\tyneé"), max_size=8)
ANY = legal_strings() | SIGNS | st.sampled_from([*AS_TYPED, *IN_QUOTES])


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_string_without_quotes(value: str) -> None:
    assert on_one_line(value) == value


@pytest.mark.parametrize("value", IN_QUOTES)
def test_a_string_in_quotes(value: str) -> None:
    assert on_one_line(value) == IN_QUOTES[value]


@given(ANY)
@example("a:b")
@example("a?b")
def test_every_string_is_read_back(value: str) -> None:
    line, inner = on_one_line(value), on_one_line(value, in_flow=True)
    text = f"a: {line}\nb:\n  - {line}\nc: [{inner}, {inner}]\nd: {{e: {inner}, f: {inner}}}\n"
    assert _read(text) == {
        "a": value,
        "b": [value],
        "c": [value] * 2,
        "d": {"e": value, "f": value},
    }


@given(ANY)
def test_every_key_is_read_back(key: str) -> None:
    assert _read(f"{on_one_line(key)}: x\n") == {key: "x"}


@given(ANY)
def test_other_tools_show_what_was_typed(value: str) -> None:
    inner = on_one_line(value, in_flow=True)
    loaded = yaml.safe_load(f"a: {on_one_line(value)}\nb: [{inner}]\n")
    assert [str(loaded["a"]), str(loaded["b"][0])] == [value, value]


@given(legal_strings(300) | st.text(st.sampled_from("ab #:-\t<"), max_size=300))
@example("https://example.org/long " * 20 + ".")
def test_a_folded_string_is_read_back(value: str) -> None:
    lines = folded(value, 40)
    if lines is not None:
        indented = "".join(f"  {line}\n" for line in lines)
        assert _read(f"a: >-\n{indented}b: x\n") == {"a": value, "b": "x"}
        assert all(len(line) <= 40 or " " not in line.replace("  ", "") for line in lines)


@given(st.lists(st.text(st.sampled_from("ab #:-é"), max_size=120), max_size=3).map("\n\n".join))
@example("one two\n\nthree")
def test_a_literal_text_is_read_back(value: str) -> None:
    lines = literal(value, 40)
    if lines is not None:
        indented = "".join(f"  {line}\n" if line else "\n" for line in lines)
        assert parse_prose(_read(f"a: |\n{indented}")["a"]) == parse_prose(value)


def test_texts_are_broken_where_they_may() -> None:
    assert folded("one two  three four", 10) == ["one", "two  three", "four"]
    assert folded("https://example.org/a-long-address", 10) is None
    assert folded(" begins with a space", 10) is None
    assert literal("one two three\n\nfour", 10) == ["one two", "three", "", "four"]
    assert literal("tab\there", 10) is None


def _read(text: str) -> Any:
    data, faults = read_yaml(text)
    assert faults == []
    return data
