"""The closed lists of the model."""

from __future__ import annotations

import re

import pytest

from jatsx.standards import vocabularies
from jatsx.standards.vocabularies import srsti_first_level, subject_scheme

LISTS = {name: getattr(vocabularies, name) for name in dir(vocabularies) if re.match("[A-Z]", name)}
WORDS = {name: words for name, words in LISTS.items() if isinstance(words, (tuple, dict))}


@pytest.mark.parametrize("name", WORDS)
def test_a_list_holds_each_of_its_words_once(name: str) -> None:
    assert len(set(WORDS[name])) == len(WORDS[name]) > 0
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", word) for word in WORDS[name])


def test_credit_has_its_fourteen_roles() -> None:
    assert len(vocabularies.CREDIT_ROLES) == 14


def test_each_relation_can_be_said_from_both_sides() -> None:
    """``translation-of`` and ``has-translation``."""
    from_there = [one.removeprefix("has-") for one in vocabularies.RELATIONS if one[:4] == "has-"]
    from_here = [one.rpartition("-")[0] for one in vocabularies.RELATIONS if one[:4] != "has-"]
    assert from_here == from_there


SCHEMES = {
    "SRSTI": "SRSTI",
    "МРНТИ": "SRSTI",
    "ГРНТИ": "SRSTI",
    "ҒТАМР": "SRSTI",
    " irsti ": "SRSTI",
    "grnti": "SRSTI",
    "УДК": "UDC",
    "ӘОЖ": "UDC",
    "ББК": "BBK",
    "jel": "JEL",
    "Dewey": "Dewey",
    "": "",
}


@pytest.mark.parametrize("written", SCHEMES)
def test_a_classification_has_one_name(written: str) -> None:
    assert subject_scheme(written) == SCHEMES[written]


def test_srsti_begins_with_two_digits() -> None:
    codes = srsti_first_level()
    assert {"11", "03", "00"} <= codes
    assert all(re.fullmatch("[0-9]{2}", code) for code in codes)
