"""docs/second_issue.md is followed, word for word, from the new folder to the exported files."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import jatsx
from jatsx.cli.views.words import article_count
from tests.cli.commands import Ran, run

PAGE: Final = Path(__file__).parents[2] / "docs" / "second_issue.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EMPTY = re.compile(r" *[\w-]+: *(?:#.*|\|| \[a1\])?")
LAST_ISSUE = """\
volume: 12
number: 1
year: 2024
published: {online: 2024-03-29}
sections:
  - id: civil
    title: {ru: Гражданское право, en: Civil Law}
"""


def blocks(kind: str) -> Iterator[tuple[str, str]]:
    """The file and the text of each block of a kind."""
    for found in BLOCK.finditer(PAGE.read_text("utf-8")):
        if found[1] == kind:
            yield found[2], found[3]


def typed(file: Path, text: str) -> None:
    """Types lines into a file: a field without a value gets its value, other lines are added."""
    lines, at = file.read_text("utf-8").split("\n"), 0
    for line in text.rstrip("\n").split("\n"):
        field = re.match(r" *\w+:", line)
        here = (n for n in range(at, len(lines)) if field and lines[n].startswith(field[0]))
        found = next(here, None)
        if found is None:
            lines.insert(at, line)
        else:
            assert EMPTY.fullmatch(lines[found]), f"{lines[found]} has a value already"
            lines[found] = line
        at = (at if found is None else found) + 1
    file.write_text("\n".join(lines), "utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the journal of the page and its first issue."""
    monkeypatch.chdir(tmp_path)
    (journal,) = (text for file, text in blocks("yaml") if file == "journal.yaml")
    Path("journal.yaml").write_text(journal, "utf-8")
    Path("2024-1", "articles").mkdir(parents=True)
    Path("2024-1", "issue.yaml").write_text(LAST_ISSUE, "utf-8")
    return tmp_path


def followed() -> list[Ran]:
    """What each command of the page printed, with the lines typed between them."""
    commands = [line for _, text in blocks("console") for line in text.splitlines()]
    (init, *others) = (shlex.split(line.removeprefix("$ jatsx ")) for line in commands)
    ran = [run(*init)]
    for file, text in blocks("yaml"):
        if file != "journal.yaml":
            typed(Path(file), text)
    for file, text in blocks("delete"):
        lines = Path(file).read_text("utf-8").split("\n")
        lines.remove(text.rstrip("\n"))
        Path(file).write_text("\n".join(lines), "utf-8")
    return [*ran, *(run(*one) for one in others)]


def test_the_page_leads_to_valid_files(place: Path) -> None:
    ran = followed()
    assert [one.exit_code for one in ran] == [0, 0, 0], ran[-2].stdout
    assert "no errors" in ran[1].stdout
    written = [path for path in place.joinpath("out", "2024-2").rglob("*") if path.is_file()]
    (deposit,) = (path for path in written if "crossref" in path.parts)
    text = deposit.read_text("utf-8")
    values = ("10.5555/law.2024.2.01", "https://law.example.org/2024-2/01", "КазНУ им. аль-Фараби")
    assert [value for value in values if value not in text] == []
    assert article_count(1) in ran[1].stdout


def test_the_article_has_everything_that_was_typed(place: Path) -> None:
    followed()
    (article,) = (one.article for one in jatsx.read(place / "2024-2") if one.article)
    assert [one.id for one in article.affiliations] == ["kaznu"]
    assert article.issue.sections[0].title["en"].plain == "Civil Law"
    assert [len(one.text) for one in article.references] == [1, 1]
    assert article.references[1].text["ru"].plain.endswith("– № 3. – С. 1–10.")


def test_nothing_is_typed_that_jatsx_knew(place: Path) -> None:
    known = set(plain_values(yaml.safe_load(Path("journal.yaml").read_text("utf-8"))))
    known |= set(plain_values(yaml.safe_load(LAST_ISSUE)))
    lines = [
        line for file, text in blocks("yaml") if file != "journal.yaml" for line in text.split("\n")
    ]
    values = {line.split(": ", 1)[1] for line in lines if ": " in line}
    repeated = {value for value in values if value in known}
    assert repeated == {"12", "2024", "ru", "civil"}, "the issue's own, a language, and an id"
    assert place.joinpath("journal.yaml").is_file()


def plain_values(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from plain_values(one)
    else:
        yield str(data)
