"""The sample files of ``jatsx init``: the same in each language, except the comments."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest
import yaml

from jatsx.findings.translation import LANGUAGES
from jatsx.model.editor_schema import PARTS, input_schema
from tests.cli.commands import run
from tests.issue_folder.test_sample_values import TEMPLATES

ENGLISH: Final = TEMPLATES / "en"
FILES: Final = sorted(path.relative_to(ENGLISH) for path in ENGLISH.rglob("*.yaml"))
MODELINE: Final = re.compile(r"# yaml-language-server: \$schema=(\S+)")

FIELD: Final = re.compile(r"#  *((?:- )?[a-z_]+:.*?)(?:  +#.*)?$")
"""A field that is commented out."""

LATIN_WORDS: Final = re.compile(r"\b[a-z]{4,} [a-z]{2,}\b")
"""Two words that are English, at most."""


def text(language: str, name: Path) -> str:
    return (TEMPLATES / language / name).read_text("utf-8")


def fields(content: str) -> list[str]:
    """The fields of a file that are commented out."""
    return [found[1] for line in content.splitlines() if (found := FIELD.match(line.strip()))]


def comments(content: str) -> list[str]:
    """The comments of a file, without fields that are commented out."""
    lines = (line.partition("#")[2].strip() for line in content.splitlines()[1:] if "#" in line)
    return [line for line in lines if not re.match(r"(- )?[a-z_-]+:", line)]


def test_there_are_files_for_each_language() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == set(LANGUAGES)
    for language in LANGUAGES:
        folder = TEMPLATES / language
        assert sorted(path.relative_to(folder) for path in folder.rglob("*.yaml")) == FILES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES, ids=str)
def test_all_languages_have_the_same_data_and_fields(language: str, name: Path) -> None:
    own, english = text(language, name), text("en", name)
    assert yaml.safe_load(own) == yaml.safe_load(english)
    assert fields(own) == fields(english)
    assert len(comments(own)) == len(comments(english))


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("name", FILES, ids=str)
def test_comments_are_translated(language: str, name: Path) -> None:
    said = comments(text(language, name))
    assert said
    assert [one for one in said if LATIN_WORDS.search(re.sub("jatsx [a-z]+", "", one))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_init_writes_them_in_the_language_of_the_reader(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "2024-2"
    assert run("init", folder, "--lang", language).exit_code == 0
    for name in FILES:
        assert (folder / name).read_text("utf-8") == text(language, name)


def test_each_file_names_its_schema(tmp_path: Path) -> None:
    folder = tmp_path / "2024-2"
    run("init", folder)
    named = {}
    for name in FILES:
        found = MODELINE.match((folder / name).read_text("utf-8"))
        assert found
        named[name.as_posix()] = json.loads((folder / name).parent.joinpath(found[1]).read_bytes())
    assert named == {
        "articles/01.yaml": input_schema("article"),
        "issue.yaml": input_schema("issue"),
        "journal.yaml": input_schema("journal"),
    }
    assert {path.name for path in (folder / "schemas").iterdir()} == {
        f"{part}.schema.json" for part in PARTS
    }


def test_the_schemas_allow_the_sample_files() -> None:
    from jsonschema import Draft202012Validator

    for part, name in zip(PARTS, ("articles/01.yaml", "issue.yaml", "journal.yaml"), strict=True):
        data = yaml.load(text("en", Path(name)), yaml.BaseLoader)
        errors = Draft202012Validator(input_schema(part)).iter_errors(data)
        assert [one.message for one in errors] == []


def test_the_schemas_are_not_taken_for_files_of_the_issue(tmp_path: Path) -> None:
    folder = tmp_path / "2024-2"
    run("init", folder)
    assert "schema.json" not in run("check", folder, "--to", "jats").stdout
