"""Reference lists as they are pasted: numbers, bullets, wrapped lines, headings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jatsx.findings.finding import Level
from jatsx.readers.read_list import EntryFault
from jatsx.readers.reference_lists import list_entries, text_entries
from tests.readers.test_short_forms import found, read, written

BELOV, KIM = "Белов В.А. Право. – М., 2010.", "Ким Н. Закон. – Алматы, 2015."


LINES = st.lists(
    st.sampled_from(
        [
            *("1. Белов", "2. Ким", "3. – С. 1", "4 Омаров", "(2) Ким", "[3]", "1\tБелов", "2010."),
            *("• Белов", "- Ким", "– М.: 1", "References", "Литература", "Законы", "право", ""),
        ]
    )
)


def entries(text: str) -> list[str]:
    """The entries of a list in which nothing is wrong."""
    taken = list_entries(text)
    assert taken.faults == []
    return [entry.text for entry in taken.entries]


def faults(text: str) -> list[tuple[str, int]]:
    """The code of each fault, and the position of its line."""
    return [_code_and_line(one) for one in list_entries(text).faults]


def _code_and_line(fault: EntryFault) -> tuple[str, int]:
    return fault.code, fault.entry.first


@pytest.mark.parametrize(
    "marks",
    [
        *(("1. ", "2. "), ("1) ", "2) "), ("[1] ", "[2] "), ("[1]. ", "[2]. "), ("(1) ", "(2) ")),
        *(("1 ", "2 "), ("1\t", "2\t"), ("1.", "2."), ("1.\n", "2.\n")),
        *(
            ("1. 1. ", "2. 2. "),
            ("1. [1] ", "2. [2] "),
            ("- 1. ", "- 2. "),
        ),
        *(("- ", "- "), ("– ", "– "), ("— ", "— "), ("• ", "• "), ("•", "•"), ("* ", "* ")),
        ("", ""),
    ],
)
def test_numbers_and_bullets_are_not_part_of_the_entries(marks: tuple[str, str]) -> None:
    first, second = marks
    assert entries(f"{first}{BELOV}\n{second}{KIM}") == [BELOV, KIM]


@pytest.mark.parametrize(
    "texts",
    [
        [f"1. {BELOV}", f"2. {KIM}"],
        [f"1 {BELOV}", f"2 {KIM}"],
        [f"[1] {BELOV}", f"[2] {KIM}"],
        [f"• {BELOV}", f"• {KIM}"],
    ],
)
def test_a_list_of_texts_loses_its_numbers_too(texts: list[str]) -> None:
    expected = read({"references": [BELOV, KIM]})
    assert read({"references": texts}) == expected
    assert read({"references": {"ru": texts}}) == expected
    assert read({"references": [{"text": text} for text in texts]}) == expected


@pytest.mark.parametrize(
    "entry",
    [
        "1984. Роман. – М., 2010.",
        "2019. Отчёт банка.",
        "2.0: новая экономика. – М., 2010.",
        "100 лет праву. – М., 2010.",
    ],
)
def test_a_number_of_the_entry_is_kept(entry: str) -> None:
    assert entries(f"1. {BELOV}\n2. {entry}") == [BELOV, entry]
    assert entries(f"{entry}\n{BELOV}") == [entry, BELOV]
    assert [one.text for one in text_entries({0: entry, 1: BELOV}).entries] == [entry, BELOV]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("3. – С. 1–10.", "3. Омаров А. Суд."),
        ("3. С. 1–10.", "3. Омаров А. Суд."),
        ("(3): 1–10.", "3. Омаров А. Суд."),
        ("5. – С. 1–10.", "3. Омаров А. Суд."),
        ("39.", "3. Омаров А. Суд."),
        ("2019. – 230 с.", "3. Омаров А. Суд."),
        ("3 Том. – М., 2010.", "3. Омаров А. Суд."),
        ("Алматы: Жеті жарғы.", "3. Омаров А. Суд."),
    ],
)
def test_a_wrapped_line_that_starts_with_a_number_is_not_an_entry(
    line: str, following: str
) -> None:
    text = f"1. {BELOV}\n2. Ким Н. Закон. – № 7. – Т.\n{line}\n{following}"
    assert entries(text) == [BELOV, f"Ким Н. Закон. – № 7. – Т. {line}", "Омаров А. Суд."]


@pytest.mark.parametrize(
    "line", ["3. – С. 1–10.", "3. С. 1–10.", "3 Омаров А. Суд.", "Интернет-ресурсы:"]
)
def test_a_line_that_may_begin_an_entry_is_an_error(line: str) -> None:
    assert faults(f"1. {BELOV}\n2. {KIM}\n{line}\n") == [("references-line-unclear", 2)]


def test_a_heading_between_two_entries_is_an_error() -> None:
    text = f"1. {BELOV}\nНормативные акты\n2. {KIM}"
    assert faults(text) == [("references-line-unclear", 1)]


def test_a_dash_that_may_belong_to_the_entry_is_an_error() -> None:
    text = f"– Белов В.А. Право.\n– М.: Юрист, 2010.\n– {KIM}"
    assert faults(text) == [("references-line-unclear", 1)]


@pytest.mark.parametrize(
    "heading",
    [
        *("References", "REFERENCES:", "## References", "**References**", "Bibliography"),
        *("Список литературы", "Литература", "СПИСОК ИСПОЛЬЗОВАННЫХ ИСТОЧНИКОВ"),
        *("Пайдаланылған әдебиеттер тізімі", "ӘДЕБИЕТТЕР", "Әдебиеттер / Литература / References"),
    ],
)
@pytest.mark.parametrize("marks", [("1. ", "2. "), ("", "")])
def test_a_heading_is_not_an_entry_and_is_named(heading: str, marks: tuple[str, str]) -> None:
    taken = list_entries(f"{heading}\n\n{marks[0]}{BELOV}\n{marks[1]}{KIM}")
    assert [entry.text for entry in taken.entries] == [BELOV, KIM]
    (fault,) = taken.faults
    assert (fault.code, fault.level) == ("references-heading-ignored", Level.WARNING)
    assert fault.entry.lines == (heading,)


@settings(max_examples=200)
@given(LINES)
def test_each_line_is_in_an_entry_or_reported(lines: list[str]) -> None:
    taken = list_entries("\n".join(lines))
    second = (one.entry.first for one in taken.faults if one.code == "references-list-second")
    in_list = [line for line in lines if line][: next(second, None)]
    reported = {line for one in taken.faults for line in one.entry.lines}
    in_entries = Counter(line for entry in taken.entries for line in entry.lines)
    assert {*(Counter(in_list) - in_entries)} <= reported
    for entry in taken.entries:
        whole = " ".join(entry.lines)
        assert whole.endswith(entry.text), "only the start of a line may be removed"


def test_an_unknown_heading_is_an_error() -> None:
    text = f"Законы и книги\n1. {BELOV}\n2. {KIM}"
    assert faults(text) == [("references-line-outside", 0)]
    assert [entry.text for entry in list_entries(text).entries] == [BELOV, KIM]


@pytest.mark.parametrize("marks", [("1. ", "1. "), ("", ""), ("• ", "• ")])
def test_a_second_list_in_the_same_text_is_an_error(marks: tuple[str, str]) -> None:
    text = f"{marks[0]}{BELOV}\nReferences\n{marks[1]}Belov V.A. Pravo. – M., 2010."
    assert faults(text) == [("references-list-second", 1)]


def test_a_list_that_starts_with_another_number_is_an_error() -> None:
    taken = list_entries(f"5. {BELOV}\n6. {KIM}")
    assert [entry.text for entry in taken.entries] == [BELOV, KIM]
    (fault,) = taken.faults
    assert (fault.code, dict(fault.params)) == (
        "references-number-order",
        {"number": "5", "expected": "1"},
    )


def test_a_missing_number_is_one_error() -> None:
    text = f"1. {BELOV}\n2. {KIM}\n4. Омаров А. Суд.\n5. Ли А. Река."
    assert faults(text) == [("references-number-order", 2)]


@pytest.mark.parametrize("mark", ["2.", "[2]", "•"])
def test_a_number_that_is_kept_is_named(tmp_path: Path, mark: str) -> None:
    path, places = written(tmp_path, f"references:\n  - Белов. Право.\n  - ▶'{mark} Ким. Закон.'\n")
    (one,) = found(path)
    assert (one.code, one.level, one.params["mark"]) == (
        "references-mark-kept",
        Level.WARNING,
        mark,
    )
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places


def test_a_number_without_a_text_is_an_error(tmp_path: Path) -> None:
    path, places = written(tmp_path, f"references: |\n  1. {BELOV}\n  ▶2.\n")
    (one,) = found(path)
    assert one.code == "references-entry-empty"
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places
