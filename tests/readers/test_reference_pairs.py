"""Entries of reference lists in several languages are never paired wrongly."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

import jatsx
from jatsx.findings.finding import Level
from jatsx.readers.reference_lists import text_entries
from jatsx.readers.reference_pairs import paired
from tests.readers.test_short_forms import found, written

PAIRS = {
    "Белов В.А. Право. 2010.": "Belov V.A. Pravo. 2010.",
    "Ким Н. Закон. 2010.": "Kim N. Zakon. 2010.",
    "Белов В.А. Суд. 2010. С. 15.": "Belov V.A. Sud. 2010. P. 15.",
    "Smith J. Law. 1999.": "Smith J. Law. 1999.",
}
ORIGINALS = list(PAIRS)


def pairs(lists: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """The texts of each reference."""
    read = {tag: text_entries(dict(enumerate(one))).entries for tag, one in lists.items()}
    return [tuple(entry.text for entry in row.values()) for row in paired(read)]


@pytest.mark.parametrize("order", [*permutations(PAIRS.values())])
def test_lists_in_another_order_are_paired_by_romanisation(order: tuple[str, ...]) -> None:
    assert pairs({"ru": ORIGINALS, "ru-Latn": [*order]}) == [*PAIRS.items()]


@pytest.mark.parametrize("missing", range(len(PAIRS)))
def test_an_entry_without_a_pair_stays_alone(missing: int) -> None:
    latin = [text for n, text in enumerate(PAIRS.values()) if n != missing]
    rows = pairs({"ru": ORIGINALS, "ru-Latn": latin[::-1]})
    expected = [*PAIRS.items()]
    assert rows == [*expected[:missing], (ORIGINALS[missing],), *expected[missing + 1 :]]


def test_entries_of_the_second_list_without_a_pair_keep_their_order() -> None:
    before = ["Ivanov I. Sud. 2001.", "Petrov P. Sud. 2002."]
    after = ["Orlov O. Sud. 2003.", "Sidorov S. Sud. 2004."]
    original, romanised = next(iter(PAIRS.items()))
    rows = pairs({"ru": [original], "ru-Latn": [*before, romanised, *after]})
    alone_before, alone_after = ([(one,) for one in some] for some in (before, after))
    assert rows == [*alone_before, (original, romanised), *alone_after]


def test_entries_that_differ_are_not_paired_by_number(tmp_path: Path) -> None:
    path, places = written(
        tmp_path,
        "references:\n"
        "  ru: |\n    1. Белов В.А. Право. 2010.\n    ▶2. Ким Н. Закон. 2015.\n"
        "  ru-Latn: |\n    1. Belov V.A. Pravo. 2010.\n    ▶2. Omarov A. Sud. 2020.\n",
    )
    warnings = found(path)
    assert [one.code for one in warnings] == ["reference-pair-missing"] * 2
    assert [(one.place.line, one.place.column) for one in warnings if one.place] == places


def test_of_two_entries_that_are_both_alike_none_is_guessed() -> None:
    both = ["Белов В.А. Право. 2010.", "Белов В.А. Суд. 2010."]
    rows = pairs({"ru": both, "ru-Latn": ["Belov V.A. Sud. 2010."]})
    assert sorted(rows) == sorted([*((one,) for one in both), ("Belov V.A. Sud. 2010.",)])


@pytest.mark.parametrize(("first", "second"), [("en", "ru"), ("ru", "en")])
def test_a_translation_may_be_in_any_language(first: str, second: str) -> None:
    texts = {
        "en": ["Belov V.A. Law. 2010.", "On Water."],
        "ru": ["Белов В.А. Право. 2010.", "О воде."],
    }
    rows = pairs({first: texts[first], second: texts[second]})
    assert rows == [*zip(texts[first], texts[second], strict=True)]


def test_a_translated_list_is_paired_by_number_if_the_years_agree(tmp_path: Path) -> None:
    path, places = written(
        tmp_path,
        "references:\n"
        "  ru: |\n    1. Белов В.А. Право. 2010.\n    2. Конституция. 1995.\n    3. О воде.\n"
        "  en: |\n    1. Belov V.A. Law. 2010.\n    2. The Constitution. 1995.\n"
        "    ▶3. On Water.\n",
    )
    (record,) = jatsx.read(path)
    assert record.article is not None
    assert [len(one.text) for one in record.article.references] == [2, 2, 2]
    (one,) = found(path)
    assert (one.code, one.level) == ("reference-pair-unlike", Level.WARNING)
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places
