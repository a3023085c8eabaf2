"""The catalogues have a translation for each sentence, with its placeholders."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from jatsx.findings.translation import compiled_catalogue
from tests.conftest import ROOT

SCRIPT: Final = runpy.run_path(str(ROOT / "docs" / "make_catalogues.py"))
PATHS: Final[list[Path]] = sorted(SCRIPT["pages"]())

PLACEHOLDER: Final = re.compile(r"\{[\w:!]*\}|%\(\w+\)s")
GLUED: Final = re.compile(r"\}-?[^\W\d_]")
"""A placeholder with letters behind it: a case ending that does not fit every value."""

CODE: Final = re.compile(
    r"`[^`]*`|«[^»]*»|https?://\S+|\S*[./_=@<>{}\\]\S*|--?\w[\w-]*|[\w-]+:\s|\b\w*\d\w*\b"
)
"""Code, addresses, file names, options, names of fields, values with digits."""

WORD: Final = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")
"""A word in small Latin letters."""


def messages(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for message in read_po(file, path.parts[-3]):
            if message.id:
                yield message


def texts(message: Message) -> tuple[str, ...]:
    found = message.string
    return tuple(found) if isinstance(found, tuple | list) else (str(found),)


def english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else " ".join(message.id)


def name(path: Path) -> str:
    return f"{path.stem}-{path.parts[-3]}"


each = pytest.mark.parametrize("path", PATHS, ids=name)


def test_there_are_catalogues_in_two_languages() -> None:
    assert {path.parts[-3] for path in PATHS} == {"ru", "kk"}
    assert len(PATHS) >= 12


def test_no_sentence_is_without_a_translation() -> None:
    assert [(name(path), message.id) for path, message in SCRIPT["untranslated"]()] == []


@each
def test_placeholders_agree(path: Path) -> None:
    different = [
        (message.id, text)
        for message in messages(path)
        for text in texts(message)
        if {*PLACEHOLDER.findall(text)} != {*PLACEHOLDER.findall(english(message))}
    ]
    assert different == []


@each
def test_no_case_ending_is_glued_to_a_placeholder(path: Path) -> None:
    glued = [text for one in messages(path) for text in texts(one) if GLUED.search(text)]
    assert glued == []


@each
def test_no_english_word_is_left(path: Path) -> None:
    """A word in small Latin letters is a value, an option or a field, so the English has it too."""
    left = [
        (word, text)
        for message in messages(path)
        for text in texts(message)
        for word in WORD.findall(CODE.sub(" ", text))
        if word in COMMON or not re.search(rf"\b{word}\b", english(message))
    ]
    assert left == []


COMMON: Final = frozenset(
    [
        "the",
        "and",
        "not",
        "with",
        "for",
        "this",
        "that",
        "are",
        "has",
        "have",
        "must",
        "from",
        "without",
        "can",
        "cannot",
        "does",
        "was",
        "will",
        "should",
        "would",
        "then",
        "than",
        "into",
        "only",
        "also",
        "more",
        "most",
        "each",
        "every",
        "all",
        "any",
        "its",
        "their",
        "which",
        "when",
        "where",
        "because",
        "before",
        "after",
        "between",
        "same",
        "missing",
        "wrong",
    ]
)
"""Frequent English words, which no translation has."""


@each
def test_plurals_are_those_of_cldr(path: Path) -> None:
    forms = {"ru": 3, "kk": 2}[path.parts[-3]]
    plurals = [message for message in messages(path) if not isinstance(message.id, str)]
    assert [one.id for one in plurals if len(texts(one)) != forms] == []


@each
def test_a_kazakh_translation_is_marked_until_it_is_reviewed(path: Path) -> None:
    """Whoever reviews an entry deletes the comment; other comments are not expected."""
    comments = {comment for one in messages(path) for comment in one.user_comments}
    assert comments <= ({SCRIPT["UNREVIEWED"]} if path.parts[-3] == "kk" else set())


@each
def test_no_compiled_catalogue_is_old(path: Path) -> None:
    compiled = path.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
        assert compiled.read_bytes() == compiled_catalogue(path)
