"""The pages for people: links lead somewhere, and the languages say the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from jatsx.cli import main
from jatsx.findings.translation import LANGUAGES
from jatsx.plugin.registry import load_registry
from tests.conftest import ROOT

DOCS: Final = ROOT / "docs"
AGENCIES: Final = DOCS / "agencies"
PAGES: Final = sorted((*DOCS.rglob("*.md"), ROOT / "README.md"))
NAMES: Final = sorted({path.name.partition(".")[0] for path in AGENCIES.glob("*.md")})

LINK: Final = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
CODE: Final = re.compile(r"`[^`]+`|https://[^\s>`)]+")
BLOCK: Final = re.compile(r"```.*?```", re.DOTALL)
COMMAND: Final = re.compile(r"^ *(jatsx (?!deposit ).*)$", re.MULTILINE)
"""A command that needs no server."""

NOT_EXPORTED: Final = ("datacite", "after-registration")
"""The pages whose commands need another package or a server."""

FOREIGN: Final = re.compile(r"\b[a-z]{3,} (?:the|is|are|a|an|of|to|in) [a-z]+\b")
"""Words of an English sentence."""


def page(name: str, language: str) -> str:
    return (AGENCIES / f"{name}.{language}.md").read_text("utf-8")


def code(text: str) -> set[str]:
    """The code and the addresses in the sentences of a page."""
    return set(CODE.findall(BLOCK.sub("", text)))


def without_code(text: str) -> str:
    return CODE.sub("", BLOCK.sub("", text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    if path.name.endswith("_prose.md"):
        return  # the pages made of it are tested
    links = LINK.findall(BLOCK.sub("", path.read_text("utf-8")))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (path.parent / link).exists()] == []


def test_each_format_that_is_sent_has_its_page() -> None:
    exporters = load_registry().exporters.values()
    sent = {one.name for one in exporters if one.template is None}  # others are filled in by people
    assert sent | {"datacite"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_languages_say_the_same(name: str) -> None:
    english = page(name, "en")
    for language in LANGUAGES:
        own = page(name, language)
        for what in (r"^#+ ", r"^\d\. ", r"^- ", r"^\|"):
            count = len(re.findall(what, own, re.MULTILINE))
            assert count == len(re.findall(what, english, re.MULTILINE)), (language, what)
        assert BLOCK.findall(own) == BLOCK.findall(english)
        assert code(own) == code(english), language


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_english_sentence_is_left(name: str, language: str) -> None:
    assert FOREIGN.findall(without_code(page(name, language))) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_index_names_each_page(name: str) -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    assert [one for one in LANGUAGES if f"(agencies/{name}.{one}.md)" not in index] == []


@pytest.mark.parametrize("name", [one for one in NAMES if one not in NOT_EXPORTED])
def test_the_commands_of_a_page_work(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an example in place of the issue, each command makes the file that the page names."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "caa-2021-4", "2024-2")
    text = page(name, "en")
    for command in COMMAND.findall("".join(BLOCK.findall(text))):
        done = CliRunner().invoke(main, command.split()[1:], catch_exceptions=False)
        assert done.exit_code == 0, done.output
    named = set(re.findall(r"out[a-z-]*/2024-2/[\w/.-]+", text))
    assert named
    assert [one for one in named if not Path(one).exists()] == []
