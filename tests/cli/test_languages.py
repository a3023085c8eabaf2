"""The command line in English, Russian and Kazakh."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import click
import pytest

from jatsx.cli import VERBS
from jatsx.cli.language import system_language
from jatsx.findings.messages import MESSAGES
from jatsx.findings.translation import gettext, in_language
from jatsx.plugin.registry import load_registry
from tests.cli.commands import run
from tests.conftest import ROOT

EXAMPLE: Final = ROOT / "examples" / "irilj-2024-2"
OTHERS: Final = ("ru", "kk")
other = pytest.mark.parametrize("language", OTHERS)

QUOTED: Final = re.compile(
    r"`[^`]*`|«[^»]*»|“[^”]*”|https?://\S+|\S*[./_=@<>{}\\]\S*|\[[^]]*\]|--?\w[\w-]*"
)
"""Code, quoted values, addresses, file names, codes in brackets, options."""

WORD: Final = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")

ALLOWED: Final = frozenset(
    [
        "jatsx",
        "jats",
        "crossref",
        "doaj",
        "rsci",
        "datacite",
        "ojs",
        "github",
        "sarif",
        "junit",
        "json",
        "yaml",
        "csv",
        "html",
        "export",
        "check",
        "convert",
        "validate",
        "init",
        "rules",
        "explain",
        "plugins",
        "plugin",
        "new",
        "schema",
        "scheduled",
        "declined",
        "withdrawn",
        "unpublished",
        "refused",
        "error",
        "warning",
        "off",
        "yes",
        "text",
        "article",
        "issue",
        "journal",
        "report",
        "folder",
        "deposit",
        "status",
        "contents",
        "pip",
        "public",
        "hookimpl",
        "archive",
        "pages",
        "requirement",
        "contributor",
        "references",
        "language",
        "book",
        "chapter",
        "thesis",
        "file",
    ]
)
"""Codes, values, names of commands, formats and fields."""


@cache
def english_words() -> frozenset[str]:
    """The words of English sentences that users see."""
    sentences = [
        sentence
        for rule in load_registry().rules.values()
        for sentence in (*rule.words.sentences, *rule.words.hints)
    ]
    words = {word for text in sentences for word in WORD.findall(QUOTED.sub(" ", text))}
    return frozenset(words) - ALLOWED


def left(text: str) -> set[str]:
    """English words in a text that ought to be in another language."""
    return {*WORD.findall(QUOTED.sub(" ", text))} & english_words()


def helps() -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((verb,) for verb in VERBS)
    yield ("plugin", "new")


@other
@pytest.mark.parametrize("verb", list(helps()), ids=" ".join)
def test_help_is_in_the_readers_language(verb: tuple[str, ...], language: str) -> None:
    shown = run("--lang", language, *verb, "--help")
    assert shown.exit_code == 0
    assert left(shown.stdout) == set()
    assert "Usage" not in shown.stdout
    assert shown.stdout != run(*verb, "--help").stdout


METAVAR: Final = re.compile(
    r"\b(?:ARGS|CODE|COMMAND|DIGITS|DIR|FILE|FORMAT|INTEGER|OPTIONS?|PATH)\b"
)


@other
@pytest.mark.parametrize("verb", list(helps()), ids=" ".join)
def test_help_names_values_in_the_readers_language_in_80_columns(
    verb: tuple[str, ...], language: str
) -> None:
    shown = run("--lang", language, *verb, "--help").stdout
    assert METAVAR.findall(shown) == []
    assert [line for line in shown.splitlines() if len(line) > 80] == []


@other
def test_the_defaults_of_options_are_in_the_readers_language(language: str) -> None:
    assert "otherwise" not in run("--lang", language, "plugins").stdout


@other
def test_a_missing_file_is_not_reported_in_the_systems_words(language: str, tmp_path: Path) -> None:
    said = run("--lang", language, "validate", tmp_path / "none.xml").stdout
    assert "[file-missing]" in said
    assert "No such file" not in said


@other
def test_findings_and_summaries_are_in_the_readers_language(language: str, tmp_path: Path) -> None:
    ran = run("export", EXAMPLE, "--lang", language, "--out", tmp_path)
    lines = [line for line in ran.stdout.splitlines() if not re.match(r"\s+(\d+ )?\| ", line)]
    without_titles = [line for line in lines if not re.match(r"\d\d: ", line)]
    assert left("\n".join(without_titles)) - TITLES == set()


TITLES: Final = frozenset({"type", "title", "keywords", "section", "sections", "abstract"})
"""Names of fields, in the list of what a format leaves out."""


@other
def test_each_sentence_of_a_rule_is_translated(language: str) -> None:
    texts = [
        text
        for rule in load_registry().rules.values()
        for text in (*rule.words.sentences, *filter(None, rule.words.hints))
    ]
    with in_language(language):
        same = [text for text in texts if gettext(text) == text]
    assert same == []


@other
@pytest.mark.parametrize("code", ["article-doi-form", "contributor-orcid-checksum", "file-syntax"])
def test_manuals_are_translated_but_for_the_examples(code: str, language: str) -> None:
    page = run("explain", code, "--lang", language).stdout
    prose = [line for line in page.splitlines() if line and line[0] != " "]
    sources = ("Источник", "Дереккөз")
    assert left("\n".join(line for line in prose if not line.startswith(sources))) == set()


@other
def test_pages_of_codes_without_a_rule_are_translated(language: str) -> None:
    page = run("explain", *MESSAGES, "--lang", language).stdout
    prose = [line for line in page.splitlines() if line.strip() not in MESSAGES]
    assert left(re.sub("‹.*?›", "", "\n".join(prose))) <= {"title", "formats", "name"}


@other
def test_the_example_of_a_level_is_explained_in_the_readers_language(language: str) -> None:
    page = run("explain", "article-doi-form", "--lang", language).stdout
    assert "article-doi-form: warning  # " in page
    assert "# or" not in page


@other
def test_wrong_usage_is_explained_in_the_readers_language(language: str) -> None:
    for arguments in (["chek"], ["export", "--ot", "x"], ["check", "--to"], ["validate"]):
        said = run("--lang", language, *arguments).stderr
        assert left(said) == set(), said
        assert "Error" not in said


def test_the_option_is_stronger_than_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATSX_LANG", "kk")
    assert "Қолданылуы" in run("--help").stdout
    assert "Использование" in run("--lang", "ru", "--help").stdout
    assert "Использование" in run("check", "--lang=ru", "--help").stdout
    assert "Usage" in run("--lang", "en", "--help").stdout


def test_an_unknown_language_is_wrong_usage() -> None:
    said = run("--lang", "de", "check", EXAMPLE)
    assert said.exit_code == 2
    assert "en, ru, kk" in said.stderr.replace("'", "")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ"}, "kk"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
        ({"LC_ALL": "kk_KZ.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "kk"),
        ({"JATSX_LANG": "en", "LC_ALL": "kk_KZ.UTF-8"}, "en"),
        ({"JATSX_LANG": "kk-KZ"}, "kk"),
        ({"JATSX_LANG": "fr"}, "en"),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_reports_for_programs_are_in_english_unless_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def messages(*arguments: str) -> list[str]:
        run("export", EXAMPLE, "--to", "jats", "--out", tmp_path, *arguments)
        report = json.loads((tmp_path / EXAMPLE.name / "report.json").read_bytes())
        return [finding["message"] for one in report["articles"] for finding in one["findings"]]

    expected = messages()
    monkeypatch.setenv("JATSX_LANG", "ru")
    assert messages() == expected
    assert messages("--lang", "ru") != expected
    shown = json.loads(run("check", EXAMPLE, "--to", "jats", "--format", "json").stdout)
    assert {one["message"] for art in shown["articles"] for one in art["findings"]} <= {*expected}


def test_no_command_keeps_the_language_of_another() -> None:
    run("--lang", "kk", "--help")
    assert run("--help").stdout.startswith("Usage:")
    assert isinstance(click.Command("x").get_help(click.Context(click.Command("x"))), str)
